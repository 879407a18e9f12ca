/** What rules and figures may be tuned to. */
export const ANSWERABLE = `
payout-delay: 急！！昨天说今天到账的货款到现在都没有 | 都签收了咋钱还没结给我 | where is my payout for the orders delivered on monday | 我一个小店，指着这点货款发工资呢，上礼拜的单子到现在一分钱没看见，你们到底啥时候给
settlement-cycle: 账期几天呀 | 重点商家是不是第二天就结算 | how many days after delivery do i get paid | T+7是从哪天开始算
withdrawal-failed: tixian shibai zenme ban | 钱提不出来啊显示失败 | withdrawal failed 3 times, reason says other
withdrawal-limits: 单笔最多能提多少 | is there a fee for the second withdrawal of the day | 最低多少钱才能提现
withdrawal-pause: 换了银行卡为啥不让提现，要等多久 | can you skip the 24h wait after password change
returned-by-bank: 提现状态是已退回，钱去哪儿了 | my withdrawal came back from the bank saying account closed
paid-not-received: 提现显示成功了银行卡没收到钱 | you say you paid me on friday, bank says nothing came
bind-bank-card: 绑卡总提示四要素不一致 | 对公账户打款验证金额填错了咋办 | how to add my company bank account
name-mismatch: 户名不一致怎么搞 | account name does not match the shop, my wife's card
fees: 入驻要多少钱一年 | 技术服务费几个点 | 平台怎么收费的，开店要钱吗 | what fees do you charge sellers
invoices: 发票抬头开错了能重开不 | can i get a vat invoice for the ad spend
deposit: 保证金交多少，能退不 | how do i top up the deposit
shipping-insurance: 运费险能关吗，扣得太多了 | 没发货就退款的运费险退给我吗
early-settlement: 提前结算没通过，为啥 | apply for T+3
automatic-withdrawal: 自动提现昨天没转出来 | how to set up automatic payout to my card every day
negative-balance: 余额成负的了咋补 | my balance is negative, do you charge interest
after-sales-deduction: 为什么货款又被扣回去了，客户退货 | what is after-sales deduction on my bill
export-statement: 对账单在哪导出 | how far back can i export statements
earnings-doubt: 到账金额跟订单对不上少了好几块 | 这个月收入不对劲，帮忙看怎么核对
creator-commission: 带货佣金啥时候到账 | my commission shows pending, when will it settle
settlement-on-hold: 订单暂停结算，风险核查要交啥材料 | settlement on hold because of logistics
funds-frozen: 资金冻结怎么解冻 | 钱被冻结多久才能放出来
violation-deduction: 有一笔违规扣款不知道为什么 | why was i fined for late shipping
holiday-payouts: 周六提现周一能到吗 | 过年放假货款还结不结
login-problem: 号登不上去了，提示锁定 | it says account does not exist when i sign in | denglu bu shang qu
sms-code-missing: 短信一直不来，登录不了 | not getting the otp text
reset-password: 忘记密码了 手机号还在用 | reset my password please how
reset-link-problem: 找回密码邮件收不到 | reset link expired every time
change-phone-number: 换手机号在哪操作 | 旧手机号不用了收不到短信咋换绑
trusted-devices: 异地登录要验证，店主不在咋办 | new phone asks owner to approve the login
signed-out: 总是掉线让我重新登录后台，别处登录 | keep getting logged out, says signed in elsewhere
account-stolen: 账号异常登录，不是我本人 | i think my account is hacked
ban-appeal: 封号了怎么解封 | my shop got banned for fake goods but they are real
ban-appeal,appeal-rejected: 永久封禁还有救吗
appeal-rejected: 申诉失败了还能再申诉吗 | they upheld the decision, can i appeal again
ban-orders-and-money: 被封了里面的钱怎么取出来 | do i still have to ship orders while suspended
close-shop: 怎么关店 | how to delete my seller account and get the deposit back
team-members,signed-out: 帮我看看昨天谁登过我后台改了价格
team-members: how do i invite a moderator for my live | 怎么邀请场控 | 给运营开个权限不让看钱 | 员工离职了账号怎么停 | how many sub accounts can i have
member-password: 子账号登录不上提示没权限 | my employee forgot their password
identity-check: 人工核验授权书怎么盖章 | id check was returned, photo not clear
fund-password: 资金密码忘了怎么重置 | fund password locked after 5 tries
live-stutter: 直播卡成ppt了 | live keeps buffering
live-stutter,obs-settings: 网速够的啊怎么还是卡顿掉帧
stream-dropped: 断流了咋重新推 | internet went down during my live, can i resume
stream-cut-off: 直播被强制下播了为什么 | my live was cut off for a violation
live-sound: 麦克风没声音 | 直播有电流声滋滋的 | viewers cannot hear me
obs-settings: 推流码在哪里复制 | what bitrate and keyframe for obs 720p
phone-overheats: 手机直播发烫怎么办 | the app keeps crashing when i go live from my phone
before-a-big-show: 大促直播前怎么测试推流 | checklist before a big live
upload-failed: 图片上传不了格式不支持 | upload stuck at 99%
transcode-failed: 视频转码失败 | exported video has no audio track, processing failed
image-requirements: 详情图尺寸要求 | image rejected for watermark
upload-documents: 资质审核没过说授权链不完整 | cannot upload pdf certificate, too large
ad-placement: 投放没曝光 | 推广充值了没到账 | my ads get no impressions
ad-bill: 广告账单对不上 | 有人恶意刷我广告点击
ad-refund: 推广余额怎么退 | refund unused ad credit
ad-rejected: 广告审核被拒怎么改 | ad rejected for QR code in the picture
first-campaign: 新手投流预算设多少 | how should i bid on my first campaign
product-link: 直播间商品上不了架挂不了 | 直播中改错价了怎么办 | cant add products to the live cart
product-removed: 商品下架了怎么重新上 | my listing was taken down for wrong category
reach-limited: 直播间没人是不是限流 | no viewers in my live room lately
credit-score: 扣了2分什么时候恢复 | what happens when credit score hits zero
forbidden-words: 哪些是违禁词 | 标题写国家级会不会违规
appeal-judgement: 被判虚假宣传不服 | how to dispute a violation decision
malicious-reviews: 恶意差评能删吗 | buyer blackmails me with a bad review
report-violation: 举报别人卖假货 | how do i report a live room selling fakes
report-result: 举报了没反应 | does the other side know who reported them
stolen-video: 别人盗用我的视频 | report copyright infringement of my clips
fake-support: 收到短信说店铺要关闭让点链接认证 | 我被骗了转了两千给假客服
service-hours: 客服几点上班 | do you work on sundays | 怎么联系你们
account-manager: 客户经理电话多少 | can i change my account manager
track-a-case: 工单查询 | 忘了工单号咋查进度 | forgot my case number
payout-delay: 哎我那几笔单子都好几天了，后台一毛钱都没进来，咋整啊 | 老板，上个礼拜发的货客户都收到了，我这边钱咋还不给打呀 | still waiting for the money from last week's sales, nothing in my balance yet
settlement-cycle: 我刚开店没几天，这钱是不是得压好久才能拿到手 | after the buyer confirms, when does it become mine
withdrawal-failed: 点了好几回提现都不成，也没告诉我哪儿错了 | every time I try to take my money out it comes back to the balance
withdrawal-limits: 想把卖的二十来万一次性都拿走行不 | can I cash out 200k in one go
withdrawal-pause: 我上午刚换完号码，下午想提钱按钮是灰的咋办 | I updated my card and now the withdraw button is disabled
paid-not-received: 你们说钱打了，银行那边压根没动静啊 | status says paid two days ago, my bank shows nothing
bind-bank-card: 想把原来那张农行的换掉，绑新的，在哪里弄呀
fees: 卖个东西你们得抽走多少，有没有个准数 | how big is your cut on each order
invoices: 每个月那个服务费，我们财务要票，咋弄 | my accountant wants an invoice for the service fee
deposit: 我卖首饰的，开店要先压多少钱在你们这
negative-balance: 我账上咋变成负一百多了，是要我倒贴吗 | my account shows minus 200, what does that mean
after-sales-deduction: 一个多月前的单子都给我结了，现在客户退货又把钱给我划走了
export-statement: 老板让我把这个月的账全拉出来发他，上哪儿弄表格
earnings-doubt: 我拿计算器按了半天，跟你们给的数就是差十几块 | I did the maths and I am short by 12 yuan on this order
creator-commission: 我给人家直播间带了一晚上货，提成啥时候能到我手里
funds-frozen: 账上一万多显示冻结中，啥时候能还给我用啊 | my money is locked because someone complained about fakes
holiday-payouts: 五一放假那几天能把钱提出来不 | will i get my payout during national day holiday
login-problem: 今儿一早后台死活打不开，转半天白屏 | the seller page keeps loading and never lets me in
sms-code-missing: 点了发送，等了十分钟手机一点动静没有 | waited ten minutes and no code on my phone
reset-password: 好久没上了，密码是啥一点印象都没有了 | cant remember what my password was
signed-out: 用得好好的突然就给我弹出来，说别的地方登了
account-stolen: 完了完了，好像有人进了我的号，还动了里面的钱 | somebody from another city is inside my account
ban-appeal: 早上起来店就没了，说违规封了，我啥也没干啊 | they closed my store for no reason, how do i fight it
close-shop: 生意不好做，不想开了，怎么把店撤了
team-members: 新来了个运营，想让他能进后台但别动钱 | want my new assistant to manage products but not see money
member-password: 我手下一个员工的号进不去了，密码他忘了
live-stutter: 一开播画面就一顿一顿的，粉丝全在刷卡 | everyone says my picture keeps freezing
stream-dropped: 刚才家里跳闸了，直播断了，人还在不在里面啊
stream-cut-off: 播得好好的说我违规把我踢下来了，还能不能开
live-sound: 粉丝老说听不清，声音忽大忽小还滋啦滋啦
phone-overheats: 播一会手机就烫手，画面都不动了
upload-failed: 那个视频一直卡在最后一点点传不完 | the upload bar sits at the end forever
transcode-failed: 传是传上去了，一直在处理，处理了一个钟头了
upload-documents: 执照拍了好几遍都给我打回来 | they keep returning the photo of my licence
ad-placement: 充了五百块投流，一天下来一毛没花，没人看 | put 500 in ads and nothing gets spent
ad-refund: 不想投了，剩下那点钱能还我不 | can i have my leftover ad money back
ad-rejected: 我那条广告老过不了，说用词不行
first-campaign: 从来没花钱推过，第一回该投多少试试水
product-link: 直播的时候东西挂不上去，灰的点不了
product-removed: 我卖得最好的那个链接没了，咋让它回来 | my best selling listing disappeared
reach-limited: 以前随便发都上万，现在几百，你们是不是卡我 | my views fell off a cliff, are you hiding me
credit-score: 分快扣没了，有啥法子补回来
forbidden-words: 带货的时候能不能喊这是最好的 | can i say best in the world on my live
appeal-judgement: 我自己拍的视频说我搬别人的，上哪说理去
malicious-reviews: 有人故意给我打一星还找我要钱
report-violation: 有家店天天卖高仿，咋让你们管管
report-result: 我举报那个骗货的都一礼拜了，也没个回音 | reported a seller a week ago and heard nothing
stolen-video: 我辛辛苦苦拍的让人家一模一样发出去了 | another account reposted my clip
fake-support: 有人加我说是你们官方的，叫我先交一笔钱才给解 | a guy saying he is from the platform wants my code
track-a-case: 之前报的那个问题弄到啥程度了，在哪看
account-manager: 我们店不是有专门对接的人吗，上哪找他
`;
