/** How people ask for each article about features: three ways in Chinese, two in English. */
export const FEATURE_QUESTIONS = `
live-stutter
  直播的时候画面一卡一卡的
  直播间卡顿，观众说看不了
  我网速很快为什么直播还是卡
  my stream keeps freezing and buffering
  viewers say my live is lagging

obs-settings
  OBS推流参数怎么设置
  1080p码率填多少合适
  推流报错E2107怎么办
  what bitrate should I use in obs
  best encoder settings for the live stream

stream-dropped
  直播突然断流了怎么重新推流
  停电导致直播中断，直播间还在吗
  直播间自己下播了
  my stream dropped, can I reconnect
  the internet went down during my live, is the room lost

live-sound
  直播没有声音怎么办
  声音和嘴型对不上
  直播有电流声和回声
  viewers cannot hear me, no sound on my live
  audio is out of sync with the video

phone-overheats
  手机直播发烫死机
  用手机开播老是闪退
  手机太热直播就卡住
  my phone gets hot when I stream
  the app crashes in the middle of my live

before-a-big-show
  明天大场直播要提前检查什么
  怎么测试推流
  第一次开播要准备哪些东西
  checklist before a big live show
  how do I test my stream before going live

product-link
  直播间小黄车挂不上链接
  商品链接观众点不开
  直播中改错价格了怎么办
  I cannot add products to the live cart
  viewers cannot open the product link

upload-failed
  视频怎么也传不上去
  上传到一半就失败了
  图片上传不了
  my video will not upload
  upload keeps failing halfway

transcode-failed
  视频转码失败怎么办
  作品一直显示转码中
  导出视频用什么编码格式
  transcoding failed for my video
  how long does video processing take

image-requirements
  商品主图尺寸要多大
  主图被退回说有水印
  苹果手机拍的照片HEIC格式不支持
  what size should the product picture be
  my main image was rejected

upload-documents
  营业执照上传失败
  质检报告PDF太大传不了
  资质审核不通过怎么补
  cannot upload my business licence
  my test report was sent back

ad-placement
  建的推广计划没有曝光没有消耗
  投放一直花不出去钱
  广告充值没到账
  my ad campaign gets no impressions
  ad top-up is missing

ad-rejected
  广告素材审核不通过
  素材被拒说有违禁词怎么改
  广告被拒怎么重新提交
  my ad was rejected, what should I change
  ad review says not approved

ad-refund
  推广余额怎么退出来
  不投广告了，充的钱能退吗
  赠款可以退款吗
  can I get my unused ad balance back
  refund of advertising credit

ad-bill
  推广账单跟实时消耗对不上
  怀疑有人恶意点击我的广告
  花费超过了日预算
  my ad spend went over the daily budget
  invalid clicks on my ads

first-campaign
  新手第一次投放预算设多少
  出价应该怎么出
  投产比多少算正常
  how much budget for my first ad campaign
  what bid should I set for ads
`;
