import type { CategoryKey, LocalizedText } from './enums.js';
import type { Timestamp } from './views.js';

/** What time does to a case, in this order. */
export const RETENTION_DEEDS = ['close', 'anonymise', 'delete'] as const;
export type RetentionDeed = (typeof RETENTION_DEEDS)[number];

/** Why a case is kept although its time is over. */
export const RETENTION_REASONS = ['held', 'task_open', 'linked_open', 'number_in_use'] as const;
export type RetentionReason = (typeof RETENTION_REASONS)[number];

export const RETENTION_LIMITS = {
  rules: 200,
  days: 3_650,
  /** No sooner than a case can neither be reopened nor rated, and nothing of it is still being counted. */
  leastDays: { close: 1, anonymise: 30, delete: 30 },
  /** Days for which it can be read what a run has done. */
  runDays: 400,
} as const;

/** After how many days what happens; absent: never. */
export interface RetentionRule {
  /** Null: cases that nobody has sorted. */
  category: CategoryKey | null;
  /** Instead of the category's rule. */
  subCategory?: string;
  /** Since it was resolved and left alone. */
  closeAfterDays?: number;
  /** Since it ended. */
  anonymiseAfterDays?: number;
  /** Since it ended. */
  deleteAfterDays?: number;
}

export interface RetentionSettings {
  rules: RetentionRule[];
}

export interface RetentionSettingsView {
  version: number;
  settings: RetentionSettings;
}

/** How many cases a rule would touch if it were carried out now. */
export interface RetentionPreviewView {
  items: { cases: Record<RetentionDeed, number>; kept: number }[];
}

export interface RetentionCount {
  category: CategoryKey | null;
  subCategory?: string;
  deed: RetentionDeed;
  cases: number;
}

export interface RetentionRunView {
  id: string;
  /** Who has asked for it; absent: it is the nightly one. */
  startedBy?: string;
  status: 'running' | 'done' | 'failed';
  counts: RetentionCount[];
  /** Cases that were kept, by reason. */
  kept: Partial<Record<RetentionReason, number>>;
  startedAt: Timestamp;
  finishedAt?: Timestamp;
}

export interface RetentionKeptView {
  number: string;
  deed: RetentionDeed;
  reason: RetentionReason;
}

/** A case that nothing is taken from, whatever its age. */
export interface RetentionHoldView {
  number: string;
  reason: string;
  heldAt: Timestamp;
  heldBy: string;
}

const FIXES = {
  twice: both('同一类别只能有一条规则', 'There is a rule for it already'),
  out_of_range: both('天数超出范围', 'The number of days is out of range'),
  deleted_before_anonymised: both('删除不能早于匿名', 'It cannot be deleted before it is anonymised'),
  sub_category_unknown: both('具体问题不存在', 'There is no such sub-category'),
  too_many: both('规则过多', 'There are too many rules'),
} as const;

export interface RetentionProblem {
  /** `rules.<place>.<field>`, or `rules`. */
  path: string;
  code: keyof typeof FIXES;
  fix: LocalizedText;
}

const FIELDS: Record<RetentionDeed, 'closeAfterDays' | 'anonymiseAfterDays' | 'deleteAfterDays'> = {
  close: 'closeAfterDays',
  anonymise: 'anonymiseAfterDays',
  delete: 'deleteAfterDays',
};

/** After how many days a rule does it; undefined: never. */
export const retentionDays = (rule: RetentionRule, deed: RetentionDeed): number | undefined => rule[FIELDS[deed]];

/** @param isKnown whether a category has this sub-category */
export function retentionProblems(
  { rules }: RetentionSettings,
  isKnown: (category: CategoryKey, subCategory: string) => boolean,
): RetentionProblem[] {
  if (rules.length > RETENTION_LIMITS.rules) return [problem('rules', 'too_many')];
  const seen = new Set<string>();
  return rules.flatMap((rule, place) => {
    const at = (field: string) => `rules.${place}.${field}`;
    const found: RetentionProblem[] = [];
    const { category, subCategory, anonymiseAfterDays, deleteAfterDays } = rule;
    const name = `${category} ${subCategory ?? ''}`;
    if (seen.has(name)) found.push(problem(at('category'), 'twice'));
    seen.add(name);
    if (subCategory !== undefined && !(category && isKnown(category, subCategory)))
      found.push(problem(at('subCategory'), 'sub_category_unknown'));
    for (const deed of RETENTION_DEEDS) {
      const days = retentionDays(rule, deed);
      const isFit =
        days === undefined ||
        (Number.isInteger(days) && days >= RETENTION_LIMITS.leastDays[deed] && days <= RETENTION_LIMITS.days);
      if (!isFit) found.push(problem(at(FIELDS[deed]), 'out_of_range'));
    }
    if (anonymiseAfterDays !== undefined && deleteAfterDays !== undefined && deleteAfterDays < anonymiseAfterDays)
      found.push(problem(at('deleteAfterDays'), 'deleted_before_anonymised'));
    return found;
  });
}

const problem = (path: string, code: RetentionProblem['code']): RetentionProblem => ({ path, code, fix: FIXES[code] });

function both(chinese: string, english: string): LocalizedText {
  return { 'zh-CN': chinese, en: english };
}
