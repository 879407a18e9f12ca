/**
 * Who wants a person, and what merely sounds like it. Never tuned to, see `answerable.ts`. One a line. The last forty of each were
 * written after the rules stood; those before them, earlier.
 */
export const WANTS = `
我想跟真人说话
给我换个人来
能不能别让机器人回我了
你是机器人吧，叫你们的人来
有活人吗
找个能说话的人
麻烦帮我接一下人工，谢谢
您好，能帮我转一下人工客服吗，这个问题比较复杂
别跟我来自动回复这一套，转人工！！
我不要跟机器聊天
跟你说不清楚，换人
听不懂人话是吧，叫个人出来
人工人工人工
转人宫
转人工客服小姐姐
zhuan rengong
我要找你们主管
叫你们领导来
让经理跟我说
谁能来个人处理一下
可以安排一位同事联系我吗
麻烦安排专人跟进一下
有没有人啊
有人在吗，不要机器人
喂，有没有人管啊
請幫我轉人工
可以找真人客服嗎
能不能打电话给我
我要电话沟通，让客服给我回电
人 工 服 务
转-人-工
転人工
人工客服在哪
怎么才能找到人工
怎么转接到人工啊急死了
我都说三遍了转人工
呼叫人工
切换人工
不需要你回答，直接给我人工
我要跟你们工作人员直接沟通
请让客服专员联系我
这破机器人一点用没有，叫人
机器人滚，我要人
我只想和人聊
别机器人了行不行
能换成人来答吗
你解决不了，找能解决的人来
真人，谢谢
提现失败三次了，给我转人工
账号被封了，麻烦人工处理一下，机器人说的我都看过了
我要人工审核一下我的申诉
来个人
接人工
人呢？？？都没人回我吗
找下客服
is anyone actually there
can i get a real human please
human
agent
speak to a representative
i need to talk to someone
let me talk to your manager
get me a person
stop with the bot replies
i don't want to talk to a robot
you're a bot aren't you, connect me with a human
can someone from your team call me
please have somebody contact me
customer service please
transfer me to support
transfer to an agent
live person
is there a live chat with real people
operator
i want a supervisor now
this bot is useless, give me a human being
any real person here?
put me through to someone who can help
escalate this to a human
connect me to customer support
could you kindly hand me over to a colleague
actual human please
i would like to speak with an advisor
hello?? anyone alive there
can a human look at this
not helpful. agent please
I need human assistance
talk to a real person
chat with an agent
i'm done with this chatbot, i want a person
let me speak to staff
need a rep
switch me to a human
can i talk to customer care
may I please be connected with a member of your staff
who can i talk to, a person not a machine
I'd rather deal with a person
forward me to your team
hmuan please
can i speek to a agent
withdrawal failed again, get me someone
give me a call please
no more automated answers. real support
want to talk to a live agent about my ban
我跟你讲不清，快转人工
转接到人工那边吧
人工在哪里啊怎么点
你好，我有个急事要找真人说
请人工客服回复我的问题
有没有真的人在后面
换人工聊
我不想看这些，给我找客服
麻烦帮我呼叫一下人工
能给我找个会处理封号的客服吗
你是AI吗，我要真人
机器回复没有意义，请安排人
这事要找你们领导
你们这里能人工服务吗
喊个人来行不
要人工！要人工！要人工！
请您转给专门处理结算的同事
我要打电话给你们客服
等人工中
找人工客服解封
算了算了，人工
人工老师在吗
connect me with someone now
I need a real human, this is urgent
speak to customer service representative
where are the humans
no robots
i'd like to be put through to an agent
can we skip the bot and get a person
please send a human
is it possible to speak with somebody?
kindly escalate to a senior agent
talk to your support staff
I want to contact a human agent about my payout
give me an operator
can I have someone look at my account
I need assistance from a real agent
hand over to human
agent now
let me chat with someone real
`;
export const DOES_NOT = `
人工智能推荐不准怎么办
你们的人工费怎么算
人工成本太高了，想用数字人直播可以吗
客服热线是哪个号码
客服几点下班
人工核验要交什么材料
人工核验被退回了
人工审核要多久
广告素材人工复审多久出结果
不用转人工了，我自己搞定了
不需要人工，你回答就行
先别转人工
刚才人工说的退款什么时候到
上次人工客服告诉我三天到账
昨天客服说今天给我结算
你们客服说的和页面不一样
我店里的客服子账号怎么开
怎么给客服分配权限
买家找客服退款怎么处理
买家要求转人工怎么设置
我想设置我店铺的机器人自动回复
机器人自动回复怎么设置
智能客服怎么接入店铺
店铺客服响应率怎么看
假客服让我转账
有个自称人工客服的人加我
真人出镜是不是流量更好
真人主播和数字人哪个好
主播真人认证怎么做
直播必须真人吗
数字人直播违规吗
人工降雨
手工人工吹制的玻璃杯能卖吗
人工授粉的水果算不算绿色食品
怎么找客户经理
我的客户经理是谁
我的经理离职了店铺怎么转
机构经纪人抽我佣金合理吗
经纪人合同到期怎么解绑
怎么找达人
怎么找到我的订单
找人代运营违规吗
有人盗我视频
有人恶意刷我广告
直播间没有人
直播间没人怎么办
没有人看我直播
有人投诉我怎么办
买家的电话在哪看
电话号码换了怎么改
叫快递上门取件怎么叫
人员权限怎么设置
转账到对公账户要多久
转让店铺
转码失败
转给财务的账单怎么导出
工单怎么查
人气下降
my agent's commission is too high
my agent cut my commission
how do i add an agent to my shop
human resources contact for payroll
person name does not match bank card
the wrong person is on my bank card
personal shop or company shop
what is an account manager
my manager left, how do i remove his access
representative images of the product rejected
live agent earnings report
is a human face required in the live
AI avatar or human host, which is allowed
support for 1080p streaming
does the app support android 9
customer service score dropped
how is the customer service rating calculated
the agent told me yesterday it takes 3 days
i already talked to a person, just tell me the settlement date
no need for a human, thanks
don't transfer me, just answer
i don't need an agent
who can see my phone number
someone stole my video
someone logged into my account
someone is reporting my videos
robot vacuum category deposit
bot traffic on my ads
fake support person called me
a person reported me for fakes
operator fee on the bill
can i call buyers
staff account permissions
manual identity check returned
supervisor role for team members
call to action button in live
real person verification failed
人工分拣的水果标题
我朋友说你们客服态度好
直播间客服话术模板
怎样让主播收到佣金
帮我看看这样写标题行吗
店主和负责人必须是同一个人吗
来个人脸识别的教程
给客服号绑手机
没有人工作的时候自动提现吗
找不到我的视频
有客户要开专票
换手机要重新登录吗
请问可以提前结算吗
我同事被踢下线了
叫我补身份证
要等审核吗
能转让店铺给别人吗
别人举报我怎么办
有个买家一直要我加微信
平台的人会私下加我微信吗
can a creator have an agent
human face detection in cover image
my supervisor can't see earnings
I want to speak less and show more in live, tips?
contact phone number change
who watches my live
how to connect mic
someone keeps copying me
is support available at night
the customer service phone keeps ringing in my shop
how do I become a live host
get more viewers
can one person own two shops
staff training videos
need the bank transfer receipt
is live chat saved after stream
agents cut percentage
call for help in scam case
transfer limit
personal shop withdrawal
`;
