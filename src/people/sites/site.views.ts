import { z } from 'zod';
import { type ArticleLink, CATEGORIES, type SiteView } from '../../contract/index.js';
import { view } from '../../platform/openapi/index.js';
import { LocalizedTextSchema } from '../staff/staff.views.js';

export const ArticleLinkSchema = view(
  'ArticleLink',
  z.object({
    articleId: z.uuid(),
    title: z.string(),
    excerpt: z.string(),
    url: z.string(),
  }) satisfies z.ZodType<ArticleLink>,
);

export const SiteViewSchema = view(
  'SiteView',
  z.object({
    key: z.string(),
    name: z.string(),
    greeting: LocalizedTextSchema,
    hours: LocalizedTextSchema,
    phone: z.string().optional(),
    color: z.string(),
    topics: z.array(z.object({ key: z.enum(CATEGORIES), label: LocalizedTextSchema })),
    popularArticles: z.object({ 'zh-CN': z.array(ArticleLinkSchema), en: z.array(ArticleLinkSchema) }),
  }) satisfies z.ZodType<SiteView>,
);
