import type { Priority, RoutingRules, ShopTier } from '../../contract/index.js';

/** Of a case that waits, what its place goes by. */
export interface Ranked {
  id: string;
  /** Since when its customer waits, in milliseconds. */
  since: number;
  priority: Priority;
  tier: ShopTier;
  /** The customer is live on air, and that counts at the moment. */
  live: boolean;
}

/** Seconds that a case is ahead of one that came at the same time and has nothing to show for it. */
export function headStart(
  { priority, tier, live }: Omit<Ranked, 'id' | 'since'>,
  headStarts: RoutingRules['headStarts'],
): number {
  return headStarts[priority] + (tier === 'premium' ? headStarts.premium : 0) + (live ? headStarts.live : 0);
}

/**
 * The order of a queue, as `queue_items.rank_at` has it: who waits longer, head start included, comes first. It never changes
 * while somebody waits, so nobody is overtaken by who came later than the difference of their head starts.
 */
export function inOrder<Case extends Ranked>(cases: readonly Case[], headStarts: RoutingRules['headStarts']): Case[] {
  const rank = (one: Case) => one.since - headStart(one, headStarts) * 1_000;
  return [...cases].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}
