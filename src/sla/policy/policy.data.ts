import {
  type ClockKind,
  type EffectiveTargets,
  type PolicyCell,
  type PolicyPresetView,
  PRIORITIES,
  type Priority,
  type ShopTier,
} from '../../contract/index.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** While the customer is connected, counted from when the case was handed to people. */
const CHAT = 90;

type Responses = Record<Priority, number>;

/** Seconds of working time, as live-streaming vendors promise their merchants. */
const STANDARD: Responses = { P0: 30 * MINUTE, P1: 4 * HOUR, P2: 8 * HOUR, P3: 24 * HOUR };
const PREMIUM: Responses = { P0: 15 * MINUTE, P1: 30 * MINUTE, P2: 4 * HOUR, P3: 24 * HOUR };

function cell(response: number, promise: number | null): PolicyCell {
  return {
    chat: { first_response: CHAT, next_response: CHAT },
    asynchronous: { first_response: response, next_response: response, promise, resolution: null },
  };
}

function cells(responses: Responses, promises: Partial<Responses> = {}): Record<Priority, PolicyCell> {
  const of = (priority: Priority) => cell(responses[priority], promises[priority] ?? null);
  return Object.fromEntries(PRIORITIES.map((priority) => [priority, of(priority)])) as Record<Priority, PolicyCell>;
}

/** What answers wherever a policy says nothing. */
export const DEFAULT_TARGETS: EffectiveTargets = {
  standard: cells(STANDARD),
  premium: cells(PREMIUM, { P1: 2 * HOUR }),
};

export const POLICY_PRESETS: readonly PolicyPresetView[] = [
  { key: 'standard', name: { 'zh-CN': '标准', en: 'Standard' }, targets: DEFAULT_TARGETS.standard },
  { key: 'premium', name: { 'zh-CN': '重点', en: 'Premium' }, targets: DEFAULT_TARGETS.premium },
];

/** Clocks of these are asked for by every policy; the others only where it says so. */
export const RESPONSES: readonly ClockKind[] = ['first_response', 'next_response'];

const responses = (of: Record<Priority, PolicyCell>): Responses => ({
  P0: of.P0.asynchronous.first_response ?? 0,
  P1: of.P1.asynchronous.first_response ?? 0,
  P2: of.P2.asynchronous.first_response ?? 0,
  P3: of.P3.asynchronous.first_response ?? 0,
});

/** By tier and priority: seconds until somebody must have answered who left a message. */
export const RESPONSE_TARGETS: Readonly<Record<ShopTier, Responses>> = {
  standard: responses(DEFAULT_TARGETS.standard),
  premium: responses(DEFAULT_TARGETS.premium),
};
