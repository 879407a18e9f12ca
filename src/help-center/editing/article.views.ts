import { z } from 'zod';
import {
  ARTICLE_CATEGORIES,
  ARTICLE_STATUSES,
  ARTICLE_VISIBILITIES,
  type ArticleContent,
  type ArticleDraftView,
  type ArticleListItemView,
  type ArticleOverviewView,
  type ArticleVersionView,
  LOCALES,
  SCHEDULE_PROBLEMS,
} from '../../contract/index.js';
import { list, page, view } from '../../platform/openapi/index.js';

const time = z.iso.datetime();

const words = z.object({
  title: z.string(),
  excerpt: z.string(),
  bodyMarkdown: z.string(),
  keywords: z.array(z.string()),
});

export const ArticleContentView = view(
  'ArticleContent',
  z.object({
    slug: z.string(),
    category: z.enum(ARTICLE_CATEGORIES),
    subCategory: z.string().optional(),
    sectionId: z.uuid().optional(),
    visibility: z.enum(ARTICLE_VISIBILITIES),
    position: z.int(),
    related: z.array(z.uuid()),
    words: z.object({ 'zh-CN': words.optional(), en: words.optional() }),
  }) satisfies z.ZodType<ArticleContent>,
);

export const ArticleDraftSchema = view(
  'ArticleDraft',
  z.object({
    id: z.uuid(),
    status: z.enum(ARTICLE_STATUSES),
    content: ArticleContentView,
    version: z.int(),
    changed: z.boolean(),
    editedAt: time,
    editedBy: z.string().optional(),
    published: z.object({ version: z.int(), at: time }).optional(),
    urls: z.object({ 'zh-CN': z.string().optional(), en: z.string().optional() }),
    related: z.array(z.object({ id: z.uuid(), title: z.string() })),
    review: z
      .object({ state: z.enum(['asked', 'returned']), by: z.uuid(), byName: z.string(), at: time, note: z.string() })
      .optional(),
    schedule: z
      .object({
        publishAt: time,
        note: z.string(),
        by: z.string(),
        scheduledAt: time,
        problem: z.enum(SCHEDULE_PROBLEMS).optional(),
        differs: z.boolean(),
      })
      .optional(),
    owner: z.object({ id: z.uuid(), name: z.string() }).optional(),
    reviewed: z.object({ at: time, by: z.string().optional() }).optional(),
    reviewDays: z.int(),
    stale: z.boolean(),
    expiresAt: time.optional(),
    behind: z.array(z.enum(LOCALES)),
  }) satisfies z.ZodType<ArticleDraftView>,
);

export const ArticleListPage = page(
  view(
    'ArticleListItem',
    z.object({
      id: z.uuid(),
      slug: z.string(),
      category: z.enum(ARTICLE_CATEGORIES),
      subCategory: z.string().optional(),
      status: z.enum(ARTICLE_STATUSES),
      titles: z.object({ 'zh-CN': z.string().optional(), en: z.string().optional() }),
      changed: z.boolean(),
      editedAt: time,
      editedBy: z.string().optional(),
      helpful: z.int(),
      notHelpful: z.int(),
      visibility: z.enum(ARTICLE_VISIBILITIES),
      sectionId: z.uuid().optional(),
      owner: z.string().optional(),
      review: z.enum(['asked', 'returned']).optional(),
      schedule: z.object({ publishAt: time, problem: z.enum(SCHEDULE_PROBLEMS).optional() }).optional(),
      stale: z.boolean(),
      behind: z.array(z.enum(LOCALES)),
      expiresAt: time.optional(),
    }) satisfies z.ZodType<ArticleListItemView>,
  ),
);

export const ArticleVersionList = list(
  view(
    'ArticleVersion',
    z.object({
      version: z.int(),
      at: time,
      by: z.string().optional(),
      note: z.string(),
      current: z.boolean(),
    }) satisfies z.ZodType<ArticleVersionView>,
  ),
);

export const ArticlePreview = view('ArticlePreview', z.object({ html: z.string() }));
export const StoredImage = view('ArticleImage', z.object({ url: z.string(), width: z.int(), height: z.int() }));

export const ArticleOverview = view(
  'ArticleOverview',
  z.object({
    asked: z.int(),
    returned: z.int(),
    behind: z.int(),
    stale: z.int(),
    scheduled: z.int(),
    problem: z.int(),
  }) satisfies z.ZodType<ArticleOverviewView>,
);
export const ArticleOwners = list(view('ArticleOwner', z.object({ id: z.uuid(), name: z.string() })));
