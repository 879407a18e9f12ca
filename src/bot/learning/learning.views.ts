import { z } from 'zod';
import {
  type ArticleInWaitingView,
  BOT_FLAG_REASONS,
  BOT_SETTLING_DEEDS,
  type BotFlagView,
  type BotSettlementView,
  CATEGORIES,
  type FlaggedAnswerView,
  LOCALES,
  REPLY_MARKS,
  type UnansweredQuestionView,
} from '../../contract/index.js';
import { ArticleLinkSchema } from '../../people/index.js';
import { list, page, view } from '../../platform/openapi/index.js';

const time = z.iso.datetime();
const locale = z.enum(LOCALES);
const category = z.enum(CATEGORIES).optional();

export const UnansweredQuestions = list(
  view(
    'UnansweredQuestion',
    z.object({
      question: z.string(),
      locale,
      category,
      alike: z.array(z.string()),
      count: z.int(),
      nothingFound: z.int(),
      lastAskedAt: time,
      conversationIds: z.array(z.uuid()),
      today: z.array(ArticleLinkSchema),
      members: z.array(z.string()),
    }) satisfies z.ZodType<UnansweredQuestionView>,
  ),
);

export const ArticlesInWaiting = list(
  view(
    'ArticleInWaiting',
    z.object({
      reply: z.string(),
      locale,
      category,
      marks: z.array(z.enum(REPLY_MARKS)),
      cases: z.int(),
      lastSaidAt: time,
      ticketNumbers: z.array(z.string()),
      members: z.array(z.string()),
    }) satisfies z.ZodType<ArticleInWaitingView>,
  ),
);

const flag = {
  entryId: z.uuid(),
  conversationId: z.uuid(),
  reason: z.enum(BOT_FLAG_REASONS),
  note: z.string(),
  by: z.object({ id: z.uuid(), name: z.string() }),
  at: time,
  settled: z.object({ by: z.enum(BOT_SETTLING_DEEDS), at: time }).optional(),
};

export const BotFlagSchema = view('BotFlag', z.object(flag) satisfies z.ZodType<BotFlagView>);
export const BotFlagList = list(BotFlagSchema);
export const FlaggedAnswerPage = page(
  view(
    'FlaggedAnswer',
    z.object({
      ...flag,
      locale,
      question: z.string(),
      answer: z.string(),
      articles: z.array(ArticleLinkSchema),
      generated: z.boolean(),
      ticketNumber: z.string().optional(),
    }) satisfies z.ZodType<FlaggedAnswerView>,
  ),
);

export const BotSettlementSchema = view(
  'BotSettlement',
  z.object({ by: z.enum(BOT_SETTLING_DEEDS), taskId: z.uuid().optional() }) satisfies z.ZodType<BotSettlementView>,
);
