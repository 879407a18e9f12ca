import type {
  Channel,
  ClockKind,
  Locale,
  LocalizedText,
  Nature,
  Priority,
  ShopTier,
  TicketStatus,
} from '../../contract/index.js';

const both = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

/** What stands above the columns. */
export const HEADINGS = {
  number: both('工单号', 'Number'),
  subject: both('标题', 'Subject'),
  status: both('状态', 'Status'),
  priority: both('优先级', 'Priority'),
  nature: both('反馈性质', 'Nature'),
  category: both('问题类型', 'Category'),
  subCategory: both('具体问题', 'Sub-category'),
  tags: both('标签', 'Tags'),
  customer: both('客户', 'Customer'),
  shop: both('店铺', 'Shop'),
  shopId: both('店铺编号', 'Shop ID'),
  tier: both('商家等级', 'Shop tier'),
  site: both('站点', 'Site'),
  channel: both('来源渠道', 'Channel'),
  team: both('小组', 'Team'),
  assignee: both('处理人', 'Assignee'),
  openedAt: both('创建时间', 'Opened'),
  firstReplyAt: both('首次回复时间', 'First reply'),
  lastActivityAt: both('更新时间', 'Updated'),
  resolvedAt: both('解决时间', 'Resolved'),
  closedAt: both('完成时间', 'Closed'),
  reopenedAt: both('重开时间', 'Reopened'),
  dueKind: both('当前计时', 'Clock'),
  dueAt: both('到期时间', 'Due'),
  clock: both('时效', 'Clock state'),
  promisedAt: both('承诺时间', 'Promised for'),
  promiseBasis: both('承诺依据', 'Promise rests on'),
  escalatedAt: both('升级时间', 'Escalated'),
  nudges: both('催单次数', 'Times hurried'),
  ratingScore: both('评分', 'Rating'),
  ratingSolved: both('评价：是否解决', 'Rating: solved'),
  ratingReasons: both('评价原因', 'Rating: reasons'),
  ratingComment: both('评价内容', 'Rating: words'),
  mergedInto: both('已并入', 'Merged into'),
  parent: both('上级工单', 'Parent'),
  followUpOf: both('跟进自', 'Follows up'),
  internal: both('内部任务', 'Internal task'),
  otherFields: both('其他表单内容', 'Other form values'),
} as const;
export type Heading = keyof typeof HEADINGS;

export const SHEET = both('工单', 'Tickets');
export const YES_NO = { true: both('是', 'Yes'), false: both('否', 'No') } as const;
/** Between the values of one cell. */
export const BETWEEN: Record<Locale, string> = { 'zh-CN': '、', en: ', ' };

export const STATUSES: Record<TicketStatus, LocalizedText> = {
  new: both('待受理', 'New'),
  open: both('处理中', 'Open'),
  pending: both('待客户回复', 'Waiting for customer'),
  on_hold: both('挂起', 'On hold'),
  resolved: both('待确认', 'Resolved'),
  closed: both('已完成', 'Closed'),
  cancelled: both('已撤销', 'Cancelled'),
};
export const PRIORITY_WORDS: Record<Priority, LocalizedText> = {
  P0: both('P0 紧急', 'P0 urgent'),
  P1: both('P1 高', 'P1 high'),
  P2: both('P2 普通', 'P2 normal'),
  P3: both('P3 咨询', 'P3 question'),
};
export const NATURE_WORDS: Record<Nature, LocalizedText> = {
  usage: both('使用咨询', 'How-to question'),
  fault: both('报障', 'Fault'),
  suggestion: both('投诉与建议', 'Complaint or suggestion'),
};
export const TIERS: Record<ShopTier, LocalizedText> = {
  standard: both('普通商家', 'Standard'),
  premium: both('重点商家', 'Premium'),
};
export const CHANNEL_WORDS: Record<Channel, LocalizedText> = {
  widget: both('在线会话', 'Chat'),
  email: both('邮件', 'E-mail'),
  phone: both('电话', 'Phone'),
  wechat: both('微信', 'WeChat'),
  api: both('接口', 'API'),
  form: both('表单', 'Web form'),
  console: both('工作台', 'Console'),
};
export const CLOCKS: Record<ClockKind, LocalizedText> = {
  first_response: both('首次响应', 'First response'),
  next_response: both('下次响应', 'Next response'),
  promise: both('承诺时间', 'Promise'),
  resolution: both('解决', 'Resolution'),
};
export const CLOCK_STATES = {
  running: both('计时中', 'Running'),
  overdue: both('已超时', 'Overdue'),
  paused: both('已暂停', 'Paused'),
} as const;
