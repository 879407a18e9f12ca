import type { LocalizedText } from '../../contract/index.js';

export const NOT_ASKED: LocalizedText = {
  'zh-CN': '没有人提请审核这份草稿，可能刚刚发布或退回了。',
  en: 'Nobody has asked for a review of this draft; perhaps it was just published or returned.',
};
export const NOTE_MISSING: LocalizedText = {
  'zh-CN': '请写明要改什么。',
  en: 'Say what is to be changed.',
};
export const NO_OWNER: LocalizedText = {
  'zh-CN': '负责人须是在职的主管或管理员。',
  en: 'An owner is a supervisor or administrator who works here.',
};
export const EXPIRY_PAST: LocalizedText = {
  'zh-CN': '下线时间要在现在之后；要马上下线，请用「下线」。',
  en: 'Choose a time ahead; to unpublish at once choose Unpublish.',
};
export const EXPIRY_TOO_FAR: LocalizedText = { 'zh-CN': '最多提前两年安排。', en: 'Choose a time within two years.' };
export const NOT_PUBLISHED: LocalizedText = {
  'zh-CN': '只有已发布的文章可以复核，请先发布。',
  en: 'Only what is published can be reviewed: publish it first.',
};
