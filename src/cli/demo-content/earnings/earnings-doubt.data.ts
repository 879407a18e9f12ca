import { customer, en, note, type SubCategoryTexts, staff, zh } from '../texts.js';

export const earningsDoubt: SubCategoryTexts = {
  category: 'earnings',
  subCategory: 'earnings_doubt',
  openings: [
    zh('这单买家付了 {amount}，到我这怎么少了一截，扣了什么？{orderId}'),
    zh('账单里“售后扣回”是啥，那个月我没退款啊'),
    zh('余额变负数了！！我还倒欠平台？'),
    zh('运费险一单扣我 2.5，以前才 0.6，谁改的'),
    zh('违规扣款 {amount}，我没收到任何通知'),
    zh('对账差了 37.6 元，结算单 {settlementId}，财务对了一下午了'),
    zh(
      '您好，我是{shop}的会计。本月账单汇总的“技术服务费”比我按 3% 算出来的多 {amount} 元，我怀疑有部分商品被归到 5% 的类目去了。能不能给一份按商品维度的明细？另外佣金的计算基数到底含不含平台补贴，页面上写得不清楚。',
    ),
    zh('达人佣金怎么按 30% 扣的 我早改成 20 了'),
    zh('退款了为什么支付手续费不退给我'),
    en('Settlement {settlementId} is ¥{amount} short of what I expected. Please explain the deductions.'),
    en('what is "after-sales clawback"?? nobody returned anything this week'),
    en('My balance is NEGATIVE. How is that possible'),
    en('Commission was charged at 30% on order {orderId}, my rate is 20%.'),
  ],
  followUps: [
    zh('账单我导出来发你'),
    zh('差额还是对不上，差 37.6'),
    zh('那笔流水号我找到了'),
    zh('明白了，是我算错了'),
    zh('所以这钱能退吗'),
    en('I attached the CSV.'),
    en('Still off by a few yuan.'),
    en('That explains it, thank you.'),
  ],
  dialogues: [
    {
      locale: 'zh-CN',
      ends: 'closed',
      rating: { score: 5, solved: true, text: '逐项算给我看，服气' },
      lines: [
        customer('{orderId} 买家付 100，我才到 78.32，扣我快 22？'),
        staff(
          '您好，我逐项列给您：技术服务费 5.25、支付手续费 0.63、达人佣金 20.00、运费险 0.80，另外平台补贴给您加了 5 元。',
        ),
        staff('105 − 5.25 − 0.63 − 20 − 0.80 = 78.32，和到账一致。'),
        customer('服务费怎么是 5.25，我 100 的 5% 不是 5 块吗'),
        staff('技术服务费和支付手续费按“买家实付 + 平台补贴”计算，也就是按 105 元；佣金只按实付 100 元。'),
        customer('懂了 早说嘛'),
        staff('「资金 › 结算明细」每一行都写了类型和比例，导出以后按订单号筛选最清楚。'),
      ],
    },
    {
      locale: 'zh-CN',
      ends: 'closed',
      rating: { score: 4, solved: true, text: '原来是上个月的退款，账单能不能写明是哪单' },
      lines: [
        customer('售后扣回 {amount}，我这个月一单都没退'),
        staff(
          '您好，这笔流水关联的是{date}的一笔订单，结算之后买家在退货期内申请了退款，货款已经结给您，所以从之后的账单里扣回。',
        ),
        customer('哪一单'),
        staff('订单 {orderId}。在账单里点“售后扣回”那一行的流水号，可以直接打开对应的售后单。'),
        customer('还真是……一个月前的单子都能退？'),
        staff('买家在售后期内申请的，当时您店里的自动同意规则放行了。可以在「售后 › 自动处理」里调整。'),
        customer('好 我去关掉'),
      ],
    },
    {
      locale: 'zh-CN',
      ends: 'open',
      lines: [
        customer('结算单 {settlementId} 差 37.6，我们财务对了一下午'),
        staff('您好，辛苦了。请把您算的那张表发过来，最好带订单号和费用类型两列，我逐行核。'),
        customer('发了'),
        staff(
          '收到。差额集中在 4 笔订单的技术服务费，系统按 5% 收，您按 3% 算。这 4 件商品的类目是“珠宝配饰”，费率就是 5%。',
        ),
        customer('可这是发圈，应该是服饰配件 3%'),
        note('4 个发圈被归到珠宝配饰，商品标题里有“珍珠”。请类目运营确认是否错放；若错放，按 90 天内可退差额。'),
        staff('有道理，我转给类目的同事确认。若是归错，差额 37.60 元会在下一次结算里退给您，{date}前回复。'),
        customer('好的 谢谢认真看'),
      ],
    },
    {
      locale: 'zh-CN',
      ends: 'resolved',
      lines: [
        customer('余额负的，-{amount}，我还欠你们钱？'),
        staff('您好，这是退款集中造成的：昨天一天有 26 单结算后退款，扣回的钱超过了余额，所以是负数。'),
        customer('那怎么办 要我充钱？'),
        staff(
          '不用着急。之后每天结算的货款会先抵它，抵完就恢复。想马上恢复提现，可以在「资金 › 充值抵扣」转入，即时到账。',
        ),
        customer('不充会怎样'),
        staff('负数满 30 天会从保证金里抵；保证金因此不足时要补，否则会暂停结算。按您的出单速度，大约三天就抵完了。'),
        customer('那就等抵'),
      ],
    },
    {
      locale: 'en',
      ends: 'closed',
      rating: { score: 5, solved: true, text: 'Line by line, with sums. Perfect.' },
      lines: [
        customer('Order {orderId}: commission taken at 30 %, but my rate is 20 %'),
        staff(
          'Let me look. The buyer ordered on {date} at {time}; you lowered the rate from 30 to 20 % two hours later.',
        ),
        customer('so?'),
        staff(
          'Commission follows the rate at the moment of the order. All orders after the change were charged 20 %; I checked the next fifteen.',
        ),
        customer('Ah. ok, that is fair. Where could I have seen this?'),
        staff(
          'Finance › Settlements shows the rate on every commission line, and your product page keeps a history of rates.',
        ),
      ],
    },
    {
      locale: 'en',
      ends: 'pending',
      lines: [
        customer('Shipping insurance went from 0.60 to 2.50 per order. Mistake?'),
        staff(
          'No mistake, though not a pleasant one: the premium follows your return rate of the last 30 days and is set anew every Monday. Yours rose from 6 to 19 %.',
        ),
        customer('we had one bad batch of sweaters'),
        staff(
          'Then it will fall again as that batch leaves the window. You can also switch the insurance off for single products. Would you like me to check which of them cause the returns?',
        ),
      ],
    },
  ],
  notes: [
    '差额 37.6 元来自 4 笔类目费率，建议类目运营复核。',
    '客户按不含补贴计算服务费，已解释基数。',
    '违规扣款依据链接失效，请内容审核补发通知。',
    '要求导出 12 个月账单，单次 31 天，已教分次导出。',
    '佣金比例变更记录：20% 于 {time} 生效，订单早于变更。',
    '超过 90 天的异议，按规则不再受理，婉拒。',
  ],
  closings: [
    zh('账单已经逐项核对一致，以后点流水号就能看到对应的售后单。'),
    zh('差额 {amount} 元会在下一次结算里退回，到账会短信通知。'),
    zh('费率以商品所在类目为准，可在「店铺 › 类目费率」查询。'),
    en('Everything adds up now. Each line of the statement opens the order behind it.'),
    en('The ¥{amount} will come back with your next settlement.'),
  ],
  ratings: [
    { ...zh('算账清楚，态度好'), score: 5, solved: true },
    { ...zh('扣费项目太多了，看着头疼'), score: 3, solved: true },
    { ...zh('最后退了差额，认真'), score: 5, solved: true },
    { ...zh('就会复制规则，没解决'), score: 1, solved: false },
    { ...en('Finally somebody who can count.'), score: 5, solved: true },
    { ...en('Correct, but I still find the fees too high.'), score: 3, solved: true },
  ],
};
