import { z } from 'zod';
import {
  BOT_CONVERSATION_LISTS,
  BOT_ENTRIES,
  BOT_OUTCOMES,
  CATEGORIES,
  HAND_OVER_REASONS,
  LOCALES,
} from '../../contract/index.js';
import { day, dto, id, pageQuery, text } from '../../platform/http/index.js';

const NONE = 'none' as const;
const yes = z.literal('true').optional();

/** The report on deflection opens the conversations behind a number by these. */
export class BotConversationsQuery extends dto(
  z.object({
    list: z.enum(BOT_CONVERSATION_LISTS).default('all'),
    outcome: z.enum([...BOT_OUTCOMES, 'undecided']).optional(),
    category: z.enum([...CATEGORIES, NONE]).optional(),
    /** To which the outcome is credited. */
    articleId: z.union([id, z.literal(NONE)]).optional(),
    locale: z.enum([...LOCALES, NONE]).optional(),
    entry: z.enum([...BOT_ENTRIES, NONE]).optional(),
    /** Of those handed over. */
    reason: z.enum([...HAND_OVER_REASONS, NONE]).optional(),
    cameBack: yes,
    askedAgain: yes,
    /** Both included, and both or neither: when the first question was asked. */
    from: day.optional(),
    to: day.optional(),
    /** In which a day begins. */
    timeZone: text(60).default('Asia/Shanghai'),
    ...pageQuery,
  }),
) {}

export class BotConversationParam extends dto(z.object({ id })) {}
