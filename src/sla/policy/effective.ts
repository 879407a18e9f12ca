import {
  CLOCK_KINDS,
  type EffectiveTargets,
  type PolicyCell,
  type PolicyTargets,
  PRIORITIES,
  type Priority,
  SHOP_TIERS,
  type ShopTier,
  type UncoveredTarget,
} from '../../contract/index.js';
import { DEFAULT_TARGETS, RESPONSES } from './policy.data.js';

/** What clocks go by: where the policy says nothing of a response, or of the whole cell, the default answers. */
export function effectiveCell(targets: PolicyTargets, tier: ShopTier, priority: Priority): PolicyCell {
  const byDefault = DEFAULT_TARGETS[tier][priority];
  const cell = targets[tier]?.[priority];
  if (!cell) return byDefault;
  const { first_response: first, next_response: next } = byDefault.asynchronous;
  return {
    chat: cell.chat,
    asynchronous: {
      ...cell.asynchronous,
      first_response: cell.asynchronous.first_response ?? first,
      next_response: cell.asynchronous.next_response ?? next,
    },
  };
}

export function effectiveTargets(targets: PolicyTargets): EffectiveTargets {
  const of = (tier: ShopTier) =>
    Object.fromEntries(PRIORITIES.map((priority) => [priority, effectiveCell(targets, tier, priority)]));
  return Object.fromEntries(SHOP_TIERS.map((tier) => [tier, of(tier)])) as EffectiveTargets;
}

/** What the default answers. */
export function uncoveredTargets(targets: PolicyTargets): UncoveredTarget[] {
  return SHOP_TIERS.flatMap((tier) =>
    PRIORITIES.flatMap((priority) =>
      CLOCK_KINDS.filter((kind) => isUncovered(targets, tier, priority, kind)).map((kind) => ({
        tier,
        priority,
        kind,
      })),
    ),
  );
}

export function isUncovered(
  targets: PolicyTargets,
  tier: ShopTier,
  priority: Priority,
  kind: UncoveredTarget['kind'],
): boolean {
  const cell = targets[tier]?.[priority];
  if (RESPONSES.includes(kind)) return !cell || cell.asynchronous[kind] === null;
  return !cell && DEFAULT_TARGETS[tier][priority].asynchronous[kind] !== null;
}
