import { z } from 'zod';
import { ARTICLE_CATEGORIES, type ArticleSectionView } from '../../contract/index.js';
import { list, view } from '../../platform/openapi/index.js';

const words = z.object({ 'zh-CN': z.string().optional(), en: z.string().optional() });

export const ArticleSectionSchema = view(
  'ArticleSection',
  z.object({
    id: z.uuid(),
    category: z.enum(ARTICLE_CATEGORIES),
    parentId: z.uuid().nullable(),
    slug: z.string(),
    names: words,
    descriptions: words,
    version: z.int(),
    articles: z.int(),
    published: z.int(),
  }) satisfies z.ZodType<ArticleSectionView>,
);
export const ArticleSectionList = list(ArticleSectionSchema);
