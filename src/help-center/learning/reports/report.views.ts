import { z } from 'zod';
import {
  ARTICLE_CATEGORIES,
  type ArticleReadersView,
  type ArticleReportView,
  LOCALES,
  READING_PLACES,
  type SearchGapView,
  type SearchReportView,
} from '../../../contract/index.js';
import { ArticleLinkSchema } from '../../../people/index.js';
import { list, view } from '../../../platform/openapi/index.js';

const totals = { searches: z.int(), withoutResult: z.int(), clickable: z.int(), withoutClick: z.int() };
const time = z.iso.datetime();

export const SearchReport = view(
  'SearchReport',
  z.object({
    totals: z.object(totals),
    days: z.array(z.object({ day: z.string(), ...totals })),
  }) satisfies z.ZodType<SearchReportView>,
);

export const SearchGapList = list(
  view(
    'SearchGap',
    z.object({
      folded: z.string(),
      query: z.string(),
      locale: z.enum(LOCALES),
      place: z.enum(READING_PLACES),
      count: z.int(),
      lastAskedAt: time,
      today: z.array(ArticleLinkSchema),
      taskId: z.uuid().optional(),
    }) satisfies z.ZodType<SearchGapView>,
  ),
);

export const ArticleReportList = list(
  view(
    'ArticleReport',
    z.object({
      articleId: z.uuid(),
      title: z.string(),
      category: z.enum(ARTICLE_CATEGORIES),
      reads: z.int(),
      contacts: z.int(),
      helpful: z.int(),
      notHelpful: z.int(),
      reasons: z.array(z.string()),
      taskId: z.uuid().optional(),
    }) satisfies z.ZodType<ArticleReportView>,
  ),
);

export const ArticleReaders = view(
  'ArticleReaders',
  z.object({
    weeks: z.array(
      z.object({
        from: z.string(),
        reads: z.int(),
        contacts: z.int(),
        helpful: z.int(),
        notHelpful: z.int(),
      }),
    ),
    reasons: z.array(z.object({ at: time, locale: z.enum(LOCALES), text: z.string() })),
  }) satisfies z.ZodType<ArticleReadersView>,
);
