import { z } from 'zod';
import type { RefusedArticle } from '../imports/source.js';
import { ArticleImportRefused } from '../package/article-import-refused.js';
import {
  type ZendeskArticle,
  type ZendeskSection,
  type ZendeskTranslation,
  zendeskArticle,
  zendeskCategory,
  zendeskSection,
  zendeskSegment,
  zendeskTranslation,
} from './zendesk.schema.js';

/** All that the files of an export say, put together. */
export interface ZendeskBooks {
  categories: Map<string, z.infer<typeof zendeskCategory>>;
  sections: Map<string, ZendeskSection>;
  segments: Map<string, z.infer<typeof zendeskSegment>>;
  articles: ZendeskArticle[];
  /** Beside those that stand in the articles themselves; by the article's id. */
  translations: Map<string, ZendeskTranslation[]>;
  refused: RefusedArticle[];
}

const LISTS = ['categories', 'sections', 'articles', 'translations', 'user_segments'] as const;

export const emptyBooks = (): ZendeskBooks => ({
  categories: new Map(),
  sections: new Map(),
  segments: new Map(),
  articles: [],
  translations: new Map(),
  refused: [],
});

/**
 * Adds what one file says: an answer of the API (`{ "articles": […], "sections": […] }`), several of them in a list, or a list of
 * articles alone.
 * @param name of the file
 * @throws ArticleImportRefused when it is no JSON
 */
export function readBook(books: ZendeskBooks, name: string, json: string): void {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (cause) {
    throw new ArticleImportRefused('json_broken', name, { cause });
  }
  const pages = Array.isArray(data) ? data : [data];
  for (const [index, page] of pages.entries()) {
    if (typeof page !== 'object' || page === null) continue;
    const isPage = LISTS.some((list) => Array.isArray((page as Record<string, unknown>)[list]));
    if (isPage) readPage(books, name, page as Record<string, unknown>);
    else if ('body' in page || 'translations' in page) take(books, 'articles', page, `${name} #${index + 1}`.trim());
  }
}

function readPage(books: ZendeskBooks, name: string, page: Record<string, unknown>): void {
  for (const list of LISTS) {
    const things = page[list];
    if (!Array.isArray(things)) continue;
    for (const [index, thing] of things.entries()) take(books, list, thing, `${name} ${list} #${index + 1}`.trim());
  }
}

function take(books: ZendeskBooks, list: (typeof LISTS)[number], thing: unknown, place: string): void {
  if (list === 'categories') into(books.categories, zendeskCategory.safeParse(thing).data);
  if (list === 'sections') into(books.sections, zendeskSection.safeParse(thing).data);
  if (list === 'user_segments') into(books.segments, zendeskSegment.safeParse(thing).data);
  if (list === 'translations') takeTranslation(books, thing);
  if (list === 'articles') takeArticle(books, thing, place);
}

function takeTranslation(books: ZendeskBooks, thing: unknown): void {
  const translation = zendeskTranslation.safeParse(thing).data;
  if (!translation?.source_id || (translation.source_type && translation.source_type !== 'Article')) return;
  const known = books.translations.get(translation.source_id) ?? [];
  known.push(translation);
  books.translations.set(translation.source_id, known);
}

function takeArticle(books: ZendeskBooks, thing: unknown, place: string): void {
  const article = zendeskArticle.safeParse(thing);
  if (article.success) books.articles.push(article.data);
  else
    books.refused.push({
      place,
      refused: { code: 'field_wrong', detail: article.error.issues[0]?.path.join('.') ?? '' },
    });
}

function into<Thing extends { id: string }>(map: Map<string, Thing>, thing: Thing | undefined): void {
  if (thing) map.set(thing.id, thing);
}
