/** Who wants a person, and what merely sounds like it: what rules may be tuned to. One a line. */
export const WANTS = `
转人工
我要人工
人工客服
客服
客服在吗
真人
找真人
我要真人客服
有没有人工
帮我转人工，谢谢您
麻烦转接人工
请转人工服务
能给我转人工吗
可以转人工客服不
快点转人工！
转人工转人工转人工
老子要转人工
你个傻机器人，给我转人工
机器人没用，我要人工
不要机器人
别给我发文章了，找个人来
我不想看文章，我要人
我不跟机器人说话
你能听懂吗，听不懂转人工
换人工
换真人来
换个真人
叫人工
叫客服来
叫你们负责人过来
找你们经理
让你们主管联系我
找负责人
我要见你们领导
有没有活人
有没有真人
有人吗
在线客服在吗，出来一个
谁来回我一下，真人
来个活人
来个客服
人工在线吗
人工呢
人工！
转仁工
转人功
zhuanrengong
zrg
rengong
人工kefu
轉人工
我要找客服人員
轉接真人客服
ＺＨＵＡＮ人工
转　人　工
转。人。工
连接人工
接通人工
联系人工客服
联系客服
我想联系客服
怎么联系人工客服
怎么找人工
如何转人工
给我回个电话
能不能安排人打给我
请客服打电话给我
需要人工帮助
需要人工介入
申请人工介入
要求人工处理
能人工帮我看看吗
人工帮我查一下
让人看一下我这个单子
派个人来看看
能找个懂的人来吗
有没有懂的人
我要和你们的人聊
我要跟人说
跟你聊没用
跟机器人说不明白
说了半天还是机器人
全是机器人回复，就没有一个人吗
你们就没有真人客服吗
不是要机器人，是要人
人工客服排队
排队等人工
还没轮到我吗，我要人工
货款一直没到，转人工
我的问题你回答不了，请转人工
看了，没用，转人工吧
没帮助，人工
好的那转人工吧
那就人工
talk to a human
human please
i want a human
real person please
speak to a person
can i speak to someone
i want to talk to an agent
live agent
live chat
representative
connect me to an agent
customer service
customer support please
contact support
i need support from a real person
get me your manager
i want to speak to the manager
let me talk to a supervisor
transfer me
transfer me to a human
please transfer me to a person
hand me over to a human
hand over to a person
is there a human there
is anybody there
anyone there?
are you a real person
are you a bot? get me a human
no bots
no more bots please
stop sending articles, i want a person
i don't want articles, i want a human
i hate bots
useless bot
stupid robot, human now
can a person help me
can somebody help me in person
someone please call me
call me back
please call me
i need someone to call me
is it possible to chat with a staff member
could i talk with one of your colleagues
would you mind connecting me with somebody
i'd like a human agent
i'd like to speak to a customer service representative
need human help
need an agent asap
human agent now!!!
escalate please
please escalate this to your supervisor
talk to someone
speak with an operator
real human
a real agent please
assign me an agent
open a ticket for a human to check
i need a person to check this
have a person look into it
rep pls
my payout is late, let me talk to a human
that didn't help, i want an agent
wheres the human support
how do i reach a human
how can i contact a real person
how do i talk to a person here
huamn
tlak to agent
转人工 please
i want 人工
human客服
客服在哪里点啊我找不到真人入口
都快半小时了还是你在答，人呢
我这个事机器处理不了的，得人来
你先闭嘴，让会说人话的来
麻烦人工，急
亲，帮忙叫下客服妹妹
求求了给个真人吧
我不接受系统回复，我要人回复
你们公司就没有一个喘气的吗
帮我接你们主管电话
我打了两百个字了你就给我看文章？转人工
需要人工坐席
人工通道在哪
把电话给你们领导
有值班的人吗
这个要你们后台同事处理，麻烦帮我转过去
我希望由工作人员来答复我
人工智障，给我转人工
请问怎么样可以跟人工对话
还是找人工吧
客服人员麻烦回复一下
我要投诉这个机器人，换真人
不想再看帮助文档了，让人来跟我说
你就是个程序，找个活的来
给我接个懂技术的
人工。人工。人工。
可不可以不要用机器人敷衍我
能安排客服回访我吗
老师在吗，麻烦真人回下
说人话！找人来
转接客服
转客服
我找客服
让小王来跟我对接
Hi, could a member of the team take over this chat?
pls just give me a human being
Where is the button to talk to a person
enough of this, bring me a human
can you hand this to someone who understands
is this an actual person typing
I've asked three times. Human. Now.
sorry but i would prefer a human
could somebody from support reach out to me
I demand to speak to someone in charge
anyone real here
are there any humans working at this company
I need to speak with somebody about my payout
please have an agent contact me
how to get a live agent
let me speak with a real person in chinese
this automated thing doesn't get it, get me a person
just connect me
can you get a person on this
i want to speak to a supervisor about my ban
send this to your support team please
i need real help from a real person
would you kindly transfer this conversation to customer support
agent agent agent
customer rep
who do i speak to, this bot keeps looping
说了半天没一句有用的，把你们值班经理叫来
这边能人工处理下不，机器人不懂我说啥
劳烦转下人工，感谢
不好意思我比较着急，可以让人工来吗
我年纪大了看不懂这些，能不能找个人教我
我打字慢，能不能电话里说
算了你别答了，我等人工
人工人工！！急急急
有没有会处理提现的真人
麻烦真人看一眼我的店
你们人工几号线在哪转
怎样才不是机器人回复
请人工介入处理此单纠纷
我需要一个活生生的人
你不行，换个行的人来
别绕了，人工
真人在不在
能找个负责的吗
客服小妹在不
让技术人员联系我
想找个人问问怎么申诉
能派个人加我聊聊吗
全是废话，人工！
帮转人工客服处理货款
在吗在吗，人工在吗
接一下真人呗
我不信机器人，我只信人
呼叫客服
找个懂结算的同事给我讲讲
你们到底有没有人工啊
请把我转给结算专员
我要真人回答
叫个管事的出来
可以跟你们的人讲电话吗
转人工！别再推文章了
please stop, i just want to talk with someone from your side
Is it possible to get a human involved here?
put a human on
any chance i could chat with a person instead
could you pass me over to one of the agents
I'm elderly and not good with bots, can a person assist me
need to speak with live support
Good evening, I would appreciate speaking to a representative about my case
human!!!
let me have a word with your manager
get an agent in here
wanna talk to a person
gimme a human
i wanna speak to ur manager
can u transfer me to real ppl
r u a real person
why can't i just talk to someone
how many times do i have to ask for a human
cut the bot crap and get me an agent
a person, please.
is someone able to take my case personally
I request a callback from a human
send me to a live representative
you don't understand me, pass me to an agent
give me the number of someone i can talk to
no i want a real agent not this
My earnings are missing since Monday and the articles do not help, please connect me with an agent.
speak to support
where can i find a human
would rather talk to a person
这个问题你搞不定，我要跟真的人说
能不能有个人告诉我到底怎么回事
可否请您转给人工处理呢
你们家客服都放假了吗，一个都没有
给我个电话我要找人理论
转，赶紧转人工
要真人，不要机器
请转给有权限的同事
我想要人工协助退回保证金
发了这么多没人看吗
人工快来
有没有会说话的
我跟机器说不着，喊你们管事的
拜托找一位客服老师帮我看下
可以视频或者电话客服吗
直接人工好吧
麻烦把我的问题反馈给人工
换你们技术来跟我说
不是这个意思，你听不懂，找人工
在不在？来个会喘气的
我需要和客服讲清楚这件事
你好我想要转人工，因为我的钱没到账，我都等了五天了，实在没办法了
谁负责这个事，让他找我
等了半小时了人工还不来
请为我接通人工服务，谢谢
給我真人客服
zhuan ren gong
wo yao rengong kefu
帮我叫人
人工客服什么时候接待我
is a real support person available to help me
I'd love to chat with somebody from the team
can we get on a call with someone
please pass this on to a human colleague
get me out of this bot
hey bot, go get your boss
are there people working today? i want one
i want customer service now
let me talk to anyone who is not a machine
why am i talking to a robot
Could you arrange for a specialist to contact me?
where is the live chat with agents
need to talk to somebody about a ban
please can a human review my appeal
I'm begging you, a real person
this is going nowhere, agent
help me reach someone at the company
do you have any humans
may I have a representative please
kindly connect with customer care executive
just let me speak w a person
tired of this. manager please
i would like to be contacted by your staff
transfer pls
wtf, just get a human already
Hello, is it possible to switch to live support?
someone help me please, a person
I don't trust bots
not a bot please
can i have a person call me tomorrow morning
没用，换个真人来回答
我不是问这个，麻烦你们人工看看
能不能直接联系到客服本人
我想找一个能拍板的人
请问有人工服务吗？我有急事
叫你们售后过来
我要和真人沟通，谢谢配合
帮我找下结算部门的人
转一下人工吧亲
你这AI真不行，人工人工
我想投诉你们，让负责人给我打电话
别再给我发链接了，找人工
怎么还是机器人啊，人工呢
麻烦给安排一个真人对接
我这边有点复杂，还是人工聊吧
哪里可以找到真人客服呀
嗨，请帮我转真人
客服！客服！客服！
让人工客服联系我手机
人在不在？给我人工
I give up, human please
Can you please put me in touch with a person?
I need to speak to a real agent about my frozen money
hello i want live support
let me talk to somebody real
could I get a person to look into this for me
Is there any way to contact a human?
stop it, agent!!
please assign a support agent to me
speak to a manager
i want to talk to ur team
can you connect me to someone from finance
no thanks, real person please
i'm not talking to a bot anymore
who is the human behind this
give me a live person
need an actual person asap
please hand me to customer service
can someone real answer me
I would prefer talking to your staff
没看明白，还是让人工给我解释一下吧
能请客服同学帮我核对一下吗
我的天，能不能来个真人
请帮忙联系人工，谢谢啦
就不能有个活人跟我说两句吗
我要你们的人来处理，不是程序
别跟我绕弯子了，叫你们经理接电话
这种自动的我不想用，找人
人工客服快出来
转人工，别的不用说
我等了一晚上了，真人呢
我可以和客服通话吗
麻烦帮忙转到人工坐席
换成人工回复可以吗
求人工！在线等
有没有哪位客服可以帮忙看一下
我不要看文章了，直接转人工
把我转给真人
请问如何接通人工客服
请工作人员回复
please get me a human agent
I want an actual person to read this
could you transfer this to your support team
is there a person i can chat with
talk to agent
I need customer support agent
can i have a live chat with someone
your bot doesn't understand, human please
do you have a phone line with real people
please stop the automatic replies and connect me
I'd like to speak with your supervisor
how can i get to a real person
someone real please
let a human handle this
human support
hello i need to speak to someone urgently
don't give me articles, give me a person
pls transfer to agent
who's in charge? let me talk to them
I need to talk with a staff
机器人就会复读，给我来个人
我这事急，直接帮我接人工行不行
麻烦您转给人工客服处理，谢谢
真的没有人工客服吗
人工客服能不能快点接
还是要找你们真人说才行
这解决不了我的问题，转人工吧
把你们主管找来
能不能让懂业务的人跟我讲
我要申诉，找人工帮我弄
怎么连个人都找不到
不要再自动回复我了
你好人工
麻烦客服接一下
我想直接问客服
可以给我一个人工的联系方式吗
请让真人来处理我的退款
我要求和人工对话
有没有在线的客服呀
我不满意你的回答，人工
I want to be transferred to an agent
can you let me speak with a human agent
looking for a real person
is a human available right now
please escalate my case to a supervisor
can someone from support call me today
I am asking for a human
i don't want a bot answering me
talk to real person pls
connect to human
I'd rather speak to someone
get me customer support
need a live agent for my withdrawal problem
hi can i talk to a person about my account
let me speak with an actual human being
do I have to beg for an agent
机器人回答不对，我想让人工再看一下
你们那有人值班没
麻烦您帮忙转一下人工客服，感谢感谢
转人工啊啊啊
不行就叫个人来
可以让你们的人打给我吗
我已经看过帮助了，还是要人工
真人真人真人
有没有能解决问题的人
请让主管回复我
我只要人工，不要别的
客服人员在线吗
我想和一个真实的人交流
算我求你，给个人工
帮我接通客服
我不信自动的，叫你们员工来
这种情况要找谁人工处理
麻烦安排客服给我回电话
人工还要等多久
能人工吗
快叫人来处理
可以帮我转接给同事吗
can someone human please respond
I'd like some human help
pass me to an agent please
is there someone I can speak to?
this isn't working, I need an agent
please let me speak to a supervisor
transfer to human agent
real person needed urgently
how long until a human answers
can a real agent look at my case
i only want to talk to people
stop this bot
give me customer service
could a specialist get in touch
I need to speak to a human being, not a machine
can you have your manager call me
你回答的都不对，请换人工来
请给我安排人工坐席，谢谢
我问的你都答不上来，找人吧
人工服务怎么进
我需要跟你们客服经理反映情况
别用机器人打发我
行了行了，转人工吧
能麻烦哪位同事帮忙处理一下吗
我等人工等了一小时
你好请帮忙接人工谢谢
我就想找个真人问一句话
怎么没有人工入口啊
让你们专业的人来解答
人工接入
能否转接人工客服
烦请转人工处理
拜托来个人帮我看看订单
我要跟客服说话
这里有真人吗
叫客服出来说话
不想跟机器讲，打电话给我吧
真人客服在哪里呀
please connect me with a human representative
I want to talk with support staff
is there any human I can write to
need human
no bot please, person
may I speak with a human?
could you get me an agent?
why is there no human
i need to get hold of a real person
could someone please just call me
this chat bot is not helping, human agent please
just give me an agent already
can i speak with your team lead
please forward me to a colleague
I want this handled by a person
live human please
hi there, could I talk to someone about a chargeback
i've had enough, put me on to a manager
`;
export const DOES_NOT = `
人工智能
人工智能写的标题违规吗
AI人工生成的图片能用吗
人工费
人工费谁出
人工成本
人工费用怎么开发票
人工草坪是什么类目
人工钻石可以卖吗
人工宝石算珠宝类目吗
人工泪液需要资质吗
人工养殖的鱼能直播卖吗
人工呼吸教学视频会不会违规
人工核验要几天
手持身份证人工核验没通过
人工复核结果在哪看
人工审核没过
工人工资怎么发
客服电话
客服电话多少
客服时间
客服工作时间
客服岗位能看到资金吗
客服子账号
我家客服离职了，怎么停用账号
客服岗位权限
给客服开账号
我们店的客服忘记密码了
客服考核怎么看
客服回复率低扣分吗
买家客服聊天记录在哪导出
客服说可以退，怎么还没退
之前的客服说已经登记了
刚才那个客服让我等两小时
不用转人工
不用人工了谢谢
不需要转人工
不要转人工
别转人工
先不转人工
暂时不用人工，我再看看
不是要转人工，我就问个问题
不用找人了，解决了
“转人工”按钮怎么关掉
转人工按钮在哪里设置给买家
怎么让买家少转人工
有人工智能选品吗
真人秀节目能直播吗
真人真事
真人照片可以做主图吗
真人试穿视频
是不是要真人出镜
要本人真人核验吗
假冒客服骗我
冒充你们客服的
骗子说是人工客服
机器人是什么类目
扫地机器人保证金多少
玩具机器人需要3C吗
店铺机器人怎么设置
自动回复怎么关
客户经理
我要换客户经理
店长权限
主管账号怎么开
经理岗位能提现吗
领导让我导出账单
负责人变更要交什么
法人变更
转店主
转让
转账没到
转正
转发
工作人员权限怎么分
工作台打不开
人脸识别失败
人脸认证不通过
本人不在怎么扫码
有人举报我
有人冒用我身份开店
有人抄袭我
有人差评
有没有人抢我流量
直播间没有人气
没人买
没人看
没有人下单
找不到订单
找回密码
找不到提现按钮
找不到客户经理入口
叫停直播
换绑手机
换手机号
换个手机登录要验证
换人直播可以吗
换主播可以吗
来个优惠券
接口怎么接
接不到短信
打电话给买家可以吗
电话被占用
回电显示空号
联系方式怎么改
联系买家
联系不上达人
my agency contract
my agent takes 20 percent
talent agent fee
how do agents withdraw commission
insurance agent category
cleaning agent products, can i sell them
user agent not supported
human hair wigs category
human hair deposit
human rights
human error in my price
person in the video is a minor
in person pickup orders
per person limit
personal account
personal tax
personal data export
real estate category
realtime data
live chat with viewers is slow
live comments
liveness check failed
representative office documents
legal representative changed
legal representative id card
support multiple languages?
does it support obs
support hours
what are customer service hours
customer service role permissions
customer service phone number
my customer service staff forgot the password
the support agent said two days
support told me to upload again
yesterday an agent promised a refund
don't need a human
no human needed
no need for an agent
please don't transfer me to an agent
no agent, just tell me the fee
not asking for a person, just the fee
i don't want to talk to anyone, just tell me how
someone reported me
someone is using my phone number
somebody copied my picture
is anyone allowed to sell alcohol
anyone can join?
call quality bad on live
phone call verification code
voice call code
call buyers
manager role
add a manager
supervisor permissions
staff
operator role
transfer shop ownership
transfer failed
bank transfer
wire transfer reference
escalation of fees
robot toys
bots in my live viewers
chatbot for my shop
automated withdrawal
我的人工成本怎么分摊到账单
客服绩效工资怎么算
给客服小妹设置什么岗位
人工翻译字幕可以吗
人工气候室种的菜
你好，客服说要我补身份证，在哪补
昨天有个客服叫我重新上传
经理说要关店，怎么弄
店里经理离职，权限怎么收回
主管岗位看不到资金
领导要发票
让员工登录要验证
让买家确认收货有什么办法
找回子账号密码
转账截图要交吗
转播别人的直播算盗播吗
我转发了邀请短信他没收到
人脸识别老是过不了
真人口播和AI配音哪个不违规
有人用我照片开店
有人在直播间刷屏
没有人看到我的商品
怎么把人踢出直播间
换人来播需要重新认证吗
换个人收款行吗
想和达人合作
想跟机构谈分成
打电话催买家收货违规吗
骗子给我打电话要验证码
机器人刷评论怎么办
自动回复怎么写
麻烦问下提现要几天
请帮我看看为什么限流
帮我查一下结算
能不能快点到账
不用回电话了，已经好了
我不找人工，你直接说几天到账
不用麻烦客服了，告诉我在哪改密码
what do agents in my agency see
agent code for the talent contract
is human review needed for ads
how long does human review take
human voice too low on live
persons allowed in product pictures
people can't open my link
people are not watching my stream
can staff withdraw money
add staff member
my rep at the agency cut my pay
how do i become a representative of a brand
transfer my shop to someone else
transfer to another bank card failed
send money to a supplier
contact a buyer about the address
call volume low in live sound
is someone allowed to share my account
someone keeps signing in from another city
tell me who reported me
support ticket status
please don't escalate, only a question
i spoke to an agent, they said 3 days
no person in my picture but rejected
人工智能生成封面算违规吗
人工搬运费怎么入账
人工客服昨天已经帮我处理好了，谢谢
客服岗位能不能提现
我们客服小妹的账号被锁了
怎么给买家回电话
怎么让客服快捷回复买家
店铺客服绩效
不用人工，发我文章链接就行
能不能给我发一下教程
主播换人了要不要重新认证
找人刷单会怎样
找人拍视频有补贴吗
找不到人工核验的入口
人工核验入口在哪
真人认证失败
真人试吃视频能发吗
有人冒充平台客服给我打电话
有人来我直播间捣乱
没人给我发货通知
我的负责人信息要更新
负责人身份证过期
领导权限
老板不在怎么扫码
机器人违规吗
机器狗能上架吗
工作人员证怎么上传
帮我转一下提现到新卡
转账给谁了
专员审核资质要几天
i am a talent agent, how do i sign up creators
my manager can't log in
does human error count as violation
how many people watched my live
person in charge of the shop changed, how to update
legal person id expired
add someone to my team
give someone access to ads
customer support role can't see orders
how do i let my staff reply to buyers
someone bought with my card
someone called me pretending to be you
a buyer wants to call me
operator role missing after invite
robots.txt
live support for 4k video?
agent fee deducted from commission
not an agent, i'm the owner, how do i bind my card
thanks, the human i talked to fixed it
real estate can be sold?
speak louder in live, mic too quiet
chat with buyers
contact information of the shop is wrong
get back my video
call me maybe song copyright
can people see my face
people say my sound is low
人工打包的订单怎么录单号
我想找个人代播，平台允许吗
你们公司在哪个城市
客服旺旺怎么登录
让客服改价需要什么权限
怎么查客服聊天记录
主管让我来问提现几天到
老板让我问账期
同事的账号登不上
技术服务费比去年高了
专员岗位能导出账单吗
人像照片要求
人均消费怎么看
直播要真人露脸不
真人模特图要授权吗
能不能请人代直播
让达人来找我合作
怎么请达人带货
有没有人工降噪设置
麻烦问一下保证金多少
电话实名认证怎么弄
请帮我看看这个素材为什么被拒
请问能看下我的订单吗
给我发个发票
叫车
客服已经回复过我了，我再补个图
你好，请问周末提现到账吗
没人下单怎么办，要不要投流
我要找回密码
我想要提前结算
somebody hacked my account
someone from my team can't log in
please help me with my password
can you help me check why withdrawal fails
can you look at my stream settings
please review my appeal rules
how do I contact the brand owner
can i speak english in live
can my staff talk to buyers
agent id field in settlement csv
how many staff can i add
i want to give my manager access to reports
get a new verification code
connect my bank card
connect obs to the platform
transfer my number to a new phone
send me the invoice
call of duty streaming rules
who reported my product
is there an english version
are there any fees
do you have an api
not a person's card, a company card
people in my live complain about lag
need help with upload
i need support for subtitles
want to withdraw
can i have two shops
manual review of ads how long
please call it a day discount allowed?
人工摆盘的水果拼盘怎么定类目
我们请了个经理，怎么加进来
客服中心的发票抬头写什么
请人拍的视频算原创吗
有人反馈链接打不开
要不要给主播开子账号
店里同事能一起登录吗
能给我解释下结算周期吗
麻烦告诉我怎么改密码
我要怎么联系达人
转到另一张卡要等几天
想问下保证金能退吗
真人发声和变声器哪个违规
找到了，不用了
主播本人要核验吗
没人通知我扣款
老师傅带货违规吗
可以给我打款了吗
给我转账的是谁
请帮我恢复商品
tell me how to contact my buyer
can i get paid earlier
please help me understand the fees
need someone else's permission for music?
can my agent withdraw for me
team member can't see orders
supervisor left, remove account
what does support level mean
is there a person limit for team members
who owns the copyright of my live
let me know when it settles
can you call the courier
real name verification failed
someone keeps refunding
get a refund for my ads
please send me the code again
i want to connect two cameras
my staff need access
a customer wants a refund
talk show category rules
人工手写的贺卡能当赠品吗
经理岗位和主管岗位有啥区别
客服电话打不通怎么算违规
我是负责人，但是登不上
主播请假了怎么办
想请教一下怎么设置保证金
让我看看账单在哪
平台能不能给我免运费险
找不到导出按钮
请问真人认证多久
达人说没收到佣金
人工挑选的坚果标题这么写行吗
要人脸识别才能登录吗
有人能看到我的资金吗
别人能看到我的手机号吗
机器人吸粉算违规吗
不用回复了
怎样请人帮我拍视频
可以让员工代提现吗
电话号码停机了
can someone else log in with my account
who is allowed to withdraw
my supervisor needs permission
human-made crafts category
agent license upload
is it ok to call buyers
please tell me the steps
get my deposit back
switch my shop to company type
i need the invoice now
can people abroad watch
the person on my id card moved
support for traditional chinese
real leather claim rules
how to talk about price in live
how do I hand over my shop to my wife
give me early settlement
let buyers chat with me
connect two phones to one live
help me with negative balance
客服可以用子账号登录吗
请人代播要签合同吗
人工调价以后直播间多久更新
真人秀类的内容怎么归类
主管账号能看资金吗
能跟达人直接谈佣金吗
有没有人退货多的处罚
我店里没人会用OBS，怎么设
找不到人工核验的页面
让财务导账单需要什么权限
你们多久打款
给我讲讲怎么投流
来个教程
换电话号码
转账记录在哪看
请问提现多久到
联系不上买家怎么办
要不要本人去银行
经营者变更怎么弄
机器人客服插件能装吗
talk about discount in live allowed?
can I ask a friend to stream for me
agent of my brand sent the license
is a person's face needed on cover
how many agents can join my agency
manager permission for withdrawals
please connect my shop to obs
supporting documents for the appeal
customer asks for an invoice
staff can't upload videos
someone else's trademark
people refund too much
call me when it's settled is that possible
what does customer service score mean
operator account locked
transfer of ownership documents
人工费算在成本里吗
人工客服几点上班
客服绩效怎么导出
我要给店员开权限
请问保证金怎么退
主播真人头像要求
找不到提现记录
叫什么名字的店铺不能注册
请人代运营安全吗
有没有人查过物流异常怎么弄
找达人合作要付定金吗
平台有人审核我的视频吗
让买家改地址
换负责人要多久
电话能不能不公开
经理休假谁能扫码
老板换了怎么改店主
联系买家的方式
怎么跟买家沟通
谁能看到我的银行卡
人脸识别过不去
要等几天才能到账
can a manager withdraw
who do I invite as operator
my staff left the company
person on the licence is my dad
someone sells fakes of my product
people leave my live after 1 minute
is my phone visible to people
add agent as member
human readable order report
do you support mp4
live chat messages disappear
customer service role
call recording
chat history export
transfer orders to another shop
supervisor of my shop forgot password
人工客服岗位子账号怎么建
有没有人工字幕功能
店铺经理能不能改价
主播找人替播违规吗
客服离职后聊天记录还在吗
我想让主播自己登录
要法人本人刷脸吗
我老板要看报表
请问营业执照上的人要和店主一致吗
找一下我的违规记录
人工降噪麦克风类目
给我看看费率
有人买了又退怎么处理
让同事帮我提现可以不
来电显示不出来
帮我看下限流原因
换个银行卡
联系电话写错了
机器人玩具要什么资质
不要再给我发短信广告了
how does human moderation of streams work
team lead permission
my agent wants a bigger share
the person who set up the shop left
someone copied my product photos
can a friend withdraw for me
how do i reply to customers
call centre category deposit
two people in live
how do I hand in documents
chat moderation settings
assign a role to my staff
is my name visible to buyers
escalation of a dispute with buyer
represent a brand as reseller
i contacted the buyer already
real time views wrong
how many people can log in
`;
