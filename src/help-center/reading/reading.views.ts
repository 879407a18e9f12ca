import { z } from 'zod';
import {
  ARTICLE_CATEGORIES,
  ARTICLE_VISIBILITIES,
  type ArticleReadingView,
  type ArticleSuggestionsView,
  LOCALES,
  type PopularArticlesView,
} from '../../contract/index.js';
import { ArticleLinkSchema } from '../../people/index.js';
import { view } from '../../platform/openapi/index.js';

export const ArticleReading = view(
  'ArticleReading',
  z.object({
    articleId: z.uuid(),
    slug: z.string(),
    locale: z.enum(LOCALES),
    category: z.enum(ARTICLE_CATEGORIES),
    visibility: z.enum(ARTICLE_VISIBILITIES),
    title: z.string(),
    excerpt: z.string(),
    html: z.string(),
    sections: z.array(z.object({ id: z.string(), title: z.string() })),
    updatedAt: z.string(),
    behind: z.boolean(),
    related: z.array(ArticleLinkSchema),
    url: z.string().optional(),
    helpful: z.boolean().optional(),
  }) satisfies z.ZodType<ArticleReadingView>,
);

export const PopularArticles = view(
  'PopularArticles',
  z.object({
    here: z.array(ArticleLinkSchema),
    all: z.array(ArticleLinkSchema),
    byCategory: z.array(z.object({ category: z.enum(ARTICLE_CATEGORIES), items: z.array(ArticleLinkSchema) })),
  }) satisfies z.ZodType<PopularArticlesView>,
);

const Suggested = z.array(
  z.object({
    articleId: z.uuid(),
    title: z.string(),
    excerpt: z.string(),
    url: z.string(),
    visibility: z.enum(ARTICLE_VISIBILITIES),
  }),
);

export const ArticleSuggestionsSchema = view(
  'ArticleSuggestions',
  z.object({ items: Suggested, internal: Suggested }) satisfies z.ZodType<ArticleSuggestionsView>,
);
