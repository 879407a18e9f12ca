import type { CategoryKey, RetentionDeed, RetentionRule, RetentionSettings } from '../../../../contract/index.js';

const FIELDS = {
  close: 'closeAfterDays',
  anonymise: 'anonymiseAfterDays',
  delete: 'deleteAfterDays',
} as const satisfies Record<RetentionDeed, keyof RetentionRule>;

type Shelf = Pick<RetentionRule, 'category' | 'subCategory'>;

const isOf = (shelf: Shelf) => (rule: RetentionRule) =>
  rule.category === shelf.category && rule.subCategory === shelf.subCategory;

export const placeOfRule = ({ rules }: RetentionSettings, shelf: Shelf): number => rules.findIndex(isOf(shelf));

/** The rules with this many days in place of those that stood there; a category's own rule that does nothing is none. */
export function withDays(
  { rules }: RetentionSettings,
  shelf: Shelf,
  deed: RetentionDeed,
  days: number | undefined,
): RetentionSettings {
  const before: RetentionRule = rules.find(isOf(shelf)) ?? shelf;
  const { [FIELDS[deed]]: _, ...rest } = before;
  const rule: RetentionRule = { ...rest, ...(days !== undefined && { [FIELDS[deed]]: days }) };
  const isNothing = !rule.subCategory && Object.values(FIELDS).every((field) => rule[field] === undefined);
  const place = rules.findIndex(isOf(shelf));
  if (place < 0) return { rules: isNothing ? [...rules] : [...rules, rule] };
  return { rules: rules.flatMap((one, index) => (index !== place ? [one] : isNothing ? [] : [rule])) };
}

/** A sub-category begins with what its category has. */
export function withOwnRule(
  { rules }: RetentionSettings,
  category: CategoryKey,
  subCategory: string,
): RetentionSettings {
  const above = rules.find(isOf({ category }));
  return { rules: [...rules, { ...above, category, subCategory }] };
}

export const without = ({ rules }: RetentionSettings, shelf: Shelf): RetentionSettings => ({
  rules: rules.filter((rule) => !isOf(shelf)(rule)),
});
