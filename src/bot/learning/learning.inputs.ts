import { z } from 'zod';
import {
  ARTICLE_LIMITS,
  ARTICLE_TASK_LIMITS,
  BOT_FLAG_NOTE,
  BOT_FLAG_REASONS,
  LOCALES,
  REPORT_DAYS,
  type ReportDays,
} from '../../contract/index.js';
import { dto, id, moment, pageQuery, text } from '../../platform/http/index.js';
import { MOST_MEMBERS } from './learning.service.js';

export class LearningQuery extends dto(
  z.object({
    days: z
      .enum(REPORT_DAYS.map(String))
      .default('30')
      .transform((days) => Number(days) as ReportDays),
  }),
) {}

const task = z.strictObject({ by: z.literal('task'), note: text(ARTICLE_TASK_LIMITS.note, 0).optional() });
/** The customers' words, with the article that answers them. */
const synonym = z.strictObject({ by: z.literal('synonym'), articleId: id, keyword: text(ARTICLE_LIMITS.keyword) });
const dismissed = z.strictObject({ by: z.literal('dismissed') });

const deed = z.discriminatedUnion('by', [task, synonym, dismissed]);
export type SettlingDeed = z.output<typeof deed>;

/** What was seen: `until` is when it was said last. */
const seen = {
  members: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(MOST_MEMBERS),
  until: moment,
};

export class QuestionSettlementBody extends dto(
  z.strictObject({ ...seen, locale: z.enum(LOCALES), question: text(200), deed }),
) {}
export class ReplySettlementBody extends dto(
  z.strictObject({
    ...seen,
    /** Of which the article is to be written. */
    ticketNumber: text(40),
    title: text(ARTICLE_TASK_LIMITS.title),
    deed: z.discriminatedUnion('by', [task, dismissed]),
  }),
) {}
export class FlagSettlementBody extends dto(z.strictObject({ deed })) {}

export class FlagBody extends dto(
  z.strictObject({ reason: z.enum(BOT_FLAG_REASONS), note: text(BOT_FLAG_NOTE, 0).default('') }),
) {}
export class EntryParams extends dto(z.object({ entryId: id })) {}
export class ConversationParams extends dto(z.object({ id })) {}
export class FlagListQuery extends dto(z.object({ settled: z.stringbool().default(false), ...pageQuery })) {}
