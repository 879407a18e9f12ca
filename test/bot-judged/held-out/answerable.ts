/** Never tuned to: written before the rules, and its failures are counted, not looked at one by one. See `../index.ts` for the form. */
export const ANSWERABLE = `
payout-delay,settlement-cycle: 老板娘问一下哈，上周四卖的那批货钱咋还没进来，后台看着就一个待结算
payout-delay: hello my orders from last week still no money in balance, when it come?? | 货款怎么还不到啊 等着进货呢 | 你好 // 在吗 // 我卖了货好几天了钱一直没打给我 // 是不是你们系统有问题
settlement-cycle: 新店是不是要压半个月的款啊 | 买家点了确认收货之后第几天钱能出来 | whats ur settlement period for normal stores | jiesuan zhouqi shi jitian
withdrawal-failed: 提现又没成功!第三次了,到底卡哪 | my cash out keeps failing, it bounced back to balance twice | 点了提现说失败 也不说为啥
withdrawal-limits: 大额提现有限制吗 我想一把提六十万 | what's the max i can take out in one day | 一天提两次要不要手续费
withdrawal-pause: 昨儿改了个密码，今天提现按钮变灰了点不动 | i changed my phone number this morning and now withdraw is greyed out
returned-by-bank: 提现那笔钱被银行打回来了，卡好像是二类卡 | bank sent my payout back, what now
paid-not-received: 后台写着已打款，我卡里查了八百遍都没有 | it says paid but nothing in my bank account for 2 days
bind-bank-card: 收款卡想换成建行的，在哪儿改 | how do i change the bank account you pay me to
name-mismatch,withdrawal-failed: 公司改了名字，提现说户名对不上
name-mismatch,bind-bank-card: 用我老公的卡收钱行不行
fees: 卖一单一百块的，你们总共抽我多少 | how much commission does the platform take per sale
invoices: 服务费的发票咋开，要专票 | 客户问我要发票，是你们开还是我开
deposit: 做珠宝要交多少押金啊 | 保证金不够会咋样，一定要补吗
shipping-insurance: 运费险这周怎么从六毛涨到一块二了 | can i turn off return shipping insurance for one product
early-settlement: 想快点回款，那个第三天结算怎么才能开通 | do i qualify for faster settlement
automatic-withdrawal: 能让它每天自己提到卡里不，懒得点
negative-balance: 余额显示-356.20是啥情况，我欠你们钱了？ | why is my balance below zero
after-sales-deduction: 账单上那个售后扣回什么鬼，上个月的单子还扣我 | you took money back for an order that was already settled after customer returned it
export-statement: 会计催我要上个月的流水表，哪里能下 | how to download my settlement report to excel | 导出来的账单打开全是乱码
earnings-doubt: 我自己算这单应该到手八十三块，实际给了七十八，差的五块哪去了 | the amount you paid doesnt match what i calculated
creator-commission: 我是主播，帮商家带的货佣金几号能提 | when do affiliate commissions get paid out | 佣金提现要不要扣税的 | 商家答应我的坑位费没给，你们管不管
settlement-on-hold: 有个订单写着暂停结算，说物流异常，我咋弄
funds-frozen: 我账户里三万多被冻住了要冻到什么时候 | my funds are frozen because of a counterfeit complaint, how to release
violation-deduction: 发货晚了一天就扣我三块，凭啥，也没人通知
holiday-payouts: 国庆七天提现能到不 | do you pay out on weekends
login-problem: 登陆后台一直在那转圈圈进不去 | cant log in to seller centre, page just spins
sms-code-missing: 验证码死活收不到，重发了四五次 | yanzhengma shoubudao
reset-password: 密码忘光了 | i forgot my password and cant sign in
reset-link-problem: 邮件里那个重设密码的链接点开说失效 | the reset email never arrives
change-phone-number: 之前登录那个号已经停机了，想换个新号 | how can I update the mobile I log in with
trusted-devices: 换了新笔记本登陆要老板扫码，老板在国外 | do i have to verify this computer every single day
signed-out: 怎么老把我挤下去，说在其他地方登录了
account-stolen: 我号被人盗了！！！里面还有钱 | someone got into my account from another city, i didnt do it
ban-appeal: 店被封了，我觉得冤枉，咋个申诉法 | my account has been suspended how do i appeal
appeal-rejected: 申诉给我驳回了，维持原判，还有别的路吗 | second appeal was rejected too, is there anything left
ban-orders-and-money: 封号以后之前卖出去的单还要不要发货，钱能拿吗
close-shop: 不打算干了，店铺怎么注销掉 | i want to close my store for good
team-members: 新招了个客服小妹，给她开个子账号怎么开 | how to add staff to my shop with limited permission
member-password: 员工那个子号密码忘了，我是老板我能改不
identity-check: 手持身份证照片被退回来了说不清晰 | what documents do i need for the manual identity check
fund-password: 提现的六位密码忘了 输错好几次锁了
live-stutter: 播的时候画面一卡一卡的观众都在骂 | stream is super laggy tonight viewers complaining
stream-dropped: 刚停电断播了，直播间还能接着播不 | my live dropped, do i lose the viewers
stream-cut-off: 说我违规把直播给掐了，今天还能再开吗
live-sound: 直播间观众说听不到我说话 | sound is out of sync with my mouth on live
obs-settings: obs码率该填多少 1080的 | error E2107 when pushing from obs
phone-overheats: 手机播半小时就烫得不行然后闪退
before-a-big-show: 明天搞大场，开播前要检查点啥
upload-failed: 视频传到99就不动了 | my video wont upload, file is 1.5gb mp4
transcode-failed: 一直提示转码失败，手机录屏的视频 | video stuck in transcoding for an hour
image-requirements: 主图要多大，800乘800够吗 | main picture got rejected, what size should it be
upload-documents: 营业执照一直传不上去，pdf的 | my business licence keeps being rejected
ad-placement: 广告开了一天一分钱没花出去 | ad campaign running but zero spend
ad-bill: 昨天推广扣的钱跟我看到的消耗不一样，多扣了四十
ad-refund: 投流充的钱没用完，能退不 | can i get refund on the ad balance
ad-rejected: 素材又没过审，说有绝对化用语 | why was my ad creative disapproved
first-campaign: 头一回投流，一天投多少钱合适
product-link: 小黄车挂不上去，商品是灰色的 | product link wont open for viewers in my live room
product-removed: 我的链接突然被下架了，咋恢复
reach-limited: 最近播放量从几万掉到几百，是不是给我限流了 | am i shadowbanned? views dropped to nothing
credit-score: 信用分只剩5分了怎么涨回来 | how do i get my violation points back
forbidden-words: 直播能不能说全网最低价 | which words am i not allowed to say on stream
appeal-judgement: 视频被判搬运，明明是我自己拍的，怎么申诉
malicious-reviews: 有个买家说不退款就给差评，还要我转200 | competitor is leaving fake bad reviews on my shop
report-violation: 隔壁直播间卖假包，去哪举报
report-result: 我前天举报的那个人咋还没处理 | how long until i hear back about a report
stolen-video: 有人把我的视频原封不动搬过去了 | someone copied my videos and uses my trademark
fake-support: 有个自称你们客服的加我微信让我交认证费 | got a whatsapp from "platform support" asking for a code, is it real
service-hours,fake-support: 客服电话是多少
service-hours: 你们半夜有人吗 | what are your support hours
account-manager: 怎么联系我的客户经理 | who is my account manager
track-a-case: 上次那个工单处理到哪了在哪查 | how do i check the status of my ticket
`;
