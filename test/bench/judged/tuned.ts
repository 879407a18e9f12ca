/**
 * How merchants and creators ask, and the article of the demo that answers: the set by which the vocabulary is kept, beside
 * `questions.ts`, which it never sees. A kind that ends with a colon, then `article: question | question`.
 */
export const TUNED = `
sentence:
payout-delay: 昨天有一笔订单货款没有到账 | 我的货款怎么还没到账啊，都好几天了
settlement-cycle: 买家签收以后几天能结算
withdrawal-failed: 提现一直失败，说户名不一致 | 提现申请总是不成功怎么回事
withdrawal-limits: 一天能提现几次，最多提多少
withdrawal-pause: 换了银行卡以后为什么 24 小时不能提现
returned-by-bank: 提现的钱被银行退回来了
paid-not-received: 显示已打款，可是银行卡一直没收到
bind-bank-card: 怎么换绑收款的银行卡
name-mismatch: 提现提示户名和开户名不一致
fees: 平台都收哪些费用，费率是多少
invoices: 推广费怎么开专票
deposit: 店铺保证金什么时候退
early-settlement: 怎么申请提前结算
automatic-withdrawal: 自动提现今天怎么没转出来
negative-balance: 账户余额怎么变成负数了
after-sales-deduction: 账单里的售后扣回是什么钱
export-statement: 怎么把账单导出来给财务
earnings-doubt: 账单金额对不上，少了钱
creator-commission: 达人佣金什么时候结
settlement-on-hold: 订单显示暂停结算怎么恢复
funds-frozen: 资金被冻结了多久能解冻
violation-deduction: 为什么有一笔违规扣款，也没有通知
holiday-payouts: 周末提现什么时候到
shipping-insurance: 运费险怎么突然变贵了
login-problem: 帐号登陆不上去了怎么办
sms-code-missing: 手机收不到短信验证码
change-phone-number: 登录的手机号想换一个
trusted-devices: 新电脑登录要店主扫码，店主不在
signed-out: 老是被踢下线，提示在别处登录
account-stolen: 账号好像被盗了怎么办
fund-password: 资金密码输错被锁了
reset-link-problem: 找回密码的链接已经失效
team-members: 怎么给员工开子账号
member-password: 员工的子账号忘记密码了
close-shop: 不想做了，店铺怎么注销
ban-appeal: 帐号被封了能解封吗
ban-orders-and-money: 封号期间的订单和货款怎么办
live-stutter: 直播间一直卡顿掉线
stream-dropped: 直播断流了，直播间还在吗
live-sound: 直播没有声音怎么办
phone-overheats: 手机开播没多久就发烫闪退
obs-settings: OBS 推流码率设多少
before-a-big-show: 大场直播前要检查什么
upload-failed: 视频上传失败卡在 99%
transcode-failed: 视频一直显示转码失败
image-requirements: 主图要多大尺寸才合格
upload-documents: 营业执照上传总是审核不通过
identity-check: 人工核验的手持身份证被退回
ad-placement: 投放计划没有消耗
ad-bill: 推广账单和实时消耗对不上
ad-refund: 推广余额可以退款吗
ad-rejected: 广告素材审核不通过怎么改
first-campaign: 第一次投放预算设多少合适
product-link: 小黄车挂不上商品
product-removed: 商品被下架了怎么重新上架
report-violation: 有人盗用我的视频，怎么举报
report-result: 举报以后多久有结果
stolen-video: 我的商标被别人侵权了怎么投诉
fake-support: 有人冒充客服让我转账
malicious-reviews: 买家用差评敲诈我
appeal-judgement: 视频被判违规我不服，想申诉
appeal-rejected: 申诉被驳回了还能再申诉吗
credit-score: 信用分被扣了怎么恢复
forbidden-words: 直播里哪些词不能说
stream-cut-off: 直播被强制下播了还能再播吗
reach-limited: 最近没流量，是不是被限流了
service-hours: 你们客服几点上班
account-manager: 我的客户经理是谁
track-a-case: 工单处理到哪了

keyword:
payout-delay: 货款未到账 | 钱没到
settlement-cycle: 结算周期 | 账期
withdrawal-failed: 提现失败 | 提不了现
bind-bank-card: 换绑银行卡
invoices: 开发票 | 专票
deposit: 保证金
fees: 手续费
ban-appeal: 封号申诉 | 解封
live-stutter: 直播卡顿
team-members: 子账号
product-link: 小黄车
forbidden-words: 违禁词
credit-score: 信用分
shipping-insurance: 运费险
reach-limited: 限流
service-hours: 客服电话
close-shop: 关店
negative-balance: 余额负数

pinyin:
withdrawal-failed: tixian shibai | tixianshibai | ti xian shi bai zen me ban
reset-password: wangji mima | zhaohui mima
bind-bank-card: bangding yinhangka
payout-delay: huokuan hai mei daozhang | huokuan meidaozhang
ban-appeal: fenghao shensu
live-stutter: zhibo kadun
settlement-cycle: jiesuan zhouqi
invoices: kai fapiao
deposit: baozhengjin
sms-code-missing: yanzhengma shoubudao
account-manager: kehu jingli
upload-failed: shipin shangchuan shibai
malicious-reviews: chaping qiaozha
shipping-insurance: yunfeixian
funds-frozen: zijin dongjie

initials:
withdrawal-failed: txsb
ban-appeal: fhss
settlement-cycle: jszq
bind-bank-card: yhk
reset-password: wjmm
deposit: bzj
sms-code-missing: yzm
team-members: zzh
shipping-insurance: yfx
creator-commission: dryj

typo:
withdrawal-failed: withdrawl failed | withdrawel faild | widthdrawal failed
reset-password: forgot my pasword | forgoten password
bind-bank-card: how do I chnage my bank card
report-violation: someone is selling counterfiet goods
invoices: need an invocie
settlement-cycle: setlement cycle
live-stutter: live stream stuterring
login-problem: 帐户登陆失败 | 账号登录不尚
ban-appeal: acount suspnded appeal
creator-commission: comission not paid
shipping-insurance: shiping insurance
upload-failed: video uplaod failed

english:
payout-delay: my payout hasn't arrived | I have not received the payment for an order from yesterday
reset-password: forgot my password
login-problem: can't log in to my account
live-stutter: my live stream keeps lagging
ban-appeal: account suspended, how do I appeal
ad-placement: ad campaign is not spending
upload-failed: video upload stuck at 99%
fees: what are your fees
withdrawal-limits: maximum withdrawal per day
invoices: how do I get an invoice
deposit: when do I get my deposit back
funds-frozen: my funds are frozen
team-members: add a sub account for a colleague
change-phone-number: change my login phone number
track-a-case: where can I see my ticket status
service-hours: what are your opening hours
forbidden-words: which words are forbidden on live
report-violation: report a copied video
product-removed: my product was taken down
obs-settings: obs bitrate settings
negative-balance: my balance is negative

mixed:
withdrawal-failed: withdraw 失败 | tixian 失败 | ＴＩＫＴＯＫ店铺　提现　失败
payout-delay: payout 没到账
ban-appeal: account 被封 申诉
obs-settings: OBS 参数
live-stutter: live 卡顿
reset-password: 忘记 password
bind-bank-card: 换 bank card
sms-code-missing: SMS 验证码收不到
invoices: invoice 怎么开

traditional:
payout-delay: 訂單貨款沒有到帳 | 貨款還沒到帳
withdrawal-failed: 提現失敗怎麼辦
ban-appeal: 帳號被封，怎麼申訴
reset-password: 忘記密碼，怎麼找回
bind-bank-card: 更換銀行卡
sms-code-missing: 收不到簡訊驗證碼
live-stutter: 直播卡頓、斷線
settlement-cycle: 結算週期是幾天
invoices: 發票怎麼開
deposit: 保證金甚麼時候退
product-removed: 商品被下架，怎麼重新上架
`;
