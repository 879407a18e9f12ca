import { z } from 'zod';
import {
  type CalendarView,
  CLOCK_KINDS,
  CLOCK_STATES,
  type ClockExplanation,
  type DuePreview,
  type DueReason,
  type EscalationView,
  type ImportedDaysView,
  LADDER_KEYS,
  type LadderView,
  type PolicyPresetView,
  type PolicyView,
  PRIORITIES,
  RETIME_REASONS,
  type RetimePreview,
  RUNG_STATES,
  type RungOutcome,
  SHOP_TIERS,
  SLA_MODES,
  TICKET_STATUSES,
} from '../contract/index.js';
import { LocalizedTextSchema } from '../people/index.js';
import { list, view } from '../platform/openapi/index.js';
import { definition, ladders, targets } from './sla.inputs.js';

const time = z.iso.datetime();
const kind = z.enum(CLOCK_KINDS);
const tier = z.enum(SHOP_TIERS);
const priority = z.enum(PRIORITIES);
const mode = z.enum(SLA_MODES);
const specialDays = definition.shape.specialDays;
const cells = targets.shape.standard.unwrap().required();
const rung = ladders.shape.P0.element;
const at = rung.shape.at;

export const Calendar = view(
  'CalendarView',
  z.object({
    id: z.uuid(),
    name: LocalizedTextSchema,
    definition,
    version: z.int(),
    archived: z.boolean(),
    teamIds: z.array(z.uuid()),
    runningClocks: z.int(),
  }) satisfies z.ZodType<CalendarView>,
);
export const Calendars = list(Calendar);

export const ImportedDays = view(
  'ImportedDaysView',
  z.object({
    days: specialDays,
    years: z.array(z.int()),
    leftOut: z.int(),
  }) satisfies z.ZodType<ImportedDaysView>,
);

const saved = {
  version: z.int(),
  note: z.string(),
  createdAt: time,
  createdBy: z.string().optional(),
  runningClocks: z.int(),
  olderClocks: z.int(),
};

export const Policy = view(
  'PolicyView',
  z.object({
    ...saved,
    targets,
    effective: z.object({ standard: cells, premium: cells }),
    uncovered: z.array(z.object({ tier, priority, kind })),
  }) satisfies z.ZodType<PolicyView>,
);

export const PolicyPresets = list(
  view(
    'PolicyPresetView',
    z.object({
      key: z.enum(['standard', 'premium']),
      name: LocalizedTextSchema,
      targets: cells,
    }) satisfies z.ZodType<PolicyPresetView>,
  ),
);

export const LaddersView = view('LadderView', z.object({ ...saved, ladders }) satisfies z.ZodType<LadderView>);

export const Retiming = view(
  'RetimePreview',
  z.object({
    moving: z.int(),
    overdueAtOnce: z.int(),
    running: z.int(),
    more: z.boolean(),
    examples: z.array(z.object({ number: z.string(), kind, dueAt: time, newDueAt: time })),
  }) satisfies z.ZodType<RetimePreview>,
);

const days = z.array(z.object({ date: z.string(), name: z.string() }));
const because = z.enum(['pending', 'on_hold', 'ended']);
const reason = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('target'),
    tier,
    priority,
    mode,
    kind,
    seconds: z.int(),
    policyVersion: z.int().optional(),
    uncovered: z.boolean(),
  }),
  z.object({ step: z.literal('promise'), at: time, basis: z.string().optional() }),
  z.object({ step: z.literal('around_the_clock'), because: z.enum(['urgent', 'no_calendar', 'promise']) }),
  z.object({
    step: z.literal('calendar'),
    id: z.uuid().optional(),
    name: LocalizedTextSchema.optional(),
    version: z.int().optional(),
    zone: z.string(),
  }),
  z.object({ step: z.literal('start'), at: time, working: z.boolean() }),
  z.object({ step: z.literal('closed'), from: time, to: time, days }),
  z.object({ step: z.literal('worked'), from: time, to: time, seconds: z.int(), days }),
  z.object({ step: z.literal('pause'), from: time, to: time.optional(), because }),
  z.object({ step: z.literal('more'), count: z.int(), seconds: z.int() }),
  z.object({ step: z.literal('due'), at: time }),
]) satisfies z.ZodType<DueReason>;

export const DuePreviews = list(
  view(
    'DuePreview',
    z.object({
      kind,
      targetSeconds: z.int(),
      dueAt: time,
      because: z.array(reason),
      rungs: z.array(z.object({ at, time })),
    }) satisfies z.ZodType<DuePreview>,
  ),
);

const result = {
  done: z.boolean(),
  because: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
};
const outcome = z.union([
  z.object({ do: z.literal('raise_priority'), ...result }),
  z.object({ do: z.literal('hand_to'), teamId: z.uuid(), ...result }),
  z.object({ do: z.literal('add_watcher'), staffId: z.uuid(), ...result }),
  z.object({ do: z.literal('tell_customer'), ...result }),
]) satisfies z.ZodType<RungOutcome>;

export const ClockExplanations = list(
  view(
    'ClockExplanation',
    z.object({
      id: z.uuid(),
      kind,
      mode,
      state: z.enum(CLOCK_STATES),
      tier,
      priority,
      targetSeconds: z.int(),
      startedAt: time,
      dueAt: time,
      metAt: time.optional(),
      pausedAt: time.optional(),
      policyVersion: z.int().optional(),
      ladderVersion: z.int(),
      ladder: z.enum(LADDER_KEYS),
      calendars: z.array(z.object({ id: z.uuid(), version: z.int(), name: LocalizedTextSchema, zone: z.string() })),
      secondsCounted: z.int(),
      secondsLeft: z.int(),
      pauses: z.array(z.object({ from: time, to: time.optional(), because })),
      retimings: z.array(z.object({ at: time, because: z.enum(RETIME_REASONS), targetSeconds: z.int(), dueAt: time })),
      rungs: z.array(
        z.object({
          rung: z.int(),
          at,
          time: time.optional(),
          state: z.enum(RUNG_STATES),
          escalationId: z.uuid().optional(),
          firedAt: time.optional(),
          acknowledgeBy: time.optional(),
          acknowledgedAt: time.optional(),
          acknowledgedBy: z.string().optional(),
          also: z.array(outcome),
        }),
      ),
      because: z.array(reason),
    }) satisfies z.ZodType<ClockExplanation>,
  ),
);

export const Escalation = view(
  'EscalationView',
  z.object({
    id: z.uuid(),
    number: z.string(),
    subject: z.string(),
    status: z.enum(TICKET_STATUSES),
    priority,
    tier,
    customerName: z.string(),
    shopName: z.string().optional(),
    teamId: z.uuid(),
    assigneeName: z.string().optional(),
    clockKind: kind,
    dueAt: time,
    rung: z.int(),
    at,
    firedAt: time,
    acknowledgeBy: time.optional(),
    acknowledgedAt: time.optional(),
    acknowledgedBy: z.string().optional(),
    open: z.boolean(),
  }) satisfies z.ZodType<EscalationView>,
);
export const Escalations = list(Escalation);
