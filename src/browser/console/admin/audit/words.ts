import type { LocalizedText } from '../../../../contract/index.js';

const both = (zh: string, en: string): LocalizedText => ({ 'zh-CN': zh, en });

/** The kinds of things that are administered, as `subject.kind` of the audit log names them. */
export const KIND_WORDS: Record<string, LocalizedText> = {
  staff: both('员工', 'Staff'),
  team: both('小组', 'Team'),
  shift: both('班次', 'Shift'),
  site: both('站点', 'Site'),
  category: both('问题类型', 'Category'),
  sub_category: both('问题子类', 'Sub-category'),
  article: both('帮助文章', 'Article'),
  article_section: both('帮助栏目', 'Section'),
  help_center: both('帮助中心外观', 'Help centre'),
  article_image: both('文章图片', 'Picture'),
  article_import: both('文章导入', 'Article import'),
  article_export: both('文章导出', 'Article export'),
  article_task: both('文章任务', 'Article task'),
  bulk_action: both('批量操作', 'Bulk action'),
  macro: both('宏', 'Macro'),
  canned_reply: both('快捷回复', 'Canned reply'),
  feedback_area: both('意见反馈范围', 'Feedback area'),
  calendar: both('工作日历', 'Calendar'),
  sla_policy: both('时效策略', 'SLA policy'),
  sla_ladders: both('升级阶梯', 'Ladders'),
  routing_rules: both('分配规则', 'Routing rules'),
  surge: both('高峰模式', 'Surge'),
  notice_channel: both('通知渠道', 'Notice channel'),
  dead_letter: both('未送达事件', 'Dead letter'),
  bot: both('机器人', 'Bot'),
  bot_look_up: both('机器人查询', 'Bot look-up'),
};

const DEED_WORDS: Record<string, LocalizedText> = {
  created: both('新建', 'created'),
  updated: both('修改', 'changed'),
  tried: both('试查', 'tried'),
  archived: both('归档', 'archived'),
  restored: both('恢复', 'restored'),
  invited: both('邀请', 'invited'),
  joined: both('加入', 'joined'),
  invitation_issued: both('重新生成邀请链接', 'made a new invitation for'),
  password_link_issued: both('生成重置密码链接', 'made a password link for'),
  password_set: both('通过链接设置密码', 'set a password by link'),
  password_changed: both('修改密码', 'changed the password'),
  sessions_ended: both('结束全部会话', 'ended all sessions of'),
  second_factor_enabled: both('开启两步验证', 'turned on two-step sign-in'),
  second_factor_removed: both('关闭两步验证', 'turned off two-step sign-in'),
  second_factor_reset: both('重置两步验证', 'reset the two-step sign-in of'),
  profile_updated: both('修改接待设置', 'changed the reception settings of'),
  routing_updated: both('修改分配设置', 'changed the routing of'),
  planned: both('计划', 'planned'),
  ended: both('结束', 'ended'),
  presence_set: both('调整接待状态', 'set the presence of'),
  removed: both('删除', 'removed'),
  week_copied: both('复制一周', 'copied a week'),
  disabled: both('停用', 'disabled'),
  enabled: both('启用', 'enabled'),
  published: both('发布', 'published'),
  edited: both('编辑草稿', 'edited the draft of'),
  withdrawn: both('下线', 'unpublished'),
  review_asked: both('提请审核', 'asked for a review of'),
  returned: both('退回修改', 'sent back'),
  scheduled: both('定时发布', 'scheduled'),
  schedule_cancelled: both('取消定时发布', 'cancelled the schedule of'),
  schedule_failed: both('未能定时发布', 'could not publish on time'),
  published_as_scheduled: both('按时发布', 'published on time'),
  expired: both('到期下线', 'expired'),
  upkeep_set: both('调整维护设置', 'changed the upkeep of'),
  confirmed: both('复核', 'reviewed'),
  translation_confirmed: both('确认译文', 'confirmed the translation of'),
  done: both('完成', 'completed'),
  dismissed: both('决定不做', 'dismissed'),
  reopened: both('重新打开', 'opened again'),
  uploaded: both('上传', 'uploaded'),
  applied: both('导入', 'applied'),
  taken: both('下载', 'took'),
  api_key_made: both('新建接口密钥', 'API key made'),
  api_key_revoked: both('停用接口密钥', 'API key revoked'),
  secret_rotated: both('轮换密钥', 'secret rotated'),
  secret_ended: both('停用密钥', 'secret ended'),
  secret_end_moved: both('调整密钥停用时间', 'secret’s end moved'),
  reordered: both('调整顺序', 'put in another order'),
  moved: both('移动', 'moved'),
  replayed: both('重放', 'replayed'),
  dropped: both('丢弃', 'dropped'),
  ordered: both('下达', 'ordered'),
  undone: both('撤销', 'undid'),
  stopped: both('停止', 'stopped'),
};

/** What was done, of `<kind>.<deed>`; a deed without a word of its own is shown as it is written. */
export function deedWord(action: string): LocalizedText {
  const deed = action.slice(action.indexOf('.') + 1);
  return DEED_WORDS[deed] ?? both(deed, deed.replaceAll('_', ' '));
}

/** How keys within a value and its texts are shown. */
export interface ValueWords {
  key: (key: string) => string;
  text: (text: string) => string;
}

const AS_WRITTEN: ValueWords = { key: (key) => key, text: (text) => text };

/** The value of a changed field on one line; empty: there was none. */
export function valueText(value: unknown, words: ValueWords = AS_WRITTEN): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value)) return value.map((inner) => valueText(inner, words)).join('、');
  if (typeof value !== 'object') return words.text(String(value));
  return Object.entries(value)
    .map(([key, inner]) => `${words.key(key)}: ${valueText(inner, words)}`)
    .join(' · ');
}
