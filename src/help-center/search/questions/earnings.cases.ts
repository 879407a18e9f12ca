/** How people ask for each article about money: three ways in Chinese, two in English. */
export const EARNINGS_QUESTIONS = `
payout-delay
  上周的货款到现在还没到账
  订单早就完成了怎么还不打款给我
  货款迟迟没有到，帮我查一下
  I still have not received the money for my orders
  the payout for last week is late

withdrawal-failed
  提现又失败了是什么原因
  点提现报错，提不了
  提现提示银行卡状态异常
  why did my withdrawal fail
  I cannot withdraw my money, it keeps failing

withdrawal-limits
  个人店一次最多能提现多少
  一天可以提现几次，有手续费吗
  提现额度太低，怎么提高限额
  what is the maximum I can withdraw per day
  is there a fee for the second withdrawal

withdrawal-pause
  刚改了密码，为什么24小时不能提现
  换了银行卡提现按钮变灰了
  安全等待期能不能提前解除
  why can't I withdraw after changing my password
  withdraw button is grey since I changed my phone number

name-mismatch
  提现提示户名不一致怎么改
  公司改名以后对公账户户名对不上
  能不能提到我老婆的卡上
  the account name does not match on my withdrawal
  our company was renamed and now withdrawals fail

returned-by-bank
  已打款的钱被银行退回来了
  提现显示退汇是什么意思
  银行把提现退回，多久回到余额
  the bank returned my withdrawal
  payment was sent back by the bank, why

settlement-on-hold
  订单显示暂停结算是为什么
  物流异常导致货款被扣住怎么恢复
  风险核查要补什么材料
  my settlement is on hold, how do I release it
  they ask for delivery proof before they pay

automatic-withdrawal
  怎么开通自动提现
  自动提现今天没有转出来
  自动提现可以留一部分余额吗
  how do I switch on automatic withdrawal
  auto withdrawal did not send anything today

paid-not-received
  提现显示已打款，可是银行卡里没收到
  提现后多久到卡
  已打款三天了银行查不到
  withdrawal says paid but nothing in my bank
  how long does a withdrawal take to reach my card

holiday-payouts
  国庆放假期间货款还结算吗
  周末提现什么时候能到
  春节怎么提现
  do payouts work on weekends and holidays
  will I get money during spring festival

early-settlement
  怎么申请提前结算
  七天账期太久了，能缩短吗
  提前结算为什么没通过
  can I get settled sooner than seven days
  my application for early settlement was refused

settlement-cycle
  结算规则是怎样的，几天结一次
  新开店铺的账期是多少天
  签收后多久结算货款
  how does settlement work
  after how many days are orders settled

earnings-doubt
  到账金额比我算的少，怎么核对
  账单对不上，不知道扣了什么
  这个月收益不对
  my earnings are less than expected
  the statement does not add up

after-sales-deduction
  账单里售后扣回是什么意思
  结算完又退款，钱会被扣回去吗
  为什么扣了我上个月的退款
  what is the after-sales deduction on my statement
  a refund was taken from my payout after settlement

negative-balance
  账户余额怎么变成负数了
  余额是负的，我欠平台钱吗
  怎么充值抵扣欠款
  why is my balance negative
  I owe the platform money, how do I top up

violation-deduction
  为什么有一笔违规扣款
  莫名其妙被罚款，没有收到通知
  延迟发货要扣多少钱
  why was a penalty deducted from my settlement
  late shipping compensation was taken and nobody told me

shipping-insurance
  运费险怎么扣费的
  运费险突然变贵了
  退货运费险能关掉吗
  why did shipping insurance get more expensive
  how do I switch off return insurance

export-statement
  怎么导出账单给会计
  在哪里下载结算明细表格
  对账单打开是乱码
  how can I download my monthly statement as csv
  export settlements for my accountant

invoices
  怎么开发票
  服务费的专票多久能拿到
  买家问我要发票怎么办
  how do I get a VAT invoice
  a buyer is asking me for an invoice

deposit
  开店保证金要交多少
  保证金不足怎么补
  保证金什么时候可以退给我
  how much is the shop deposit
  my deposit is too low, how do I top it up

bind-bank-card
  怎么绑定收款银行卡
  我想换一张银行卡收款
  绑卡一直失败
  how do I add a bank card for payouts
  change the bank account I get paid to

fees
  平台收多少手续费
  技术服务费是几个点
  都有哪些收费项目
  what does the platform charge
  how much is the service fee

creator-commission
  达人佣金多久结算
  带货佣金怎么还没到
  主播分成怎么算的
  when do I get my creator commission
  how is affiliate commission calculated
`;
