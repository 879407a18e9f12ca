import { z } from 'zod';
import {
  CLOCK_KINDS,
  PRESENCE_REASONS,
  PRESENCES,
  PRIORITIES,
  QUEUE_WISHES,
  ROUTING_STAGES,
  ROUTING_STRATEGIES,
  SHOP_TIERS,
  TICKET_STATUSES,
  type WallBoardView,
  WORK_KINDS,
} from '../../contract/index.js';
import { LocalizedTextSchema } from '../../people/index.js';
import { id } from '../../platform/http/index.js';
import { view } from '../../platform/openapi/index.js';

const time = z.iso.datetime();
const kindUnits = z.partialRecord(z.enum(WORK_KINDS), z.int());
const clock = {
  nextDueAt: time.optional(),
  nextDueKind: z.enum(CLOCK_KINDS).optional(),
  nextDueStartedAt: time.optional(),
  pausedAt: time.optional(),
  nextDueWorking: z.array(z.object({ from: time, to: time })).optional(),
  nextDueBeyond: z.number().optional(),
};

const Team = view(
  'WallBoardTeamView',
  z.object({
    id,
    name: LocalizedTextSchema,
    strategy: z.enum(ROUTING_STRATEGIES),
    waiting: z.int(),
    queueLimit: z.int().optional(),
    longestSince: time.optional(),
    expectedWait: z.object({ fromSeconds: z.int(), toSeconds: z.int() }).optional(),
    stages: z.object({ skills: z.int(), team: z.int(), overflow: z.int() }),
    nobody: z.int(),
    presences: z.object({ online: z.int(), busy: z.int(), offline: z.int() }),
    load: z.int(),
    capacity: z.int(),
    inHand: z.int(),
    slaAtRisk: z.int(),
    slaOverdue: z.int(),
  }),
);

const Case = view(
  'WallBoardCaseView',
  z.object({
    ...clock,
    number: z.string(),
    subject: z.string(),
    teamId: id,
    priority: z.enum(PRIORITIES),
    status: z.enum(TICKET_STATUSES),
    kind: z.enum(WORK_KINDS),
    units: z.int(),
    since: time,
    waitsFor: z.enum(['staff', 'customer']).optional(),
    waitingSince: time.optional(),
    released: z.literal(true).optional(),
  }),
);

const Person = view(
  'WallBoardPersonView',
  z.object({
    id,
    name: z.string(),
    teamIds: z.array(id),
    presence: z.enum(PRESENCES),
    since: time.optional(),
    because: z.enum(PRESENCE_REASONS).optional(),
    setBy: z.string().optional(),
    lastActiveAt: time.optional(),
    pausedKinds: z.array(z.enum(WORK_KINDS)),
    onShift: z.boolean().optional(),
    load: z.int(),
    capacity: z.int(),
    kindLoads: kindUnits,
    kindLimits: kindUnits,
    cases: z.array(Case),
    otherCases: z.int(),
  }),
);

const Waiting = view(
  'WallBoardWaitingView',
  z.object({
    ...clock,
    number: z.string(),
    subject: z.string(),
    teamId: id,
    place: z.int(),
    priority: z.enum(PRIORITIES),
    tier: z.enum(SHOP_TIERS),
    kind: z.enum(WORK_KINDS),
    units: z.int(),
    waitingSince: time,
    needs: z.array(z.object({ skill: z.string(), minimum: z.int(), required: z.boolean() })),
    stage: z.enum(ROUTING_STAGES),
    wish: z.enum(QUEUE_WISHES),
    live: z.boolean(),
    nobody: z.boolean(),
  }),
);

export const Board = view(
  'WallBoardView',
  z.object({
    at: time,
    teams: z.array(Team),
    people: z.array(Person),
    waiting: z.array(Waiting),
  }) satisfies z.ZodType<WallBoardView>,
);
