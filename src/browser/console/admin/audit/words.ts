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
  article_image: both('文章图片', 'Picture'),
  calendar: both('工作日历', 'Calendar'),
  sla_policy: both('时效策略', 'SLA policy'),
  sla_ladders: both('升级阶梯', 'Ladders'),
  notice_channel: both('通知渠道', 'Notice channel'),
  dead_letter: both('未送达事件', 'Dead letter'),
};

const DEED_WORDS: Record<string, LocalizedText> = {
  created: both('新建', 'created'),
  updated: both('修改', 'changed'),
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
  removed: both('删除', 'removed'),
  week_copied: both('复制一周', 'copied a week'),
  disabled: both('停用', 'disabled'),
  enabled: both('启用', 'enabled'),
  published: both('发布', 'published'),
  edited: both('编辑草稿', 'edited the draft of'),
  withdrawn: both('下线', 'unpublished'),
  uploaded: both('上传', 'uploaded'),
  secret_rotated: both('轮换密钥', 'secret rotated'),
  secret_ended: both('停用密钥', 'secret ended'),
  secret_end_moved: both('调整密钥停用时间', 'secret’s end moved'),
  reordered: both('调整顺序', 'put in another order'),
  replayed: both('重放', 'replayed'),
  dropped: both('丢弃', 'dropped'),
};

/** What was done, of `<kind>.<deed>`; a deed without a word of its own is shown as it is written. */
export function deedWord(action: string): LocalizedText {
  const deed = action.slice(action.indexOf('.') + 1);
  return DEED_WORDS[deed] ?? both(deed, deed.replaceAll('_', ' '));
}

/** The value of a changed field on one line; empty: there was none. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value)) return value.map(valueText).join('、');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${valueText(inner)}`)
    .join(' · ');
}
