import { AROUND_THE_CLOCK } from '../deadline.js';
import { DEFAULT_LADDERS } from '../ladder/ladder.data.js';
import { DEFAULT_TARGETS } from '../policy/policy.data.js';
import type { Rules } from './rules.js';

/** The version of policy and ladder that a new desk begins with; what stands in it, the presets say too. */
const FIRST_VERSION = 2;

/** What a desk goes by that nobody has set up: the presets, around the clock. */
export const presetRules = (): Rules => ({
  policyVersion: FIRST_VERSION,
  ladderVersion: FIRST_VERSION,
  calendars: [],
  retimeBefore: null,
  readAt: new Date(0),
  cell: (_, tier, priority) => DEFAULT_TARGETS[tier][priority],
  rungs: (_, key) => DEFAULT_LADDERS[key],
  calendar: () => AROUND_THE_CLOCK,
});
