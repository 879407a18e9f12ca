import { z } from 'zod';
import {
  ARTICLE_STATUSES,
  ARTICLE_TASK_KINDS,
  ARTICLE_TASK_STATUSES,
  type ArticleTaskView,
  LOCALES,
} from '../../../contract/index.js';
import { list, page, view } from '../../../platform/openapi/index.js';

const time = z.iso.datetime();

export const ArticleTaskSchema = view(
  'ArticleTask',
  z.object({
    id: z.uuid(),
    kind: z.enum(ARTICLE_TASK_KINDS),
    title: z.string(),
    note: z.string(),
    locale: z.enum(LOCALES),
    query: z.string().optional(),
    article: z.object({ id: z.uuid(), title: z.string(), status: z.enum(ARTICLE_STATUSES) }).optional(),
    ticketNumber: z.string().optional(),
    status: z.enum(ARTICLE_TASK_STATUSES),
    assignee: z.object({ id: z.uuid(), name: z.string() }).optional(),
    version: z.int(),
    createdByName: z.string(),
    createdAt: time,
    closedAt: time.optional(),
    closingNote: z.string(),
  }) satisfies z.ZodType<ArticleTaskView>,
);

export const ArticleTaskPage = page(ArticleTaskSchema);
export const ArticleWriters = list(view('ArticleWriter', z.object({ id: z.uuid(), name: z.string() })));
