import { fold } from '../../platform/search/index.js';

/**
 * What merchants call things: each line is one meaning, in all the words we have seen for it. A question and an article
 * that use different words of one line still meet. Phrases are matched inside the text, so 没有到账 is found in
 * 货款一直没有到账 however a dictionary would cut it.
 */
const MEANINGS: Record<string, string> = {
  account: '账号 帐号 账户 帐户 account',
  shop: '店铺 网店 小店 shop store',
  login:
    '登录 登陆 登入 登不上 登不进 登不上去 登不进去 登不了 进不去 上不去 log_in login logging_in sign_in signin signing_in',
  password: '密码 口令 password passcode',
  recover: '忘记 忘了 找回 重置 重设 想不起 forgot forgotten reset recover lost_password',
  code: '验证码 校验码 短信码 verification_code text_code sms_code otp code',
  not_received: '收不到 没收到 没有收到 未收到 接收不到 not_arriving not_coming never_came',
  ban: '封号 封禁 被封 封了 解封 冻结 封店 永封 banned ban suspended suspend unban disabled blocked frozen',
  member: '子账号 子帐号 员工账号 成员 权限 sub_account team_member member permissions',
  payout: '货款 的钱 到账 打款 回款 结算 款项 尾款 payout paid payment settlement settled money',
  not_paid:
    '没有到账 没到账 未到账 不到账 没到 还没到 没有到 没打款 没有打款 没结算 未结算 没有结算 还没收到 还没有收到 一直没有收到 没有收到货款 没收到货款 没收到钱 没收到款 钱没 钱还没 钱什么时候 ' +
    'not_received not_arrived hasnt_arrived havent_received has_not_arrived have_not_received not_paid not_been_paid where_is_my_money where_is_my_payout didnt_receive didnt_get missing_payout payout_missing',
  late: '延迟 迟迟 拖延 推迟 太慢 很慢 好几天 late delay delayed overdue still_waiting',
  withdraw: '提现 取现 取款 提款 取钱 提钱 withdraw withdrawal withdrawing cash_out withdrawals',
  withdraw_not: '提不了现 提不出 提现不了 取不出 提不了 提现不成功 cant_withdraw cannot_withdraw unable_to_withdraw',
  fail: '失败 不成功 不了 报错 出错 被退回 failed fail fails failure error rejected_by_bank',
  cycle: '周期 账期 几天 多久 多长时间 什么时候 何时 how_long how_many_days when cycle schedule period',
  bank_card: '银行卡 收款卡 绑卡 换卡 收款账户 对公账户 储蓄卡 bank_card bank_account card',
  bind: '绑定 绑卡 换绑 更换 换成 解绑 添加 bind add change link',
  fee: '费用 费率 手续费 服务费 扣点 抽成 抽佣 收费 多少钱 发票 保证金 fee fees rates charge charges pricing cost',
  doubt:
    '对不上 不对 少了 少算 算少 算错 对账 不一致 疑问 异议 扣了 扣款 wrong incorrect less_than mismatch deducted deduction reconcile doubt',
  amount: '金额 收益 账单 明细 收入 amount earnings statement income',
  commission: '佣金 分佣 带货收入 commission affiliate',
  creator: '达人 主播 机构 creator influencer host',
  live: '直播 直播间 开播 推流 live livestream live_room stream streaming',
  stutter:
    '卡顿 卡住 很卡 太卡 好卡 一直卡 老卡 直播卡 画面卡 掉线 断流 卡死 花屏 黑屏 延迟高 不流畅 没声音 没有声音 stutter stutters stuttering lag lagging laggy freeze freezing freezes buffering choppy drops disconnect disconnects disconnecting disconnected',
  upload: '上传 传不上去 传不上 传不了 传视频 upload uploading uploads uploaded',
  video: '视频 短视频 素材 video videos clip',
  picture: '图片 主图 照片 picture image photo',
  ad: '投放 广告 投流 推广 消耗 曝光 ad ads advert advertising campaign impressions promotion',
  product: '商品 宝贝 小黄车 购物车 挂链接 上链接 橱窗 product products cart item',
  attach: '挂不上 挂不了 改价 价格 改错价 挂商品 挂链接 上不了 点不开 打不开 cant_add cannot_add attach',
  report:
    '举报 盗播 盗用 抄袭 侵权 假货 冒充 骗子 诈骗 搬运 盗我 report counterfeit fake stole stolen infringement scam impersonation copyright',
  appeal: '申诉 复核 复议 appeal dispute contest',
  judgement:
    '判罚 误判 违规 处罚 扣分 下架 限流 不认可 violation penalty judgement decision points removed taken_down unfair wrongly',
  hours: '几点 上班 客服时间 营业时间 周末 节假日 hours weekend opening holiday holidays',
  reach:
    '联系客服 联系方式 客服电话 怎么联系 联系你们 打电话 phone_number contact_support contact reach_you reach_support',
  manager: '客户经理 对接人 小二 商家经理 account_manager key_account',
  case: '工单 工单号 处理进度 进度 查询码 case ticket case_status case_number ticket_number progress',
  review: '审核 审核不通过 拒绝 被拒 review rejected disapproved',
};

/** Words that carry no subject: grammar, courtesy, time, and the ways to address us. */
const EMPTY_WORDS = new Set(
  (
    '的 了 吗 呢 吧 啊 呀 嘛 哦 哈 么 我 我们 我的 你 你们 您 它 他 她 这 那 这个 那个 这笔 一笔 有 有一 没 没有 不 是 在 和 与 及 或 就 也 都 还 又 再 很 太 被 把 给 让 向 从 到 对 为 ' +
    '怎么 怎么办 怎样 如何 什么 为什么 为啥 咋 咋办 哪里 哪儿 哪个 谁 请 请问 麻烦 帮 帮我 帮忙 谢谢 您好 你好 在吗 在么 急 急急 可以 能 能不能 可不可以 想 想要 要 我要 需要 应该 ' +
    '一个 一下 一直 一样 一些 有一笔 笔 个 次 天 今天 昨天 前天 明天 昨晚 今早 刚 刚才 刚刚 现在 最近 已经 还是 总是 老是 突然 然后 但是 因为 所以 如果 知道 看 看看 问 问题 情况 办 办法 人工 转人工 真人 客服 人工客服 转 ' +
    '怎么样 好的 好 行 嗯 喂 哪 几 多少 之后 以后 之前 里 上 下 中 来 去 时候 一直在 找人 我想 感觉 看一下 很多 会 得 着 过 过的 自己 别人 东西 事 事情 一 二 两 三 有人 有没有 没人 平台 显示 意思 提示 说 里面 全部 所有 第一 老板 大家 ' +
    'until while a an the i im ive id my me mine you your yours we our us it its is are was were be been am do does did done doing dont doesnt have has had having can could will would shall should may might must to of in on at for from by with about as and or but if so not no yes this that these those there here ' +
    'how what why where who which when please help hi hello hey thanks thank ok okay want need get got getting know tell see still just now today yesterday tomorrow again very too any some one two person human agent talk speak support someone something happened problem issue work works working'
  ).split(' '),
);

export interface Meaning {
  key: string;
  /** Folded phrases; letters with single spaces between words. */
  phrases: string[];
}

export const meanings: Meaning[] = Object.entries(MEANINGS).map(([key, phrases]) => ({
  key,
  phrases: phrases.split(' ').map((phrase) => fold(phrase.replaceAll('_', ' '))),
}));

export const isEmptyWord = (word: string): boolean => EMPTY_WORDS.has(word);
export const emptyWords: readonly string[] = [...EMPTY_WORDS];
