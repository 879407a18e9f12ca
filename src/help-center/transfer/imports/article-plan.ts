import { isDeepStrictEqual } from 'node:util';
import {
  ARTICLE_LIMITS,
  type ArticleCategory,
  type ArticleContent,
  type ArticleImportMessage,
  type ArticleImportOptions,
  type ArticleStatus,
  type ArticleWords,
  LOCALES,
  type Locale,
  refusesArticle,
} from '../../../contract/index.js';
import { articleIn, readText } from '../../markdown/article-problems.js';
import { ArticleImportRefused } from '../package/article-import-refused.js';
import type { PlannedRow, RowPlan } from './import-rows.js';
import type { SectionPlan } from './section-plan.js';
import type { SourceArticle, SourceWords } from './source.js';
import { excerptOf, sameText, tidyText } from './tidy-text.js';

const MOST_MESSAGES = 40;

/** An article of the desk, as its editors have it. */
export interface Existing {
  id: string;
  content: ArticleContent;
  /** Of its draft. */
  version: number;
  /** Whether the draft says something that was not published. */
  changed: boolean;
  status: ArticleStatus;
  ownerId: string | null;
}

/** Which article of the desk one of the file is, or becomes. */
export interface Named {
  number: number;
  articleId: string;
  slug: string;
  /** What naming it has brought to light. */
  messages: ArticleImportMessage[];
}

/** What the rest of the import and the desk know. */
export interface PlanBooks {
  sections: SectionPlan;
  /** Of the desk and of this file. */
  articleBySlug(slug: string): string | undefined;
  slugOf(externalId: string): string | undefined;
  /** What the file calls a category of its own. */
  placeName(key: string): string;
  staffByMail(address: string): string | undefined;
  hasSubCategory(category: ArticleCategory, key: string): boolean;
  picture(path: string): { id: string; isNew: boolean } | 'refused' | undefined;
}

/** What becomes of an article of a file. Nothing is changed. */
export function planArticle(
  source: SourceArticle,
  named: Named,
  existing: Existing | undefined,
  books: PlanBooks,
  options: ArticleImportOptions,
): PlannedRow {
  const { number, articleId, slug } = named;
  const messages = [...source.messages, ...named.messages];
  const row = { number, place: source.place, slug, title: source.title.slice(0, 200), articleId };
  const refuse = (message?: ArticleImportMessage): PlannedRow => ({
    ...row,
    outcome: 'refused',
    messages: told(message ? [...messages, message] : messages),
    ...(!existing && { articleId: undefined }),
  });
  if (existing && options.existing === 'skip') return { ...row, outcome: 'skipped', messages: [] };
  const images = new Map<string, string>();
  let words: ArticleContent['words'];
  try {
    words = wordsOf(source, existing, books, images, messages);
  } catch (error) {
    if (error instanceof ArticleImportRefused) return refuse({ code: error.code, detail: error.detail });
    throw error;
  }
  const shelf = shelfOf(source, existing, books, options, messages);
  const content: ArticleContent = {
    slug: existing?.content.slug ?? slug,
    category: shelf.category,
    ...subCategoryOf(source, existing, shelf.category, books, messages),
    ...(shelf.sectionId && { sectionId: shelf.sectionId }),
    visibility: options.visibility ?? source.visibility ?? existing?.content.visibility ?? 'public',
    position: source.position ?? existing?.content.position ?? 500,
    related: relatedOf(source, articleId, books, messages) ?? existing?.content.related ?? [],
    words: { ...existing?.content.words, ...words },
  };
  const owner = ownerOf(source, books, messages);
  const publish = options.publish && source.isDraft !== true;
  const isSame =
    existing !== undefined &&
    !shelf.section &&
    isDeepStrictEqual(content, existing.content) &&
    (owner === undefined || owner === existing.ownerId) &&
    !(publish && (existing.status !== 'published' || existing.changed));
  if (isSame) return { ...row, outcome: 'unchanged', messages: [] };
  requireWords(content, messages);
  if (messages.some(({ code }) => refusesArticle(code))) return refuse();
  if (existing?.changed && existing.status === 'published') messages.push({ code: 'draft_overwritten' });
  lookAtLinks(content, books, messages);
  const plan: RowPlan = {
    content,
    ...(shelf.section && { section: shelf.section }),
    ...(existing && { base: existing.version }),
    publish,
    ...(owner !== undefined && { owner }),
    externalId: source.externalId,
    images: [...images].map(([id, path]) => ({ id, path })),
  };
  return { ...row, outcome: existing ? 'updates' : 'new', messages: told(messages), plan };
}

function wordsOf(
  source: SourceArticle,
  existing: Existing | undefined,
  books: PlanBooks,
  images: Map<string, string>,
  messages: ArticleImportMessage[],
): ArticleContent['words'] {
  const say = (message: ArticleImportMessage) => void messages.push(message);
  const found = source.words({
    say,
    slugOf: (externalId) => books.slugOf(externalId),
    picture: (path) => {
      const picture = books.picture(path);
      if (picture === undefined) return undefined;
      if (picture === 'refused') {
        say({ code: 'image_refused', detail: path });
        return '';
      }
      if (picture.isNew) images.set(picture.id, path);
      return `/help/images/${picture.id}`;
    },
  });
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const words = found[locale];
      return words ? [[locale, tidied(words, existing?.content.words[locale], locale, say)]] : [];
    }),
  );
}

function tidied(
  words: SourceWords,
  before: ArticleWords | undefined,
  locale: Locale,
  say: (message: ArticleImportMessage) => void,
): ArticleWords {
  const tidy = (text: string, field: string): string => {
    const better = tidyText(text);
    if (better !== text.replace(/\r\n?/g, '\n')) say({ code: 'characters_repaired', detail: `${locale} ${field}` });
    return better;
  };
  const body = tidy(words.bodyMarkdown, 'body');
  const title = tidy(words.title, 'title').trim();
  const excerpt = words.excerpt === undefined ? undefined : tidy(words.excerpt, 'excerpt').trim();
  const keywords =
    words.keywords &&
    keywordsOf(
      words.keywords.map((keyword) => tidyText(keyword).trim()),
      locale,
      say,
    );
  for (const [field, text] of Object.entries({ title, excerpt, body }))
    if (text !== undefined && text.length > ARTICLE_LIMITS[field as 'title' | 'excerpt' | 'body'])
      say({ code: 'too_long', detail: `${locale} ${field}: ${text.length}` });
  return {
    title: asBefore(before?.title, title),
    excerpt: excerpt === undefined ? (before?.excerpt ?? excerptOf(body)) : asBefore(before?.excerpt, excerpt),
    bodyMarkdown: asBefore(before?.bodyMarkdown, body),
    keywords: keywords?.map((keyword, index) => asBefore(before?.keywords[index], keyword)) ?? before?.keywords ?? [],
  };
}

/** What was there, where the file only breaks its lines in another way. */
const asBefore = (before: string | undefined, now: string): string =>
  before !== undefined && sameText(before, now) ? before : now;

function keywordsOf(given: string[], locale: Locale, say: (message: ArticleImportMessage) => void): string[] {
  const kept = [...new Set(given.filter((keyword) => keyword && keyword.length <= ARTICLE_LIMITS.keyword))];
  const cut = kept.slice(0, ARTICLE_LIMITS.keywords);
  if (cut.length < new Set(given.filter(Boolean)).size) say({ code: 'keywords_cut', detail: locale });
  return cut;
}

function shelfOf(
  source: SourceArticle,
  existing: Existing | undefined,
  books: PlanBooks,
  options: ArticleImportOptions,
  messages: ArticleImportMessage[],
) {
  const { category: said, sections } = source;
  const before = existing?.content;
  if (said === undefined && sections === undefined && before)
    return { category: before.category, ...(before.sectionId && { sectionId: before.sectionId }), section: undefined };
  const mapped = said && ('ours' in said ? said.ours : options.categories[said.theirs]);
  if (said && !mapped)
    messages.push({ code: 'category_default', detail: 'theirs' in said ? books.placeName(said.theirs) : '' });
  const category = mapped ?? (said ? options.category : (before?.category ?? options.category));
  const { messages: found, ...shelf } = books.sections.place(category, sections ?? []);
  messages.push(...found);
  // The file says where it stands, and not in which section: as it is, unless it goes to another category.
  if (!sections && before?.sectionId && before.category === category)
    return { category, sectionId: before.sectionId, section: undefined };
  return { sectionId: undefined, section: undefined, ...shelf };
}

function subCategoryOf(
  source: SourceArticle,
  existing: Existing | undefined,
  category: ArticleCategory,
  books: PlanBooks,
  messages: ArticleImportMessage[],
): { subCategory?: string } {
  const before = existing?.content.category === category ? existing.content.subCategory : undefined;
  const wanted = source.subCategory === undefined ? before : (source.subCategory ?? undefined);
  if (!wanted || wanted === before || books.hasSubCategory(category, wanted))
    return wanted ? { subCategory: wanted } : {};
  messages.push({ code: 'sub_category_unknown', detail: wanted });
  return before ? { subCategory: before } : {};
}

function relatedOf(
  { related }: SourceArticle,
  articleId: string,
  books: PlanBooks,
  messages: ArticleImportMessage[],
): string[] | undefined {
  if (!related) return undefined;
  const found = related.flatMap((slug) => {
    const id = books.articleBySlug(slug);
    if (!id) messages.push({ code: 'related_unknown', detail: slug });
    return id && id !== articleId ? [id] : [];
  });
  return [...new Set(found)].slice(0, ARTICLE_LIMITS.related);
}

function ownerOf(
  { owner }: SourceArticle,
  books: PlanBooks,
  messages: ArticleImportMessage[],
): string | null | undefined {
  if (!owner) return owner;
  const id = books.staffByMail(owner);
  if (!id) messages.push({ code: 'owner_unknown', detail: owner });
  return id;
}

function requireWords({ words }: ArticleContent, messages: ArticleImportMessage[]): void {
  for (const locale of LOCALES) {
    const text = words[locale];
    if (!text) continue;
    if (!text.title) messages.push({ code: 'title_missing', detail: locale });
    if (!text.bodyMarkdown.trim()) messages.push({ code: 'body_missing', detail: locale });
  }
  if (Object.keys(words).length === 0) messages.push({ code: 'body_missing' });
}

function lookAtLinks({ words, slug }: ArticleContent, books: PlanBooks, messages: ArticleImportMessage[]): void {
  const linked = LOCALES.flatMap((locale) =>
    readText(words[locale]?.bodyMarkdown ?? '').articles.map((each) => each.slug),
  );
  for (const target of new Set(linked))
    if (target !== slug && !books.articleBySlug(articleIn(target) ?? target))
      messages.push({ code: 'link_unknown', detail: target });
}

/** Each once, and not more than anybody reads. */
function told(messages: readonly ArticleImportMessage[]): ArticleImportMessage[] {
  const once = new Map(messages.map((message) => [`${message.code} ${message.detail ?? ''}`, message]));
  return [...once.values()].slice(0, MOST_MESSAGES).map(({ code, detail }) => ({
    code,
    ...(detail !== undefined && detail !== '' && { detail: tidyText(detail).slice(0, 300) }),
  }));
}
