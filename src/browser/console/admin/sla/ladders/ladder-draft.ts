import {
  LADDER_KEYS,
  type LadderKey,
  type LadderRung,
  type Ladders,
  type RungTime,
} from '../../../../../contract/index.js';

/** `id`: of the row on the screen. */
export type RungDraft = LadderRung & { id: string };
export type LadderDraft = Record<LadderKey, RungDraft[]>;

export const draftOf = (ladders: Ladders): LadderDraft =>
  Object.fromEntries(
    LADDER_KEYS.map((key) => [key, ladders[key].map((rung, place) => ({ ...rung, id: `saved ${place}` }))]),
  ) as LadderDraft;

export const laddersOf = (draft: LadderDraft): Ladders =>
  Object.fromEntries(LADDER_KEYS.map((key) => [key, draft[key].map(({ id: _, ...rung }) => rung)])) as Ladders;

/** Takes the rung to its place among the others. */
export function moved(rungs: readonly RungDraft[], place: number, by: -1 | 1): RungDraft[] {
  const rung = rungs[place];
  if (!rung) return [...rungs];
  return rungs.toSpliced(place, 1).toSpliced(place + by, 0, rung);
}

export type RungMoment = 'percent' | 'breach' | 'afterMinutes';
export const momentOf = (at: RungTime): RungMoment =>
  'percent' in at ? 'percent' : 'breach' in at ? 'breach' : 'afterMinutes';

/** A moment with a figure to begin with. */
export function timeOf(moment: RungMoment): RungTime {
  if (moment === 'breach') return { breach: true };
  return moment === 'percent' ? { percent: 75 } : { afterMinutes: 30 };
}

export const isFromBreachOn = (at: RungTime): boolean => !('percent' in at);

/** One more rung, after the last. */
export function withAnother(rungs: readonly RungDraft[], id: string): RungDraft[] {
  const last = rungs.at(-1)?.at;
  const at: RungTime = !last
    ? { breach: true }
    : 'percent' in last
      ? last.percent < 75
        ? { percent: 75 }
        : { breach: true }
      : { afterMinutes: ('afterMinutes' in last ? last.afterMinutes : 0) + 30 };
  return [...rungs, { id, at, whom: [], how: ['in_app'], also: [], acknowledgeWithinMinutes: null }];
}

/** Where breach stands on the line of a ladder, in percent. */
export const BREACH = 65;
/** Closer than this, in percent, two names would touch. */
const NEAR = 16;

/** Where rungs stand on it: from the start (0) over breach to the last (100). */
export function placesOf(rungs: readonly Pick<LadderRung, 'at'>[]): number[] {
  const latest = Math.max(...rungs.map(({ at }) => ('afterMinutes' in at ? at.afterMinutes || 0 : 0)), 1);
  return rungs.map(({ at }) => {
    if ('percent' in at) return (Math.min(Math.max(at.percent || 0, 0), 100) / 100) * BREACH;
    if ('breach' in at) return BREACH;
    return BREACH + (Math.max(at.afterMinutes || 0, 0) / latest) * (100 - BREACH);
  });
}

/** Which names stand below the line, so that they do not touch those above. */
export function namedBelow(places: readonly number[]): boolean[] {
  let above = Number.NEGATIVE_INFINITY;
  return places.map((place) => {
    const below = place - above < NEAR;
    if (!below) above = place;
    return below;
  });
}
