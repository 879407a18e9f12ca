import type { LocalizedText } from './enums.js';

/** Why a customer takes their case back. */
export const WITHDRAWAL_REASONS = {
  solved_itself: { 'zh-CN': '问题已自行解决', en: 'It has solved itself' },
  by_mistake: { 'zh-CN': '提交错了', en: 'Opened by mistake' },
  not_needed: { 'zh-CN': '不再需要', en: 'No longer needed' },
  took_too_long: { 'zh-CN': '等得太久', en: 'It took too long' },
  other: { 'zh-CN': '其他原因', en: 'Another reason' },
} as const satisfies Record<string, LocalizedText>;

export type WithdrawalReason = keyof typeof WITHDRAWAL_REASONS;
