import { z } from 'zod';
import {
  BOT_ENTRIES,
  BOT_OUTCOMES,
  type BotConversationCounts,
  type BotConversationItemView,
  type BotConversationView,
  type BotTry,
  CATEGORIES,
  CONVERSATION_HANDLERS,
  HAND_OVER_REASONS,
  LOCALES,
  LOOK_UP_OUTCOMES,
  NEEDS_PERSON_REASONS,
  SHOP_TIERS,
  TICKET_STATUSES,
} from '../../contract/index.js';
import { page, view } from '../../platform/openapi/index.js';
import { VerifiedIdentity } from '../../tickets/index.js';

const time = z.iso.datetime();

const item = {
  id: z.uuid(),
  customerName: z.string(),
  shopName: z.string().optional(),
  tier: z.enum(SHOP_TIERS).optional(),
  locale: z.enum(LOCALES),
  entry: z.enum(BOT_ENTRIES),
  firstQuestion: z.string(),
  category: z
    .object({
      key: z.enum(CATEGORIES),
      confidence: z.number(),
      chosen: z.boolean(),
      subCategory: z.string().optional(),
    })
    .optional(),
  misses: z.int(),
  handler: z.enum(CONVERSATION_HANDLERS),
  needsPerson: z.object({ because: z.enum(NEEDS_PERSON_REASONS), since: time }).optional(),
  outcome: z.enum(BOT_OUTCOMES).optional(),
  handOverReason: z.enum(HAND_OVER_REASONS).optional(),
  ticket: z
    .object({ number: z.string(), status: z.enum(TICKET_STATUSES), assigneeName: z.string().optional() })
    .optional(),
  cameBackAt: time.optional(),
  askedAt: time,
  lastAskedAt: time,
};

export const BotConversationItem = view(
  'BotConversationItem',
  z.object(item) satisfies z.ZodType<BotConversationItemView>,
);
export const BotConversationPage = page(BotConversationItem);

const tried = z.object({
  kind: z.enum(['articles', 'generated', 'look_up', 'question', 'nothing']),
  articles: z.array(z.object({ articleId: z.uuid(), title: z.string(), version: z.int(), url: z.string() })).optional(),
  lookUp: z.string().optional(),
  asked: z.string().optional(),
  outcome: z.enum(['helped', 'not_helped', ...LOOK_UP_OUTCOMES]).optional(),
  at: time,
}) satisfies z.ZodType<BotTry>;

export const BotConversation = view(
  'BotConversation',
  z.object({
    ...item,
    customer: VerifiedIdentity,
    siteName: z.string(),
    page: z.string().optional(),
    fields: z.array(z.object({ key: z.string(), label: z.string(), value: z.string() })),
    tried: z.array(tried),
    asking: z.enum(['category', 'field', 'look_up']).optional(),
    decidedAt: time.optional(),
  }) satisfies z.ZodType<BotConversationView>,
);

export const BotConversationCountsSchema = view(
  'BotConversationCounts',
  z.object({ needsPerson: z.int() }) satisfies z.ZodType<BotConversationCounts>,
);

export const TakenOver = view('BotConversationTakenOver', z.object({ number: z.string() }));
