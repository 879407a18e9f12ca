import { customer, en, note, type SubCategoryTexts, staff, zh } from '../texts.js';

export const uploadFailed: SubCategoryTexts = {
  category: 'feature',
  subCategory: 'upload_failed',
  openings: [
    zh('视频传到 99% 不动了，一个小时了'),
    zh('转码失败，换了三个视频都一样'),
    zh('主图传不上去，提示尺寸不符，我 750×750 的'),
    zh('营业执照上传失败 图片才 3M'),
    zh('iPhone 拍的照片传不了，提示格式不支持'),
    zh('传视频好慢啊 2 个 G 传了一晚上'),
    zh(
      '麻烦看一下，我们今天要上新 60 款，批量传图到第 17 张就报“网络异常”，重来又从头开始，已经试了四次。用的是 Chrome，公司百兆宽带，别的网站都正常。表格和图片我都可以发给你们复现。',
    ),
    zh('视频上传成功了但是没有声音'),
    zh('质检报告 PDF 25 兆传不上 能放宽吗'),
    en('Upload stuck at 99% again. File is 1.8 GB, MP4.'),
    en('"Transcoding failed" on every clip since yesterday'),
    en('pictures from my iphone are refused, says format'),
    en('Bulk image upload stops at number 17, every time'),
  ],
  followUps: [
    zh('刷新了还是 99%'),
    zh('重新导出以后可以了'),
    zh('样本文件发了'),
    zh('还是失败，报错一样'),
    zh('换 Edge 就好了'),
    en('Re-exported, still fails.'),
    en('That worked!'),
    en('Sent you the file.'),
  ],
  dialogues: [
    {
      locale: 'zh-CN',
      ends: 'closed',
      rating: { score: 5, solved: true, text: '断点续传真香，没白等' },
      lines: [
        customer('卡在 99% 一小时了 1.9G'),
        staff(
          '您好，99% 是最后的校验，2 GB 最长 3 分钟，一小时肯定是卡住了。请刷新页面，到「内容 › 草稿」点「继续上传」。',
        ),
        customer('刷新不会从头来吗？传了一晚上的'),
        staff('不会，会从断点接着传，您这个只剩最后一段。'),
        customer('真的！一分钟就好了'),
        staff('太好了。下次避开 19:00–22:00，会快不少。'),
      ],
    },
    {
      locale: 'zh-CN',
      ends: 'closed',
      rating: { score: 4, solved: true, text: '按步骤导出就行了' },
      lines: [
        customer('转码失败，三个都失败 {videoId}'),
        staff('您好，我看了日志：视频是可变帧率，多半是手机录屏或剪辑时没选固定帧率。您用什么剪的？'),
        customer('剪映'),
        staff('导出时选：MP4、H.264、固定帧率 30、码率推荐，音轨保留。再传一次试试。'),
        customer('有一个还是失败'),
        staff('那个没有音轨，转码也会失败。加一段背景音乐或静音轨再导出。'),
        customer('成了'),
      ],
    },
    {
      locale: 'zh-CN',
      ends: 'open',
      lines: [
        customer('批量传图到第 17 张报网络异常，四次都是 17'),
        staff('您好，每次都停在同一张，像是那张图本身的问题。能把第 17 张单独发给我吗？'),
        customer('发了，看着没毛病'),
        staff('这张是 CMYK 色彩模式，浏览器能看，但我们的处理程序不认，报错又写得不对。'),
        note('CMYK 的 JPG 在批量上传时报“网络异常”，应该报格式。复现文件在会话里，给研发提单。'),
        staff('我已把报错的问题提给研发。您这边请在 PS 里转成 RGB 再传，或者用「批量工具 › 转格式」。'),
        customer('可以了，不过你们这个报错真坑'),
        staff('同意，修好后我会在这里告诉您。'),
      ],
    },
    {
      locale: 'zh-CN',
      ends: 'resolved',
      lines: [
        customer('质检报告 25 兆，限制 20 兆，能不能放宽'),
        staff(
          '您好，20 MB 是固定上限。扫描件一般可以压到一半：用扫描软件选“文档 200 dpi”，或者拆成两个 PDF 分两个位置传。',
        ),
        customer('拆开传会不会算不完整'),
        staff('不会，文件名写“质检报告 1/2”“2/2”，审核会一起看。'),
        customer('好'),
      ],
    },
    {
      locale: 'en',
      ends: 'closed',
      rating: { score: 5, solved: true, text: 'One setting. Thank you!' },
      lines: [
        customer('My iPhone photos are refused: format not supported'),
        staff(
          'Those are HEIC files. On the phone: Settings › Camera › Formats › Most compatible, and new photos will be JPG.',
        ),
        customer('and the 60 I already took?'),
        staff(
          'Send them to yourself with "Automatic" on, or open and export as JPG. Up to 10 MB each, square, at least 800 × 800.',
        ),
        customer('all 60 up. lifesaver'),
      ],
    },
    {
      locale: 'en',
      ends: 'pending',
      lines: [
        customer('Every clip says Transcoding failed since yesterday, {videoId} for example'),
        staff(
          'I looked: your clips arrive with a variable frame rate, and the sound track starts late. Which program exports them?',
        ),
        customer('an old version of iMovie'),
        staff(
          'Please export one with "Better quality, 30 fps" and send me the result here; if it fails I will pass both files to engineering.',
        ),
      ],
    },
  ],
  notes: [
    '可变帧率导致转码失败，引导重新导出。',
    'CMYK 图片报错文案不对，已给研发提单。',
    '同一批文件在同事机器上能传，像是浏览器插件拦截。',
    '上传日志：分片 412/413 校验超时，续传即可。',
    '资质照片反光，审核打回不是上传失败，改派审核说明。',
  ],
  closings: [
    zh('已经传好了，转码大约十分钟，完成后会有消息提醒。'),
    zh('按固定帧率 30 重新导出就不会再失败了。'),
    zh('报错的问题已经提给研发，修好后在这里告诉您。'),
    en('Uploaded. Processing takes about ten minutes; you get a message when it is done.'),
    en('Export with a fixed 30 fps and it will not happen again.'),
  ],
  ratings: [
    { ...zh('一步到位'), score: 5, solved: true },
    { ...zh('报错信息应该写人话'), score: 3, solved: true },
    { ...zh('传了四遍才有人告诉我可以续传'), score: 3, solved: true },
    { ...zh('技术小哥很懂'), score: 5, solved: true },
    { ...en('Quick fix.'), score: 5, solved: true },
    { ...en('Works, but the limit of 20 MB is silly.'), score: 3, solved: true },
  ],
};
