import { z } from 'zod';
import {
  ARTICLE_CATEGORIES,
  ARTICLE_IMPORT_FORMATS,
  ARTICLE_IMPORT_MESSAGES,
  ARTICLE_IMPORT_OUTCOMES,
  ARTICLE_VISIBILITIES,
  type ArticleImportMessageCode,
  type ArticleImportRowView,
  type ArticleImportView,
  IMPORT_STATUSES,
  LOCALES,
} from '../../../contract/index.js';
import { list, page, view } from '../../../platform/openapi/index.js';

const time = z.iso.datetime();
const codes = Object.keys(ARTICLE_IMPORT_MESSAGES) as [ArticleImportMessageCode, ...ArticleImportMessageCode[]];

const ImportMessageSchema = view('ImportMessage', z.object({ code: z.enum(codes), detail: z.string().optional() }));

export const ArticleImportSchema = view(
  'ArticleImport',
  z.object({
    id: z.uuid(),
    fileName: z.string(),
    format: z.enum(ARTICLE_IMPORT_FORMATS).optional(),
    status: z.enum(IMPORT_STATUSES),
    options: z.object({
      locale: z.enum(LOCALES),
      category: z.enum(ARTICLE_CATEGORIES),
      categories: z.record(z.string(), z.enum(ARTICLE_CATEGORIES)),
      createSections: z.boolean(),
      existing: z.enum(['skip', 'update']),
      publish: z.boolean(),
      visibility: z.enum(ARTICLE_VISIBILITIES).optional(),
    }),
    counts: z.object({
      total: z.int(),
      done: z.int(),
      new: z.int(),
      updates: z.int(),
      unchanged: z.int(),
      skipped: z.int(),
      refused: z.int(),
      warnings: z.int(),
    }),
    places: z.array(z.object({ key: z.string(), name: z.string(), articles: z.int() })),
    sections: z.array(z.string()),
    problem: ImportMessageSchema.optional(),
    createdBy: z.string(),
    createdAt: time,
    finishedAt: time.optional(),
  }) satisfies z.ZodType<ArticleImportView>,
);

export const ArticleImportList = list(ArticleImportSchema);

export const ImportRowPage = page(
  view(
    'ImportRow',
    z.object({
      number: z.int(),
      place: z.string(),
      title: z.string(),
      slug: z.string(),
      outcome: z.enum(ARTICLE_IMPORT_OUTCOMES),
      articleId: z.uuid().optional(),
      applied: z.boolean(),
      messages: z.array(ImportMessageSchema),
    }) satisfies z.ZodType<ArticleImportRowView>,
  ),
);
