import { type RetentionDeed, type RetentionRule, retentionDays } from '../../contract/index.js';

/**
 * A rule as the statements of `retention.sql.ts` take it; sub-categories with rules of their own are none of their category's.
 * @returns undefined when the rule does not do this
 */
export function ruleValues(rules: readonly RetentionRule[], place: number, deed: RetentionDeed): unknown[] | undefined {
  const rule = rules[place];
  const days = rule && retentionDays(rule, deed);
  if (!rule || days === undefined) return undefined;
  const own = rules
    .filter(({ category }) => category === rule.category)
    .flatMap(({ subCategory }) => subCategory ?? []);
  return [rule.category, rule.subCategory ?? null, own, days];
}
