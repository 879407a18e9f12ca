import { customer, en, note, type SubCategoryTexts, staff, zh } from '../texts.js';

export const adPlacement: SubCategoryTexts = {
  category: 'feature',
  subCategory: 'ad_placement',
  openings: [
    zh('计划建了两天没有消耗，{campaignId}'),
    zh('广告被拒，说我用了“最”字，我写的是“最近上新”啊'),
    zh('充了 {amount} 没到账'),
    zh('昨天花了三千，一单没有，是不是刷的量'),
    zh('想第一次投流，预算 500，怎么投合适'),
    zh('推广余额能退吗 不想投了'),
    zh(
      '你好，我们昨晚 {time} 到凌晨的直播推广，实时显示消耗 4,210，今天账单变成 {amount}，差了六百多。请问以哪个为准？差出来的部分是什么？计划编号 {campaignId}，麻烦给个明细，我们要和老板交代。',
    ),
    zh('出价怎么设 系统建议 35 我只想出 20'),
    zh('投产比从 3 掉到 0.8 什么都没改'),
    en('Campaign {campaignId} approved but zero impressions for 24 hours'),
    en('ad rejected for "superlative" – the word was "best before date"'),
    en('topped up ¥{amount}, balance unchanged'),
    en('How do I get my unused ad credit back?'),
  ],
  followUps: [
    zh('提了 10% 还是没量'),
    zh('有消耗了'),
    zh('支付凭证发了'),
    zh('改了素材重新提交了'),
    zh('到底算不算无效点击'),
    en('Still no impressions.'),
    en('It started spending, thanks.'),
    en('Receipt attached.'),
  ],
  dialogues: [
    {
      locale: 'zh-CN',
      ends: 'closed',
      rating: { score: 5, solved: true, text: '诊断那个页面我以前都没点开过' },
      lines: [
        customer('{campaignId} 两天没消耗'),
        staff('您好，我看了诊断：出价 12，同类建议 22，低于 70%，基本拿不到曝光；预估人群 3.1 万，也偏窄。'),
        customer('那我提到多少'),
        staff('先提到 16，再把年龄放宽到 20～45，观察 2 小时。别一次提太多，也别反复改，每改一次都会重新学习。'),
        customer('有量了'),
        staff('好的，让它安静跑满 24 小时再看投产比。'),
      ],
    },
    {
      locale: 'zh-CN',
      ends: 'closed',
      rating: { score: 3, solved: true, text: '机审太死板，幸好有人工' },
      lines: [
        customer('“最近上新”也算绝对化用语？？'),
        staff('您好，这确实是误判，系统只看到了“最”字。请点「重新提交」，备注写“最近，表示时间”，4 小时内人工复审。'),
        customer('今晚就要用'),
        staff('我给审核的同事留了话。'),
        note('“最近上新”被机审误伤，今天第二例，请复审时放行并反馈词库。'),
        staff('已通过，计划开始投放了。'),
        customer('OK'),
      ],
    },
    {
      locale: 'zh-CN',
      ends: 'resolved',
      lines: [
        customer('实时显示花了 4210，账单只有 {amount}，到底以哪个为准'),
        staff('您好，以次日 12:00 出的最终账单为准。差额是过滤掉的无效点击，不收费。'),
        customer('六百多的无效点击？有人恶意点？'),
        staff('我看了分布，{time} 前后有一批同一机房的点击，系统已识别并剔除，没有扣您的钱。'),
        customer('那还行 老板问起来我就这么说'),
        staff('可以在「推广 › 财务 › 账单」下载带“过滤量”的明细，直接给他看。'),
      ],
    },
    {
      locale: 'zh-CN',
      ends: 'on_hold',
      lines: [
        customer('充值 {amount} 一个小时了没到'),
        staff('您好，充值一般实时到账，超过 30 分钟就该查了。请发一下支付凭证，要能看到交易单号。'),
        customer('发了'),
        staff('看到了，银行已扣款，我们没有收到支付通知。我转给结算的同事核实。'),
        note('支付侧成功、推广账户无入账，交易号在图里。请结算补单；凌晨支付通道有切换。'),
        staff('需要与支付通道核对，{date} 18:00 前回复您；查实后补到推广账户，您的计划不用动。'),
        customer('计划都停了……好吧'),
      ],
    },
    {
      locale: 'en',
      ends: 'closed',
      rating: { score: 5, solved: true, text: 'Simple answer to a simple question.' },
      lines: [
        customer('How do I get unused ad credit back?'),
        staff(
          'Ads › Billing › Refund. Cash you topped up returns within 5 working days the way it came; bonus credit cannot be returned.',
        ),
        customer('Which part is bonus?'),
        staff(
          '¥300 of your balance; the rest, ¥{amount}, is cash. Stop running campaigns first, or the button stays grey.',
        ),
        customer('done, thanks'),
      ],
    },
    {
      locale: 'en',
      ends: 'pending',
      lines: [
        customer('Campaign {campaignId} is approved, zero impressions'),
        staff(
          'Its diagnosis says "Not live": live promotion spends only while you stream. Did you mean to promote the video instead?',
        ),
        customer('hm. I wanted both'),
        staff(
          'Then keep this one for your shows and make a second campaign of the kind "Video". Shall I check the second before you submit it?',
        ),
      ],
    },
  ],
  notes: [
    '出价低于建议 70%，没量属正常，已建议分步提高。',
    '机审误伤“最近”，已请复审放行。',
    '质疑刷量，无效点击占比 14%，均已过滤未计费。',
    '首次投放，预算 500，建议单计划日预算 100 起，先跑商品推广。',
    '投产比骤降与大促流量竞争有关，同行均降三成。',
  ],
  closings: [
    zh('计划已经开始消耗，前 24 小时别改价，让它学完。'),
    zh('退款已经提交，5 个工作日内原路退回。'),
    zh('素材复审通过，可以投了，祝起量！'),
    en('Your campaign is spending now; leave the bid alone for a day.'),
    en('The refund is on its way, within 5 working days.'),
  ],
  ratings: [
    { ...zh('有诊断有建议，实用'), score: 5, solved: true },
    { ...zh('钱花了没效果，客服也没办法'), score: 2, solved: false },
    { ...zh('给了第一次投放的建议，很用心'), score: 5, solved: true },
    { ...zh('充值的事拖了一天'), score: 2, solved: true },
    { ...en('Spending again within an hour.'), score: 5, solved: true },
    { ...en('The rejection reasons need work.'), score: 3, solved: true },
  ],
};
