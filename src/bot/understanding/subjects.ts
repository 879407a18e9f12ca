import type { CategoryKey } from '../../contract/index.js';

/** What a question may be about: a sub-category by its key, or a category where none of its own fits. */
export interface Subject {
  category: CategoryKey;
  subCategory?: string;
  /** In one spelling, see `fold`: Chinese stands anywhere, English as the beginning of a word. */
  words: readonly string[];
}

const of = (category: CategoryKey, subCategory: string | undefined, words: string): Subject => ({
  category,
  ...(subCategory && { subCategory }),
  words: words.split(' ').map((word) => word.replaceAll('_', ' ')),
});

/** How merchants name the questions of the house; a sub-category that a desk adds is told by its name alone. */
export const SUBJECTS: readonly Subject[] = [
  of(
    'account',
    'login_problem',
    '登录 登陆 登不上 登不进 登不了 登入 进不去 验证码 校验码 手机号 旧号码 换号码 信任设备 新设备 异地 扫码 踢下线 挤下 被挤 别处登录 被盗 盗号 被黑 陌生登录 短信 log_in login logging_in sign_in signed_out logged_out sms otp verification_code phone_number device hacked qr_code',
  ),
  of(
    'account',
    'password_recovery',
    '密码 找回 重置 重设 忘记 忘了 忘光 资金密码 支付密码 人工核验 手持 身份核验 授权书 password passcode forgot reset recover fund_password identity_check id_check',
  ),
  of(
    'account',
    'ban_appeal',
    '封号 封禁 被封 封了 解封 封店 永封 永久 冻结 解冻 冻住 驳回 维持原判 二次申诉 banned ban suspended suspension unban frozen upheld',
  ),
  of(
    'account',
    undefined,
    '账号 帐号 子账号 子号 员工 店员 成员 权限 关店 注销 店主 不想做 account sub_account staff member permission close_my_shop close_my_store',
  ),
  of(
    'earnings',
    'withdrawal_failed',
    '提现失败 提不出 提不了 提现 户名 退回 退汇 限额 银行卡 绑卡 换卡 灰色 变灰 withdraw cash_out name_mismatch bank_account bank_card payout_failed limit',
  ),
  of(
    'earnings',
    'payout_delay',
    '货款 到账 没到 未到账 打款 回款 结算 结款 账期 周期 待结算 暂停结算 自动提现 提前结算 没打给 钱没 钱还没 payout settle settlement paid not_arrived where_is_my_money pending',
  ),
  of(
    'earnings',
    'earnings_doubt',
    '扣款 扣了 扣回 扣我 少了 对不上 账单 对账 流水 明细 负数 负的 罚款 违约金 运费险 收益 收入 金额 欠你们 deduct statement balance negative bill amount_wrong fined insurance',
  ),
  of(
    'earnings',
    undefined,
    '费用 费率 抽成 抽佣 手续费 服务费 保证金 押金 发票 专票 佣金 分佣 坑位费 多少钱 收费 fee fees invoice deposit commission charge',
  ),
  of(
    'feature',
    'live_stutter',
    '卡顿 直播 直播间 断流 断播 推流 码率 obs 声音 麦克风 杂音 电流声 发烫 闪退 画面 掉线 黑屏 花屏 开播 大场 直播伴侣 live stream lag stutter bitrate sound microphone crash overheat',
  ),
  of(
    'feature',
    'upload_failed',
    '上传 传不上 传不了 转码 主图 详情图 图片 尺寸 格式 营业执照 资质 证件 upload transcod picture image document licence size format',
  ),
  of(
    'feature',
    'ad_placement',
    '投放 投流 广告 推广 消耗 曝光 出价 预算 素材 充值 赠款 投产 campaign ads advert impression spend creative budget bid',
  ),
  of('feature', undefined, '小黄车 购物车 挂商品 挂链接 上链接 橱窗 改价 库存 product_link cart'),
  of(
    'content',
    'report_violation',
    '举报 侵权 盗播 盗用 搬运 抄袭 假货 售假 冒充 骗子 诈骗 假客服 差评 敲诈 勒索 认证费 权利人 商标 report copied stole_my_video copyright trademark counterfeit fakes scam impersonat bad_review blackmail whatsapp',
  ),
  of(
    'content',
    'appeal_judgement',
    '违规 判罚 误判 申诉 不服 下架 扣分 信用分 违禁词 敏感词 限流 没流量 播放量 流量 强制下播 中断 国家级 全网最低 虚假宣传 violation judgement appeal taken_down removed credit_score forbidden_words shadow reach views cut_off dispute',
  ),
];
