/** How people ask for each article about content, and about ourselves: three ways in Chinese, two in English. */
export const CONTENT_QUESTIONS = `
report-violation
  怎么举报别的商家卖假货
  我要举报一个直播间虚假宣传
  在哪里举报违规商品
  how do I report a shop selling fake goods
  report a live room for false advertising

stolen-video
  别人搬运我的视频怎么投诉
  商标被侵权要提交什么证明
  我的作品被抄袭了
  someone copied my video, how do I take it down
  a shop is using my trademark

fake-support
  有人自称平台客服让我转账
  加我微信要验证码的是不是骗子
  接到电话说要交认证费
  a person claiming to be support asks me for money
  is this platform agent on whatsapp a scam

malicious-reviews
  同行恶意刷差评怎么办
  买家威胁我不赔钱就给差评
  差评能不能删除
  a buyer threatens me with a bad review
  how do I remove fake reviews

report-result
  举报了好几天没有结果
  举报之后在哪里看进度
  举报别人会不会被知道是我
  I reported a shop and heard nothing
  is my report anonymous

appeal-judgement
  视频被判违规下架，我不服
  觉得判罚有问题怎么申诉
  误判扣分了想要复核
  my video was taken down unfairly
  how do I appeal a violation decision

credit-score
  信用分怎么恢复
  信用分扣完了会怎样
  违规一次扣几分
  how do I get my points back
  what happens when all points are gone

forbidden-words
  直播间有哪些违禁词不能说
  标题里能不能写第一
  怎么检测敏感词
  which words are forbidden in live shows
  can I say best in the title

stream-cut-off
  直播被判违规中断了还能再播吗
  直播间被强制关闭是什么原因
  被限制开播七天
  my stream was cut off for a violation
  when can I go live again after an interruption

product-removed
  商品被下架了怎么重新上架
  商品审核不通过说类目错误
  下架的链接恢复后评价还在吗
  my product was taken down, how do I relist it
  listing was rejected for the wrong category

reach-limited
  我的直播间是不是被限流了
  最近播放量突然很低没流量
  直播间没人看怎么回事
  am I shadow banned
  why did my views drop so much

service-hours
  你们人工客服几点下班
  怎么打客服电话
  周末有人工吗
  what are your support hours
  how can I contact customer service

account-manager
  我的客户经理是谁
  怎么申请更换客户经理
  重点商家有什么服务
  who is my account manager
  how do I get an account manager

track-a-case
  怎么查我的工单处理进度
  工单号忘了怎么办
  我的问题处理到哪一步了
  how do I check the status of my case
  where can I find my ticket number
`;
