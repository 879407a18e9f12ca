import { shownPlace } from '../../../src/routing/queue/place-band.js';
import type { Told } from '../load/queue.js';

/**
 * How late each push of a place was: from the first assignment that changed what is shown, and that its customer had not been
 * told of yet. Who waits is served in their order, so after k assignments the i-th stands in place i − k.
 * @param order conversations in the order of the queue when the first of these was assigned
 * @param assigned when each was committed, milliseconds since the epoch, in order
 * @returns milliseconds of each, and how many of those who wait still were last told a place that is not theirs
 */
export function lateness(
  order: readonly string[],
  assigned: readonly number[],
  told: readonly Told[],
): { late: number[]; wrong: number } {
  const late: number[] = [];
  let wrong = 0;
  const byConversation = new Map<string, Told[]>();
  for (const one of told)
    byConversation.set(one.conversationId, [...(byConversation.get(one.conversationId) ?? []), one]);
  order.forEach((conversationId, index) => {
    const shown = (count: number) => shownPlace(Math.max(1, index + 1 - count)).place;
    let known = 0;
    for (const { place, at } of byConversation.get(conversationId) ?? []) {
      if (place === shown(known)) continue;
      let changed = known + 1;
      while (changed < assigned.length && shown(changed) === shown(known)) changed += 1;
      late.push(at - (assigned[changed - 1] ?? at));
      while (known < assigned.length && shown(known) !== place) known += 1;
      // The latest that it may stand for, so that the next change counts from there.
      while (known < assigned.length && shown(known + 1) === place && (assigned[known] ?? at) <= at) known += 1;
    }
    if (index >= assigned.length && shown(known) !== shown(assigned.length)) wrong += 1;
  });
  return { late, wrong };
}
