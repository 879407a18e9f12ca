import { z } from 'zod';
import {
  ARTICLE_CATEGORIES,
  ARTICLE_VISIBILITIES,
  type ArticleHit,
  type ArticleSearchView,
  LOCALES,
} from '../../contract/index.js';
import { ArticleLinkSchema } from '../../people/index.js';
import { view } from '../../platform/openapi/index.js';

const parts = z.array(z.object({ text: z.string(), hit: z.boolean() }));

const ArticleHitSchema = view(
  'ArticleHit',
  ArticleLinkSchema.extend({
    category: z.enum(ARTICLE_CATEGORIES),
    locale: z.enum(LOCALES),
    visibility: z.enum(ARTICLE_VISIBILITIES).exclude(['public']).optional(),
    titleParts: parts,
    snippetParts: parts,
  }) satisfies z.ZodType<ArticleHit>,
);

export const ArticleSearchSchema = view(
  'ArticleSearchView',
  z.object({
    searchId: z.uuid().optional(),
    items: z.array(ArticleHitSchema),
    facets: z.object({
      category: z.record(z.enum(ARTICLE_CATEGORIES), z.number().int()),
      locale: z.record(z.enum(LOCALES), z.number().int()),
    }),
  }) satisfies z.ZodType<ArticleSearchView>,
);
