import { fold } from '../../platform/search/index.js';
import { TRADE_MEANINGS } from './trade-words.js';

/**
 * What merchants call things: each line is one meaning, in all the words we have seen for it. A question and an article
 * that use different words of one line still meet. Phrases are matched inside the text, so 没有到账 is found in
 * 货款一直没有到账 however a dictionary would cut it.
 */
const MEANINGS: Record<string, string> = {
  account: '账号 帐号 账户 帐户 account',
  shop: '店铺 网店 小店 shop store 门店',
  device: '设备 新电脑 换电脑 新手机 扫码 信任 device qr_code new_computer trust',
  kicked:
    '踢下线 被踢 挤下线 被挤 别处登录 自动退出 同时登录 signed_out logged_out logged_in_elsewhere same_account 顶下来 顶下线 顶号 弹出来 强制退出 掉登录 kicked_out logs_me_out signs_me_out',
  phone:
    '手机号 换号码 旧号码 换绑手机 登录手机 号码 phone_number old_number new_number mobile_number login_phone 手机号码 电话号码 换号 老号码',
  link_mail: '邮件 邮箱 链接失效 已失效 过期 次数用完 email e_mail reset_link expired mail 重置邮件',
  funds_password: '资金密码 支付密码 提现密码 funds_password withdrawal_pin pin',
  close_shop:
    '关店 关闭店铺 关闭 注销账号 注销店铺 不想做 退店 close_my_shop close_shop delete_my_account close_account 不开了 不想开 不干了 撤店 停业 歇业 注销 关掉店 把店关 shut_down_my_shop stop_selling',
  login:
    '登录 登陆 登入 登不上 登不进 登不上去 登不进去 登不了 进不去 上不去 白屏 空白页 white_page blank_page log_in login logging_in sign_in signin signing_in 登不了 登录不了 登录不上 进不了 打不开后台 log_on log_into get_in gets_in',
  password: '密码 口令 password passcode',
  recover:
    '忘记 忘了 找回 重置 重设 想不起 forgot forgotten reset recover lost_password 记不住 记不得 不记得 记不起 没印象 cant_remember dont_remember cannot_remember',
  code: '验证码 校验码 短信码 verification_code text_code sms_code otp code 动态码 短信 verification_text',
  not_received:
    '收不到 没收到 没有收到 未收到 接收不到 not_arriving not_coming never_came never_get never_got does_not_arrive never_arrives not_getting 没来 不来 没动静 没反应 等不到 没有短信 nothing_came nothing_arrived no_code no_sms',
  ban: '封号 封禁 被封 封我 封了 解封 封店 永封 封停 banned ban suspended suspend suspension unban disabled blocked 店没了 号没了 封店铺 店铺被封 账号没了 closed_my_store closed_my_shop banning',
  freeze: '冻结 解冻 冻住 被冻 一键冻结 frozen freeze unfreeze 锁住 资金锁定 money_locked locked_money locked_funds',
  stolen_account:
    '被盗 盗号 被黑 陌生人 陌生登录 异常登录 hacked compromised someone_else_logged_in account_stolen stolen_account 有人登 别人登 被人登 进了我的号 密码被改 broke_into someone_logged inside_my_account unauthorized unauthorised',
  member:
    '子账号 子帐号 员工 店员 运营 成员 权限 sub_account staff_member colleague team_member member permissions 助理 场控 同事 手下 下属 新员工 assistant assistants employee employees moderator moderators',
  payout: '货款 的钱 到账 打款 回款 款项 尾款 payout payouts payment get_paid getting_paid',
  settle: '结算 结款 settlement settlements settled settle',
  pending: '待结算 结算中 预计结算日 pending',
  not_paid:
    '没有到账 没到账 未到账 不到账 没到 还没到 没有到 没打款 没有打款 没结算 未结算 没有结算 还没收到 还没有收到 一直没有收到 没有收到货款 没收到货款 没收到钱 没收到款 钱没 钱还没 钱什么时候 ' +
    'not_received not_arrived hasnt_arrived havent_received has_not_arrived have_not_received not_paid not_been_paid where_is_my_money where_is_my_payout didnt_receive didnt_get missing_payout payout_missing 没给 还没给 没打给 没结给 没拿到 没进账 没进来 没入账 不给我钱 钱呢 nothing_in_my_balance no_money_yet never_paid',
  late: '延迟 迟迟 拖延 推迟 太慢 很慢 好几天 late delay delayed overdue still_waiting 拖着 拖了 等了好久 waiting_for',
  withdraw:
    '提现 取现 取款 提款 取钱 提钱 withdraw withdrawal withdrawing cash_out withdrawals 提出来 取出来 拿出来 转出来 转到卡 提到卡 拿到手 take_money_out take_my_money_out get_my_money_out money_out',
  withdraw_not:
    '提不了现 提不出 提现不了 取不出 提不了 提现不成功 cant_withdraw cannot_withdraw unable_to_withdraw 提不动 提不来 取不了 拿不出来',
  fail: '失败 不成功 不了 报错 出错 被退回 failed fail fails failure error rejected_by_bank 不行 没成功 unsuccessful did_not_go_through didnt_go_through',
  cycle:
    '周期 账期 几天 多久 多长时间 什么时候 何时 how_long how_many_days when cycle schedule period 多少天 哪天 啥时候 什么时间 几时 when_do when_will how_soon',
  bank_card:
    '银行卡 收款卡 绑卡 换卡 收款账户 对公账户 储蓄卡 bank_card bank_account card 卡号 银行账户 农行 工行 建行 招行 中行 交行',
  bind: '绑定 绑卡 换绑 更换 换成 解绑 添加 bind add change link 改卡 加卡 加一张 replace',
  fee: '费用 费率 手续费 服务费 扣点 抽成 抽佣 收费 多少钱 几个点 fee fees rates charge charges pricing cost 抽走 抽多少 扣几个点 提点 佣金率 percentage percent cut take_rate',
  invoice: '发票 开票 专票 普票 invoice invoices fapiao 财务要票 要票 billing_document',
  deposit: '保证金 押金 deposit 压钱 压多少 压在',
  shipping_insurance: '运费险 退货险 shipping_insurance return_insurance',
  limit:
    '限额 额度 上限 最多 最高 单笔 limit limits maximum 最多能 一次能 一天能 封顶 最低 最少 一次性 minimum at_most in_one_go',
  negative: '负数 负的 为负 欠款 欠平台 倒欠 欠你们 negative below_zero owe debt 变负 倒贴 倒扣 minus overdrawn',
  on_hold: '暂停结算 扣住 卡住了 物流异常 风险核查 on_hold held risk_review 扣着 压着 暂停打款',
  clawback: '售后扣回 扣回 扣回去 退款扣 after_sales_deduction clawback 划走 扣走 又扣 took_back taken_back',
  penalty_money: '违规扣款 罚款 违约金 赔付 罚钱 penalty fine compensation 被罚 罚我 fined penalised penalized',
  early: '提前结算 提前回款 缩短 加速 early sooner faster',
  automatic: '自动提现 自动转出 自动打款 automatic auto 每天自动 automatically every_day',
  sent_back: '退汇 银行退 退回来 被退回 退票 returned sent_back bounced 打回 退了回来 came_back comes_back',
  already_paid: '已打款 已付款到卡 says_paid marked_paid',
  refund:
    '退款 退费 能退 退出来 退给 退还 refund refunded refunds money_back get_back 退我 退钱 还给我 leftover left_over unused',
  export: '导出 下载 表格 export download csv spreadsheet 拉出来 拉个表 报表 excel',
  name_match:
    '户名 姓名不一致 改名 老婆的卡 家人的卡 account_name name_does_not_match renamed 名字不一样 名字对不上 名字不对 别人的卡 老公的卡 different_name names_do_not_match wifes_card',
  safety_pause: '24小时 等待期 变灰 灰色 灰的 不能提现 grey greyed pause',
  doubt:
    '对不上 不对 少了 少算了 算少 算错 对账 不一致 疑问 异议 扣了 扣款 wrong incorrect less_than mismatch deducted deduction reconcile doubt 差了 差十 差几 少给 少发 算得不对 short_by missing_money does_not_add_up',
  amount: '金额 收益 收入 amount earnings income',
  statement: '账单 明细 对账单 结算单 流水 statement statements bill',
  commission: '佣金 分佣 带货收入 commission affiliate 提成 分成',
  creator: '达人 主播 机构 creator influencer host 带货 网红 博主 streamer streamers kol',
  live: '直播 直播间 开播 推流 live livestream live_room stream streaming',
  stutter:
    '卡顿 卡住 很卡 太卡 好卡 一卡 还是卡 就卡 一直卡 老卡 直播卡 画面卡 掉线 卡死 花屏 黑屏 延迟高 不流畅 stutter stutters stuttering lag lagging laggy freeze freezing freezes buffering choppy disconnect disconnects disconnecting disconnected 一顿 卡得 卡成 转圈 马赛克 模糊 画面糊 刷卡 blurry pixelated pixelation',
  dropped:
    '断流 断了 断网 停电 下播 重新推流 继续直播 直播中断 dropped drops reconnect resume went_down 跳闸 断电 断线 掉了 lost_connection cuts_out went_offline',
  sound:
    '没声音 没有声音 声音 音画 回声 杂音 电流声 麦克风 嘴型 no_sound sound audio microphone echo hear 听不见 听不到 听不清 没音 噪音 滋滋 滋啦 电流 忽大忽小 破音 noise noisy volume',
  hot: '发烫 发热 过热 太热 闪退 死机 崩溃 hot overheats overheating crashes crash crashed 烫手 很烫 太烫 好烫 闪退 burning',
  encoder: 'OBS 直播伴侣 码率 编码 推流码 推流参数 关键帧 obs bitrate bit_rate encoder stream_key',
  rehearsal:
    '大场 测试推流 试播 首播 开播前 第一次开播 checklist test_stream test_my_stream rehearsal before_a_big 彩排 预演 试推',
  upload:
    '上传 传不上去 传不上 传不了 传视频 传图 upload uploading uploads uploaded 传图片 传上去 传不完 传不动 posting',
  transcode:
    '转码 重新导出 处理失败 帧率 transcoding transcode video_processing 一直处理 处理中 still_processing stuck_processing',
  size: '尺寸 大小 像素 size sizes dimensions 多大 比例 宽高 分辨率 resolution aspect_ratio',
  papers:
    '资质 营业执照 质检报告 许可证 授权书 证件 business_licence licence license certificate test_report qualifications 执照 材料 资料 合格证 documents paperwork',
  identity:
    '核验 手持 身份证 公章 盖章 identity_check manual_check id_check identity seal 实名 人脸 刷脸 verify_my_identity face_check',
  video: '视频 短视频 作品 video videos clip',
  picture: '图片 主图 照片 详情图 picture pictures image images photo photos',
  ad: '投放 广告 投流 推广 ad ads advert advertising campaign promotion',
  spend:
    '消耗 曝光 花不出去 没量 不消耗 没有曝光 impressions not_spending spending spend 花不掉 没花 一毛没花 一分没花 跑不动 跑不出 跑量 gets_spent not_running',
  top_up: '充值 充了 充的钱 top_up topped_up top_ups 充了 充钱 recharge recharged',
  budget: '预算 出价 投产比 日预算 budget bid bidding 投多少 花多少钱推',
  creative: '素材 creative creatives',
  click: '点击 刷点击 恶意点击 click clicks',
  product: '商品 宝贝 小黄车 购物车 挂链接 上链接 橱窗 product products cart item 链接 货品 listing listings',
  attach:
    '挂不上 挂不了 改价 价格 改错价 挂商品 挂链接 上链接 上不了 点不开 打不开 cant_add cannot_add cannot_open attach 加不进 加不了 挂不上去 上不去 not_showing_up',
  report: '举报 检举 report reported reporting',
  copied:
    '盗播 盗用 盗我 抄袭 搬运 侵权 商标 版权 著作权 权利人 stole stolen copied copying infringement copyright trademark 偷我 照搬 搬我 抄我 拿我的 一模一样 reposted reposting repost stealing',
  fake: '假货 假冒 售假 卖假 counterfeit fake fakes fake_goods 高仿 仿品 山寨 仿冒 knock_off knockoff replica replicas',
  fraud:
    '冒充 骗子 诈骗 假客服 自称 被骗 转账 认证费 加微信 加我微信 scam fraud impersonation claiming_to_be whatsapp fake_support 钓鱼 骗我 骗钱 骗了 phishing scammer scammed pretending_to_be suspicious',
  bad_review:
    '差评 评价 敲诈 勒索 威胁 bad_review bad_reviews fake_reviews reviews blackmail extortion threatens 一星 打差评 恶评 one_star',
  outcome:
    '没有结果 没结果 没人管 反馈 匿名 保密 会不会被知道 heard_nothing anonymous outcome 没回音 没消息 没下文 没人理 any_update no_answer_yet',
  appeal: '申诉 复核 复议 appeal dispute contest 说理 讲理 翻案 challenge object_to fight_it',
  judgement:
    '判罚 误判 违规 处罚 扣分 被判 不服 限流 不认可 violation judgement decision unfair unfairly wrongly 冤枉 说我违规 判我',
  removed:
    '下架 重新上架 被删 taken_down removed relist put_back 链接没了 商品没了 不见了 消失 disappeared delisted gone',
  points: '信用分 扣分 扣几分 分数 恢复信用 points credit_score 分数 扣光 分快',
  words:
    '违禁词 敏感词 绝对化 极限词 违规词 全网最低 最低价 cheapest 不能说 能不能说 哪些词 话术 forbidden_words banned_words words_are_forbidden superlatives can_i_say 能喊 能不能喊 能讲 能不能讲 不让说 allowed_to_say words_to_avoid',
  cut_off:
    '被中断 强制下播 强制关闭 被关闭 限制开播 直播违规 cut_off interrupted interruption forced_offline 掐断 掐了 踢下播 关播 停播 踢下来 shut_down_my_live ended_my_live',
  reach_down:
    '限流 没流量 流量 播放量 没人看 没人进 直播间没人 推荐量 shadow_banned shadow_ban low_views views limited_reach my_reach no_viewers nobody_watching 没人气 掉流量 流量掉 播放少 几百播放 没人来 卡我 views_dropped fewer_views fewer_viewers hiding_me view_count',
  rejected_appeal:
    '驳回 维持原判 没通过 不通过 第二次申诉 二次申诉 再次申诉 申诉失败 appeal_was_rejected appeal_failed second_appeal appeal_again 又被拒 驳了 没申诉过 turned_down',
  hours: '几点 上班 下班 客服时间 营业时间 hours opening_hours 半夜 夜里 24小时 open_at',
  holiday:
    '周末 节假日 放假 春节 国庆 长假 过年 weekend weekends holiday holidays spring_festival 五一 十一 元旦 中秋 端午 假期 周六 周日 礼拜天 saturday sunday national_day labour_day new_year',
  reach:
    '联系客服 联系方式 客服电话 怎么联系 联系你们 打客服电话 打电话 contact_support contact reach_you reach_support 热线 打哪个电话 hotline',
  manager: '客户经理 对接人 小二 商家经理 account_manager key_account 对接的人 专人 负责人',
  case: '工单 工单号 处理进度 进度 处理到哪 到哪一步 查询码 case ticket case_status case_number ticket_number progress 之前反映 反馈的问题 弄到哪 办到哪 处理得怎么样 my_complaint',
  review: '审核 审核不通过 拒绝 被拒 review rejected disapproved 过不了审 没过审 审不过 打回来',
};

/** Words that carry no subject: grammar, courtesy, time, and the ways to address us. */
const EMPTY_WORDS = new Set(
  (
    '的 了 吗 呢 吧 啊 呀 嘛 哦 哈 么 我 我们 我的 你 你们 您 它 他 她 这 那 这个 那个 这笔 一笔 有 有一 没 没有 不 是 在 和 与 及 或 就 也 都 还 又 再 很 太 被 把 给 让 向 从 到 对 为 ' +
    '怎么 怎么办 怎样 如何 什么 为什么 为啥 咋 咋办 哪里 哪儿 哪个 谁 请 请问 麻烦 帮 帮我 帮忙 谢谢 您好 你好 在吗 在么 急 急急 可以 能 能不能 可不可以 想 想要 要 我要 需要 应该 ' +
    '一个 一下 一直 一样 一些 有一笔 笔 个 次 天 今天 昨天 前天 明天 昨晚 今早 刚 刚才 刚刚 现在 最近 已经 还是 总是 老是 突然 然后 但是 因为 所以 如果 知道 看 看看 问 问题 情况 办 办法 人工 转人工 真人 客服 人工客服 转 ' +
    '怎么样 好的 好 行 嗯 喂 哪 几 多少 之后 以后 之前 里 上 下 中 来 去 时候 怎么回事 回事 是不是 会不会 可是 别的 商家 每次 几次 到底 多少天 好像 莫名其妙 投诉 说法 凭什么 一半 应该 有什么 一直在 找人 我想 感觉 看一下 很多 会 得 着 过 过的 自己 别人 东西 事 事情 一 二 两 三 有人 有没有 没人 平台 显示 意思 提示 说 里面 全部 所有 第一 老板 大家 ' +
    'until while a an the i im ive id my me mine you your yours we our us it its is are was were be been am do does did done doing dont doesnt have has had having can could will would shall should may might must to of in on at for from by with about as and or but if so not no yes this that these those there here ' +
    'how what why where who which when please help hi hello hey thanks thank ok okay want need get got getting know tell see still just now today yesterday tomorrow again very too any some one two person human agent talk speak support someone something happened problem issue work works working seller centre center platform wont let cant couldnt keep keeps says said since so much many they them their he she much while halfway anything nothing selling sell goods ' +
    '哎 唉 哎呀 诶 啥 啥时候 咋整 咋弄 咋搞 咋回事 咋样 咋就 咋还 怎么弄 怎么搞 怎么整 怎么会 怎么能 在哪 在哪里 在哪儿 去哪 去哪里 上哪 上哪儿 哪能 哪里能 ' +
    '压根 根本 完全 死活 硬是 愣是 居然 竟然 简直 反正 其实 本来 原来 正好 马上 立马 赶紧 赶快 尽快 早点 快点 一会 一会儿 一下子 一点 一点点 有点 有些 好多 好几 好几天 几天 ' +
    '这几天 前几天 半天 大半天 好久 很久 老 总 经常 还在 正在 这边 那边 这里 那里 我这 我这边 咱 咱们 俺 本人 人家 对方 大哥 大姐 兄弟 师傅 美女 帅哥 亲亲 老师 家里 ' +
    '想问 想问问 问问 问下 请教 咨询 了解 想知道 求助 求解 看下 看一看 弄 搞 整 行不 行吗 行不行 可以吗 可以不 能吗 能不 能否 可否 是否 有吗 还能 才能 还有 只有 只能 还要 就是 不是 不会 不了 ' +
    '呗 咧 哩 噢 喔 哟 嘞 喽 咯 真的 真是 实在 确实 好不好 对不对 上个 上周 上礼拜 这周 礼拜 今儿 今早 早上 晚上 下午 上午 昨儿 ' +
    'gonna gotta kinda really actually basically literally maybe perhaps kindly anyone everyone guys sir madam bro mate folks dear pls plz thx btw idk cuz because though although however even ever never always sometimes already later soon yet also like only then back here thing things stuff way'
  ).split(' '),
);

export interface Meaning {
  key: string;
  /** Folded phrases; letters with single spaces between words. */
  phrases: string[];
}

export const meanings: Meaning[] = Object.entries({ ...MEANINGS, ...TRADE_MEANINGS }).map(([key, phrases]) => ({
  key,
  phrases: phrases.split(' ').map((phrase) => fold(phrase.replaceAll('_', ' '))),
}));

export const isEmptyWord = (word: string): boolean => EMPTY_WORDS.has(word);
export const emptyWords: readonly string[] = [...EMPTY_WORDS];
