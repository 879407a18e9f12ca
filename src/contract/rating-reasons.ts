import type { LocalizedText } from './enums.js';

const low = {
  slow: { 'zh-CN': '回复太慢', en: 'Slow to answer' },
  not_solved: { 'zh-CN': '问题没有解决', en: 'Not solved' },
  unclear: { 'zh-CN': '说得不清楚', en: 'Unclear answers' },
  passed_around: { 'zh-CN': '来回转接', en: 'Passed around' },
  unfriendly: { 'zh-CN': '态度不好', en: 'Unfriendly' },
  hard_to_reach: { 'zh-CN': '很难找到人工', en: 'Hard to reach a person' },
} as const satisfies Record<string, LocalizedText>;

const high = {
  quick: { 'zh-CN': '回复及时', en: 'Quick to answer' },
  solved_well: { 'zh-CN': '解决得彻底', en: 'Solved for good' },
  clear: { 'zh-CN': '讲得清楚', en: 'Clear answers' },
  friendly: { 'zh-CN': '态度很好', en: 'Friendly' },
  kept_word: { 'zh-CN': '说到做到', en: 'Kept their word' },
} as const satisfies Record<string, LocalizedText>;

/** Why a case was rated as it was, in the customer's words; other reasons for 1 to 3 than for 4 and 5. */
export const RATING_REASONS = { low, high } as const;

export type RatingReason = keyof typeof low | keyof typeof high;
export type RatingSide = keyof typeof RATING_REASONS;

export const ALL_RATING_REASONS = [...Object.keys(low), ...Object.keys(high)] as [RatingReason, ...RatingReason[]];

/** @param score 1 to 5 */
export const ratingSide = (score: number): RatingSide => (score <= 3 ? 'low' : 'high');

/** Of reasons those that go with a score, each once. */
export const fittingReasons = (score: number, reasons: readonly RatingReason[]): RatingReason[] => [
  ...new Set(reasons.filter((reason) => Object.hasOwn(RATING_REASONS[ratingSide(score)], reason))),
];

export const ratingReasonText = (reason: RatingReason): LocalizedText => ({ ...low, ...high })[reason];
