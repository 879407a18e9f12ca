import { z } from 'zod';
import {
  ALL_RATING_REASONS,
  AUTHOR_KINDS,
  CATEGORIES,
  CLOCK_KINDS,
  type ContextView,
  LOCALES,
  NATURES,
  PRIORITIES,
  SHOP_TIERS,
  TICKET_STATUSES,
  type TicketListItemView,
  type TicketView,
  type TimelineEventView,
  type TrackedStepView,
  VALUE_FAULTS,
  type VerifiedIdentityView,
} from '../../contract/index.js';
import { CardSchema, LocalizedTextSchema } from '../../people/index.js';
import { list, page, view } from '../../platform/openapi/index.js';

const time = z.iso.datetime();

const listItem = {
  number: z.string(),
  subject: z.string(),
  status: z.enum(TICKET_STATUSES),
  priority: z.enum(PRIORITIES),
  category: z.enum(CATEGORIES).optional(),
  subCategory: z.string().optional(),
  customerName: z.string(),
  shopName: z.string().optional(),
  tier: z.enum(SHOP_TIERS).optional(),
  teamId: z.uuid(),
  assigneeId: z.uuid().optional(),
  assigneeName: z.string().optional(),
  nextDueAt: time.optional(),
  nextDueKind: z.enum(CLOCK_KINDS).optional(),
  nextDueStartedAt: time.optional(),
  pausedAt: time.optional(),
  nextDueWorking: z.array(z.object({ from: time, to: time })).optional(),
  nextDueBeyond: z.int().optional(),
  nature: z.enum(NATURES).optional(),
  ratingScore: z.int().optional(),
  nudges: z.int().optional(),
  nudgedAt: time.optional(),
  snoozedUntil: time.optional(),
  escalated: z.boolean(),
  lastActivityAt: time,
  preview: z.string(),
  unread: z.int(),
  openedAt: time,
  tags: z.array(z.string()),
  internal: z.literal(true).optional(),
  said: z
    .object({
      kind: z.enum(['message', 'note', 'call']),
      authorKind: z.enum(AUTHOR_KINDS),
      authorName: z.string(),
      at: time,
      text: z.string(),
      marks: z.array(z.object({ from: z.int(), to: z.int() })),
    })
    .optional(),
};

export const TicketListItem = view('TicketListItem', z.object(listItem) satisfies z.ZodType<TicketListItemView>);
export const TicketPage = page(TicketListItem);

export const TicketCountsView = view(
  'TicketCounts',
  z.object({ mine: z.int(), queued: z.int(), follow_up: z.int(), snoozed: z.int(), resolved: z.int() }),
);

export const VerifiedIdentity = view(
  'VerifiedIdentity',
  z.object({
    customerId: z.uuid(),
    identified: z.boolean(),
    name: z.string(),
    externalId: z.string().optional(),
    locale: z.enum(LOCALES),
    shop: z
      .object({
        externalId: z.string(),
        name: z.string(),
        tier: z.enum(SHOP_TIERS),
        industry: z.string().optional(),
        accountManager: z.string().optional(),
      })
      .optional(),
    contactPoints: z.array(z.object({ kind: z.enum(['email', 'phone']), value: z.string(), verifiedBy: z.string() })),
  }) satisfies z.ZodType<VerifiedIdentityView>,
);

export const TicketDetail = view(
  'Ticket',
  z.object({
    ...listItem,
    id: z.uuid(),
    conversationIds: z.array(z.uuid()),
    threads: z.array(z.object({ conversationId: z.uuid(), number: z.string(), customerName: z.string() })),
    customer: VerifiedIdentity,
    form: z.record(z.string(), z.string()),
    leftOut: z
      .array(z.object({ key: z.string(), label: LocalizedTextSchema, value: z.string(), code: z.enum(VALUE_FAULTS) }))
      .optional(),
    promisedAt: time.optional(),
    promiseBasis: z.string().optional(),
    resolvedAt: time.optional(),
    closedAt: time.optional(),
    rating: z
      .object({
        score: z.int(),
        solved: z.boolean(),
        reasons: z.array(z.enum(ALL_RATING_REASONS)).optional(),
        comment: z.string().optional(),
      })
      .optional(),
    natureBy: z.enum(['rules', 'staff']).optional(),
    checks: z.array(z.object({ item: z.string(), doneBy: z.string(), doneAt: time })),
    followUpOf: z.string().optional(),
    watching: z.boolean(),
    snoozedBy: z.string().optional(),
    allowed: z.object({
      transitions: z.array(z.enum(TICKET_STATUSES)),
      reply: z.boolean(),
      assign: z.boolean(),
      edit: z.boolean(),
      snooze: z.literal(true).optional(),
    }),
    version: z.int(),
  }) satisfies z.ZodType<TicketView>,
);

export const TimelineEvents = list(
  view(
    'TimelineEvent',
    z.object({
      id: z.uuid(),
      kind: z.string(),
      actor: z.object({ kind: z.enum(AUTHOR_KINDS), name: z.string() }),
      data: z.record(z.string(), z.unknown()),
      customerVisible: z.boolean(),
      at: time,
    }) satisfies z.ZodType<TimelineEventView>,
  ),
);

export const AssignmentView = view('Assignment', z.object({ number: z.string(), withdrawn: z.boolean() }));

export const Context = view(
  'Context',
  z.object({
    state: z.enum(['ok', 'unavailable', 'none']),
    cards: z.array(CardSchema),
    fetchedAt: time.optional(),
  }) satisfies z.ZodType<ContextView>,
);

export const TrackedSteps = list(
  view(
    'TrackedStep',
    z.object({
      page: z.string(),
      action: z.string(),
      error: z.string().optional(),
      at: time,
    }) satisfies z.ZodType<TrackedStepView>,
  ),
);
