import { z } from 'zod';
import {
  ARTICLE_ATTENTIONS,
  ARTICLE_CATEGORIES,
  ARTICLE_LIMITS,
  ARTICLE_STATUSES,
  ARTICLE_VISIBILITIES,
  LOCALES,
} from '../../contract/index.js';
import { dto, id, moment, pageQuery, printable, text, version, wellFormed } from '../../platform/http/index.js';
import { slugSchema } from '../articles/slug.js';

const { title, excerpt, body, keyword, keywords, slug, related, reviewNote, reviewDays } = ARTICLE_LIMITS;

const words = z.strictObject({
  title: text(title, 0),
  excerpt: text(excerpt, 0),
  // Not trimmed: spaces at a line's beginning mean something in Markdown.
  bodyMarkdown: printable.max(body).overwrite(wellFormed),
  keywords: z.array(text(keyword)).max(keywords),
});

/** A draft may be unfinished in everything but its kind; what is missing is said when it is to be published. */
const content = z.strictObject({
  slug: text(slug, 0),
  category: z.enum(ARTICLE_CATEGORIES),
  subCategory: text(60).optional(),
  sectionId: id.optional(),
  visibility: z.enum(ARTICLE_VISIBILITIES),
  position: z.int().min(1).max(999),
  related: z.array(id).max(related),
  words: z.strictObject({ 'zh-CN': words.optional(), en: words.optional() }),
});

export class ArticleParams extends dto(z.object({ id })) {}
export class VersionParams extends dto(z.object({ id, version: z.coerce.number().int().min(1).max(1_000_000) })) {}

export class ArticleListQuery extends dto(
  z.object({
    q: text(100).optional(),
    category: z.enum(ARTICLE_CATEGORIES).optional(),
    status: z.enum(ARTICLE_STATUSES).optional(),
    /** Articles that have no words in this language. */
    missing: z.enum(LOCALES).optional(),
    section: id.optional(),
    visibility: z.enum(ARTICLE_VISIBILITIES).optional(),
    owner: id.optional(),
    attention: z.enum(ARTICLE_ATTENTIONS).optional(),
    ...pageQuery,
  }),
) {}

export class NewArticleBody extends dto(
  z.object({
    /** Without one it is made of the title. */
    slug: slugSchema.optional(),
    category: z.enum(ARTICLE_CATEGORIES),
    sectionId: id.optional(),
    locale: z.enum(LOCALES),
    title: text(title),
  }),
) {}

export class DraftBody extends dto(z.object({ version, content })) {}
/** `inStep`: the other language needs no change, whatever this one says now. */
const publication = { version, note: text(200, 0).optional(), inStep: z.boolean().optional() };
export class PublicationBody extends dto(z.object(publication)) {}
export class ScheduleBody extends dto(z.strictObject({ ...publication, publishAt: moment })) {}
export class ReviewBody extends dto(
  z.strictObject({ version, state: z.enum(['asked', 'returned']), note: text(reviewNote, 0) }),
) {}
export class UpkeepBody extends dto(
  z.strictObject({
    version,
    ownerId: id.nullable(),
    reviewDays: z.int().min(reviewDays.least).max(reviewDays.most),
    expiresAt: moment.nullable(),
  }),
) {}
export class ArticleVersionBody extends dto(z.strictObject({ version })) {}
export class ArticleVersionQuery extends dto(z.object({ version: z.coerce.number().int().min(1) })) {}
export class ArticleStatusBody extends dto(z.object({ version, status: z.enum(['draft', 'archived']) })) {}
export class RestorationBody extends dto(z.object({ version, from: version })) {}
export class PreviewBody extends dto(z.object({ locale: z.enum(LOCALES), content })) {}
