import { createHash } from 'node:crypto';
import type { Locale } from '../../contract/index.js';

/** Something that was said, in one spelling and as what it is about. */
export interface Wording {
  locale: Locale;
  folded: string;
  units: ReadonlySet<string>;
  at: Date;
}

/** Two that share so much of all that either is about say the same. */
export const SAID_ALIKE = 0.6;

/** By which a wording is known again, whatever it is grouped with. */
export const digestOf = ({ locale, folded }: Pick<Wording, 'locale' | 'folded'>): string =>
  createHash('sha256').update(`${locale} ${folded}`).digest('hex');

/**
 * What says the same, together: first what reads the same, then, what is said most first, each wording joins the group whose
 * first wording it shares most with (see {@link SAID_ALIKE}), or begins one. Languages stay apart. The same input in any
 * order gives the same groups; each begins with the wording said most, and within a wording the newest comes first.
 */
export function groupAlike<Item extends Wording>(items: readonly Item[]): Item[][] {
  const wordings = new Map<string, Item[]>();
  for (const item of items.toSorted((a, b) => b.at.getTime() - a.at.getTime())) {
    const key = `${item.locale} ${item.folded}`;
    const wording = wordings.get(key);
    if (wording) wording.push(item);
    else wordings.set(key, [item]);
  }
  const byWeight = [...wordings].toSorted(
    ([keyA, a], [keyB, b]) => b.length - a.length || newest(b) - newest(a) || (keyA < keyB ? -1 : 1),
  );
  const groups: Item[][] = [];
  const byUnit = new Map<string, Set<number>>();
  for (const [, wording] of byWeight) {
    const [first] = wording as [Item];
    const joined = nearest(first, groups, byUnit);
    if (joined !== undefined) {
      groups[joined]?.push(...wording);
      continue;
    }
    for (const unit of first.units) {
      const key = `${first.locale} ${unit}`;
      byUnit.set(key, (byUnit.get(key) ?? new Set()).add(groups.length));
    }
    groups.push([...wording]);
  }
  return groups;
}

function nearest<Item extends Wording>(
  { locale, units }: Item,
  groups: readonly Item[][],
  byUnit: ReadonlyMap<string, ReadonlySet<number>>,
): number | undefined {
  const candidates = new Set([...units].flatMap((unit) => [...(byUnit.get(`${locale} ${unit}`) ?? [])]));
  let best: number | undefined;
  let most = SAID_ALIKE;
  for (const place of [...candidates].toSorted((a, b) => a - b)) {
    const shared = sharedPart(units, groups[place]?.[0]?.units ?? new Set());
    if (shared < most || (shared === most && best !== undefined)) continue;
    best = place;
    most = shared;
  }
  return best;
}

/** What both have, of all that either has. */
export function sharedPart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((unit) => other.has(unit)).length;
  const all = one.size + other.size - both;
  return all === 0 ? 0 : both / all;
}

const newest = (wording: readonly Wording[]): number => wording[0]?.at.getTime() ?? 0;
