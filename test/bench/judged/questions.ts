/**
 * How merchants and creators ask, and the article of the demo that answers: written apart from the vocabulary and never tuned
 * to. A kind that ends with a colon, then `article: question | question`.
 */
export const JUDGED = `
sentence:
payout-delay: 上周五的订单到今天货款还没给我结 | 我的钱卡在平台三天了，什么时候能到
settlement-cycle: 确认收货以后要过几天才能拿到钱 | 你们是周结还是日结
withdrawal-failed: 点提现就提示失败，试了好几次都不行 | 提现被退回来了，余额又回到账户里
withdrawal-limits: 一天最多可以提多少钱出来 | 单笔提现有没有上限
withdrawal-pause: 刚改完密码为什么不能提现了
returned-by-bank: 银行把打给我的款退回去了怎么处理
paid-not-received: 后台显示已打款但是银行卡里没有钱
bind-bank-card: 我想换一张卡收款要怎么操作
name-mismatch: 卡是我老婆的名字，可以收款吗
fees: 平台每一单要抽多少点
invoices: 怎么跟你们要增值税专用发票
deposit: 不做了，保证金可以退给我吗
shipping-insurance: 运费险是谁出钱，怎么关掉
early-settlement: 有没有办法让货款早点到账
automatic-withdrawal: 能不能设置每天自动把钱打到卡里
negative-balance: 为什么我的账户余额变成负的了
after-sales-deduction: 客户退货以后把已经结的钱又扣走了
export-statement: 会计要这个月的流水表格在哪下载
earnings-doubt: 这个月收入算得不对，比我自己算的少了八百
creator-commission: 帮别人带货的佣金什么时候给
settlement-on-hold: 货款被扣住说是风险核查
funds-frozen: 账户里的资金被冻结了怎么解冻
violation-deduction: 因为发货慢被罚了钱，在哪里看
holiday-payouts: 春节期间还能正常到账吗
login-problem: 今天早上开始后台怎么都登不进去
sms-code-missing: 手机一直收不到你们发的短信
reset-password: 密码想不起来了怎么弄
reset-link-problem: 找回密码邮件里的链接打开说过期了
change-phone-number: 原来的手机号不用了，登录号码怎么换
trusted-devices: 每次换一台电脑都要扫码验证好烦
signed-out: 用着用着就被踢出来，说在别的地方登录
account-stolen: 有陌生人登录了我的账号还改了密码
ban-appeal: 店铺莫名其妙被封了，去哪里申诉
ban-orders-and-money: 号被封了，没发货的订单和里面的钱怎么办
close-shop: 我不想开店了怎么注销
team-members: 想给员工开一个自己的登录账号
member-password: 店员忘了他的密码我能帮他改吗
identity-check: 要我手持身份证拍照是干什么的
fund-password: 资金密码输错被锁了
live-stutter: 观众说我直播画面一卡一卡的
stream-dropped: 播到一半突然断流了还能接着播吗
stream-cut-off: 直播被你们强制关闭了是什么原因
live-sound: 直播间里没有声音怎么回事
obs-settings: 用OBS推流码率设多少合适
phone-overheats: 手机直播两个小时就烫得闪退
before-a-big-show: 明天有大场直播，提前要检查哪些东西
upload-failed: 短视频传到99%就不动了
transcode-failed: 视频上传好了但是一直在转码
product-link: 小黄车里的链接顾客点不开
image-requirements: 主图要多大尺寸
product-removed: 我的商品被下架了怎么重新上架
ad-placement: 投了广告半天一分钱都没花出去
ad-rejected: 广告素材审核总是不通过
ad-refund: 广告账户里没花完的钱能退吗
ad-bill: 广告扣的钱和我看到的点击对不上
first-campaign: 第一次投广告应该怎么设置
report-violation: 隔壁店卖假货我要举报
report-result: 我举报的那家店怎么没有下文
stolen-video: 别人搬运了我的视频还火了
appeal-judgement: 说我违规我不服，在哪里申诉
appeal-rejected: 申诉被驳回了还能再申诉一次吗
credit-score: 信用分被扣了怎么恢复
forbidden-words: 直播的时候哪些话不能说
reach-limited: 最近直播间都没人进，是不是被限流了
malicious-reviews: 有买家用差评威胁我给他钱
fake-support: 有人加我微信说是你们官方客服要收认证费
service-hours: 半夜有没有客服在
account-manager: 我们店有没有专门的对接人
track-a-case: 昨天提交的工单现在到哪一步了
upload-documents: 营业执照传不上去

keyword:
payout-delay: 货款延迟
withdrawal-failed: 提现不成功
settlement-cycle: 账期
fees: 服务费率
invoices: 开专票
deposit: 退保证金
negative-balance: 余额为负
fund-password: 支付密码
ban-appeal: 账号解封
live-stutter: 直播掉帧卡顿
obs-settings: 推流码率
live-sound: 麦克风没声
upload-failed: 上传失败
image-requirements: 图片像素
forbidden-words: 极限词
credit-score: 恢复信用分
stolen-video: 盗播
malicious-reviews: 恶意差评
team-members: 子账号权限
sms-code-missing: 验证码收不到
shipping-insurance: 运费险
ad-refund: 广告退款
holiday-payouts: 国庆到账
track-a-case: 工单进度

pinyin:
withdrawal-failed: tixian bu chenggong | tixian shibai zenmeban
payout-delay: huokuan meiyou daozhang
settlement-cycle: jiesuan zhouqi duojiu
bind-bank-card: genghuan yinhangka
reset-password: wangji mima
login-problem: dengbushang
ban-appeal: zhanghao bei feng
live-stutter: zhibo ka
fees: shouxufei
deposit: baozhengjin tui
invoices: kai fapiao
sms-code-missing: shoubudao yanzhengma
account-manager: kehujingli
upload-failed: shangchuan shibai
ad-placement: toufang meiyou xiaohao
appeal-rejected: shensu bohui
malicious-reviews: eyi chaping
track-a-case: gongdan jindu

typo:
payout-delay: 货款没有到帐 | 我的贷款怎么还没到账
withdrawal-failed: 提显失败 | withdrawl keeps failling
login-problem: 帐号登陆不上 | cant loggin to seller center
reset-password: 忘记蜜码 | forgot my passwrod
ban-appeal: 帐号被丰了 | acount suspendded
live-stutter: 直播卡盾 | livestrem lagging
invoices: 开发飘 | need an invioce
sms-code-missing: 收不到验正码 | verfication code not recieved
bind-bank-card: 绑定银行咔 | chnage bank acount
upload-failed: 视频上转失败 | vidoe upload fails
deposit: 保正金怎么退 | get my depoist back

english:
payout-delay: where is my money from last week's orders | payout still not here after five days
settlement-cycle: how many days after delivery do you pay out
withdrawal-failed: my withdrawal was rejected
withdrawal-limits: what is the most I can withdraw per day
paid-not-received: it says paid but nothing arrived at my bank
bind-bank-card: I want to use another bank account for payouts
fees: how much commission does the platform take
invoices: can I get a tax invoice for your fees
deposit: how do I get my security deposit back
negative-balance: why is my balance below zero
export-statement: download transactions for my accountant
earnings-doubt: the settlement amount is less than I calculated
creator-commission: when do influencers receive their commission
holiday-payouts: do you pay out over Chinese New Year
login-problem: the seller page stays white after I sign in
sms-code-missing: no verification text message comes
reset-link-problem: the reset link in the email has expired
trusted-devices: asks me to scan a code every time on a new laptop
account-stolen: somebody hacked my account
ban-appeal: my shop got banned for no reason
close-shop: delete my store for good
team-members: give my assistant their own login
live-stutter: viewers complain the stream is buffering
live-sound: no audio in my live room
obs-settings: which bitrate should I use in OBS
upload-failed: video stuck while uploading
product-removed: my listing was taken down
ad-placement: my ads get no impressions
ad-rejected: ad creative keeps getting disapproved
stolen-video: someone reposted my clip without permission
appeal-rejected: my appeal was turned down, what next
forbidden-words: what am I not allowed to say on air
fake-support: someone on whatsapp claims to be your support
service-hours: are you open at night

mixed:
withdrawal-failed: withdraw 一直 failed
payout-delay: payout 没到账
bind-bank-card: 怎么 change 收款的 bank card
login-problem: seller center 登不上
ban-appeal: account 被 ban 了怎么 appeal
obs-settings: OBS bitrate 怎么设置
live-stutter: live 卡顿 buffering
invoices: invoice 怎么开
ad-placement: ads 没有曝光
upload-failed: upload 视频失败
reset-password: password 忘了
fees: commission 抽几个点

traditional:
payout-delay: 貨款一直沒有到帳 | 錢什麼時候會到
withdrawal-failed: 提現失敗怎麼辦
bind-bank-card: 更換銀行帳戶
login-problem: 帳號無法登入
reset-password: 忘記密碼
ban-appeal: 帳號被封鎖如何申訴
invoices: 如何開立發票
live-stutter: 直播一直卡頓
upload-failed: 影片上傳失敗 | 視頻上傳不了
deposit: 保證金退還
sms-code-missing: 收不到驗證碼
fees: 平台手續費多少
report-violation: 檢舉賣假貨
`;
