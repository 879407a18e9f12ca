import { z } from 'zod';
import { ARTICLE_CATEGORIES, ARTICLE_TASK_LIMITS, ARTICLE_TASK_STATUSES, LOCALES } from '../../../contract/index.js';
import { dto, id, pageQuery, text, version } from '../../../platform/http/index.js';
import { slugSchema } from '../../articles/slug.js';

const { title, note, closingNote } = ARTICLE_TASK_LIMITS;
const common = { note: text(note, 0).optional() };
const locale = z.enum(LOCALES);

const proposal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('search'), locale, query: text(200), ...common }),
  z.strictObject({ kind: z.literal('article'), articleId: id, ...common }),
  z.strictObject({ kind: z.literal('ticket'), ticketNumber: text(40), title: text(title), ...common }),
  z.strictObject({ kind: z.literal('idea'), locale, title: text(title), ...common }),
]);
export type ProposalInput = z.output<typeof proposal>;

/** What it comes of stands inside, so that each kind says what it needs. */
export class ProposalBody extends dto(z.object({ about: proposal })) {}

export class TaskParams extends dto(z.object({ id })) {}
export class TaskListQuery extends dto(
  z.object({
    status: z.enum(ARTICLE_TASK_STATUSES).default('open'),
    /** Theirs alone who ask. */
    mine: z.stringbool().default(false),
    ...pageQuery,
  }),
) {}
export class TaskBody extends dto(
  z.object({ version, title: text(title), note: text(note, 0), assigneeId: id.nullable() }),
) {}
export class TaskStatusBody extends dto(
  z
    .object({ version, status: z.enum(ARTICLE_TASK_STATUSES), closingNote: text(closingNote, 0).optional() })
    .refine(({ status, closingNote }) => status !== 'dismissed' || Boolean(closingNote), {
      path: ['closingNote'],
      error: 'is needed: say why',
    }),
) {}
export class BeginBody extends dto(z.object({ version, slug: slugSchema, category: z.enum(ARTICLE_CATEGORIES) })) {}
