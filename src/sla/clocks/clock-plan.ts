import type { ClockChange, TicketTruth } from './clock-truth.js';
import { promiseChanges } from './promise-plan.js';
import { resolutionChanges } from './resolution-plan.js';
import { responseChanges } from './response-plan.js';
import type { Rules } from './rules.js';

/** What must change so that the clocks of a ticket tell the truth. Empty when they do. */
export function planClocks(truth: TicketTruth, rules: Rules): ClockChange[] {
  return [...responseChanges(truth, rules), ...promiseChanges(truth, rules), ...resolutionChanges(truth, rules)];
}
