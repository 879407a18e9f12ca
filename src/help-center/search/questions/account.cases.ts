/** How people ask for each article about accounts: three ways in Chinese, two in English. */
export const ACCOUNT_QUESTIONS = `
login-problem
  今天怎么都登不上后台，一直转圈圈
  登录提示账号已锁定怎么办
  店铺账号登陆不了了，急
  seller centre won't let me sign in
  it says my account is locked after wrong attempts

sms-code-missing
  点了好几次验证码，手机就是收不到
  验证码一直不来怎么回事
  提示验证码错误，可我输的是对的
  I never get the text code
  the sms code is not arriving on my phone

change-phone-number
  我换了手机号，登录的号码怎么改
  旧手机号注销了怎么换绑
  想把登录手机换成新的
  I have a new phone number, how do I update it
  my old number no longer works, change my login phone

trusted-devices
  每次换电脑登录都要店主扫码，很麻烦
  新手机登录要设备验证，店主又不在
  怎么设置信任设备，不要每天都验证
  new computer asks for the owner to scan a qr code
  why does it ask to verify this device every day

signed-out
  后台老是被踢下线，说在别处登录
  一个账号能几个人同时登录
  用着用着就自动退出了
  I keep getting logged out, it says another device
  can two people be logged in with the same account

account-stolen
  我的账号好像被盗了怎么办
  有陌生人登录我的账号，钱会不会被转走
  发现异常登录，怎么冻结提现
  I think my account has been hacked
  someone else logged in to my shop, freeze it

reset-password
  登录密码忘了怎么重新设置
  想不起密码了
  修改登录密码在哪里
  I forgot my password, how do I reset it
  where can I change my password

identity-check
  人工核验需要哪些材料
  手持身份证照片被退回，说不清晰
  授权书要盖什么章
  what documents do I need for the manual identity check
  my ID check was rejected, the letter has no seal

reset-link-problem
  找回密码的邮件一直收不到
  重置链接点开显示已失效
  提示今天找回次数用完了
  the password reset email never arrives
  the reset link says it has expired

fund-password
  提现要输的资金密码忘了
  资金密码输错五次被锁住了
  怎么关闭资金密码
  I forgot the six digit funds password
  my withdrawal pin is locked

member-password
  员工的子账号忘记密码了怎么办
  店员登录提示没有权限
  子账号登不进去，提示已停用
  a staff member forgot their password
  my team member cannot log in, no permission

team-members
  怎么给运营开一个子账号
  主播需要什么权限，怎么分配
  怎么添加员工，离职了怎么停用
  how do I invite a colleague to my shop
  what permissions does each role have

ban-appeal
  账号被封了怎么申诉
  店铺突然被封禁，能解封吗
  封号要怎么提交申诉材料
  my account got banned, how can I appeal
  my shop was suspended for no reason

ban-orders-and-money
  账号封了，之前的订单还要发货吗
  封禁期间我的货款怎么办
  永久封号后余额还能拿出来吗
  can I still ship orders while my account is suspended
  what happens to my money if I am banned

appeal-rejected
  封禁申诉被驳回了还有办法吗
  第一次申诉没通过，第二次怎么写
  两次申诉都失败了怎么办
  my appeal was rejected, can I appeal again
  the second appeal failed, is it final

funds-frozen
  账户资金被冻结了怎么解冻
  钱被冻住要冻多久
  余额显示冻结中提不出来
  why are my funds frozen
  how long until my frozen balance is released

close-shop
  不想做了，怎么关闭店铺
  怎么注销账号退保证金
  关店以后保证金多久退
  how do I close my shop
  I want to delete my account and get the deposit back
`;
