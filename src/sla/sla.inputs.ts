import { z } from 'zod';
import {
  type CalendarDefinition,
  type CLOCK_KINDS,
  type LADDER_KEYS,
  type LadderRung,
  type Ladders,
  type PolicyCell,
  type PolicyTargets,
  PRIORITIES,
  RUNG_PEOPLE,
  RUNG_WAYS,
  SHOP_TIERS,
  SLA_MODES,
  type SpecialDay,
} from '../contract/index.js';
import { day, dto, id, moment, text, version } from '../platform/http/index.js';

/** Shapes only: what makes sense is said by `contract/sla-problems.ts`, with the fix, for editors and for us alike. */

const minutes = z.int().min(-100_000).max(100_000);
const hours = z.array(z.strictObject({ from: minutes, to: minutes })).max(50);
const specialDay = z.strictObject({ date: day, name: text(60), hours }) satisfies z.ZodType<SpecialDay>;
export const definition = z.strictObject({
  zone: text(80),
  week: z.array(hours).length(7),
  specialDays: z.array(specialDay).max(1_000),
}) satisfies z.ZodType<CalendarDefinition>;

const seconds = z.number().nullable();
const cell = z.strictObject({
  chat: z.strictObject({ first_response: seconds, next_response: seconds }),
  asynchronous: z.strictObject({
    first_response: seconds,
    next_response: seconds,
    promise: seconds,
    resolution: seconds,
  } satisfies Record<(typeof CLOCK_KINDS)[number], unknown>),
}) satisfies z.ZodType<PolicyCell>;
const cells = z.strictObject({ P0: cell.optional(), P1: cell.optional(), P2: cell.optional(), P3: cell.optional() });
export const targets = z.strictObject({
  standard: cells.optional(),
  premium: cells.optional(),
}) satisfies z.ZodType<PolicyTargets>;

const rung = z.strictObject({
  at: z.union([
    z.strictObject({ percent: z.number() }),
    z.strictObject({ breach: z.literal(true) }),
    z.strictObject({ afterMinutes: z.number() }),
  ]),
  whom: z.array(z.union([z.enum(RUNG_PEOPLE), z.strictObject({ staffId: id })])).max(20),
  how: z.array(z.enum(RUNG_WAYS)).max(RUNG_WAYS.length),
  also: z
    .array(
      z.union([
        z.strictObject({ do: z.literal('raise_priority') }),
        z.strictObject({ do: z.literal('hand_to'), teamId: id }),
        z.strictObject({ do: z.literal('add_watcher'), staffId: id }),
        z.strictObject({ do: z.literal('tell_customer') }),
      ]),
    )
    .max(10),
  acknowledgeWithinMinutes: z.number().nullable(),
}) satisfies z.ZodType<LadderRung>;
const rungs = z.array(rung).max(50);
export const ladders = z.strictObject({
  first_response: rungs,
  next_response: rungs,
  promise: rungs,
  resolution: rungs,
  P0: rungs,
} satisfies Record<(typeof LADDER_KEYS)[number], unknown>) satisfies z.ZodType<Ladders>;

const note = text(200, 0);
/** Whether the clocks that run go by it from now on. */
const retime = z.boolean();

/** Of a policy or of the ladders, by its number. */
export class VersionParam extends dto(z.object({ version: z.coerce.number().int().min(1).max(1_000_000) })) {}
export class PolicyBody extends dto(z.object({ version, targets, note, retime })) {}
export class PolicyDraftBody extends dto(z.object({ targets })) {}
export class LaddersBody extends dto(z.object({ version, ladders, note, retime })) {}

export class DuePreviewBody extends dto(
  z.object({
    tier: z.enum(SHOP_TIERS),
    priority: z.enum(PRIORITIES),
    mode: z.enum(SLA_MODES),
    openedAt: moment,
    /** Whose hours count; left out: those of the draft, or around the clock. */
    teamId: id.optional(),
    /** What is being edited, in place of what is saved. */
    targets: targets.optional(),
    ladders: ladders.optional(),
    calendar: definition.optional(),
  }),
) {}
