import type { NeedRule, RoutingRules, RoutingRulesView } from '../../../../../contract/index.js';

/** Seconds, null for none, or what was typed while it cannot be read. */
export type Duration = number | null | string;
export type HeadStart = keyof RoutingRules['headStarts'];

/** A need that keeps its identity while it is edited. */
export type DraftNeed = NeedRule & { id: string };

export interface RulesDraft {
  headStarts: Record<HeadStart, Duration>;
  units: RoutingRules['units'];
  needs: DraftNeed[];
}

export const serverDraft = ({ version, rules }: RoutingRulesView): { version: number; draft: RulesDraft } => ({
  version,
  draft: draftOf(rules),
});

export const draftOf = ({ headStarts, units, needs }: RoutingRules): RulesDraft => ({
  headStarts,
  units,
  needs: needs.map((need, place) => ({ ...need, id: String(place) })),
});

/** Undefined while a head start cannot be read; none at all is 0. */
export function rulesOf({ headStarts, units, needs }: RulesDraft): RoutingRules | undefined {
  const read: Partial<RoutingRules['headStarts']> = {};
  for (const [key, seconds] of Object.entries(headStarts) as [HeadStart, Duration][]) {
    if (typeof seconds === 'string') return undefined;
    read[key] = seconds ?? 0;
  }
  return {
    headStarts: read as RoutingRules['headStarts'],
    units,
    needs: needs.map(({ id: _, ...need }) => need),
  };
}

/** What one version has that another has not, of the needs; the order does not matter. */
export function needsBeyond(needs: readonly NeedRule[], others: readonly NeedRule[]): NeedRule[] {
  const known = new Set(others.map(keyOf));
  return needs.filter((need) => !known.has(keyOf(need)));
}

const keyOf = ({ when, skill, minimum, required }: NeedRule): string =>
  JSON.stringify([Object.entries(when).sort(), skill, minimum, required]);
