import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { ARTICLE_VISIBILITIES, type ArticleVisibility } from '../../../contract/index.js';
import { isHan } from '../../../platform/search/index.js';
import { meaningsOf, type Unit } from '../analyse.js';
import { type ArticleDocument, documentKey } from '../article-search.js';
import { emptyWords, meanings } from '../vocabulary.js';

/** One index for each circle of readers: a search for some cannot even ask for what others may read. */
export const INDEX_PREFIX = 'porchlight_articles';
export const VISIBILITIES = ARTICLE_VISIBILITIES;
export const indexOf = (visibility: ArticleVisibility, prefix: string): string => `${prefix}_${visibility}`;

/** A line of the vocabulary as a word that a tokenizer leaves whole: `§bank_card` becomes `meaningbankcard`. */
export const asWord = (unit: Unit): string =>
  unit.startsWith('§') ? `meaning${unit.slice(1).replaceAll('_', '')}` : unit;

const meaningWords = (text: string): string[] => [...meaningsOf(text)].map(asWord);

export const SETTINGS: Settings = {
  searchableAttributes: ['title', 'subjects', 'keywords', 'excerpt', 'meanings', 'body'],
  filterableAttributes: ['id', 'articleId'],
  displayedAttributes: ['id', 'articleId', 'stamp'],
  rankingRules: ['words', 'typo', 'attribute', 'proximity', 'exactness', 'sort'],
  dictionary: meanings.flatMap(({ phrases }) => phrases.filter((phrase) => isHan(phrase) && phrase.length <= 3)),
  stopWords: [...emptyWords],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn', 'eng'] }],
};

/** Grows when rows are made otherwise than by the vocabulary. */
const VERSION = 1;
const SHAPE = createHash('sha256')
  .update(JSON.stringify([VERSION, SETTINGS, meanings]))
  .digest('hex')
  .slice(0, 12);

/** What a row is made of: by which program, and of which words. One that differs is stale. */
export const stampOf = (changed: string): string => `${SHAPE} ${changed}`;

/** @param changed when readers saw the article change last, as its stamp says */
export function rowOf(document: ArticleDocument, changed: string) {
  const { articleId, locale, title, excerpt, keywords, body } = document;
  return {
    id: documentKey(articleId, locale),
    articleId,
    stamp: stampOf(changed),
    title,
    excerpt,
    keywords,
    body,
    subjects: meaningWords(`${title} , ${keywords.join(' , ')}`),
    meanings: meaningWords(`${excerpt} ${body}`),
  };
}
