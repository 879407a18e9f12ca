import type { ArticleCategory, ArticleContent, ArticleWords, Locale } from '../../../../contract/index.js';

const WORD_FIELDS = ['title', 'excerpt', 'bodyMarkdown', 'keywords'] as const;
export type WordField = (typeof WORD_FIELDS)[number];
export type WordKey = `${Locale}.${WordField}`;

/** An article with every field by itself, so that two editors are compared field by field. */
export type FlatArticle = Pick<ArticleContent, 'slug' | 'visibility' | 'position' | 'related'> & {
  category: ArticleCategory;
  subCategory: string;
  sectionId: string;
} & { [key in WordKey]: key extends `${Locale}.keywords` ? string[] : string };
export type FlatField = keyof FlatArticle;

const EMPTY: ArticleWords = { title: '', excerpt: '', bodyMarkdown: '', keywords: [] };

export function flatten(content: ArticleContent): FlatArticle {
  const { slug, category, subCategory, sectionId, visibility, position, related, words } = content;
  const zh = words['zh-CN'] ?? EMPTY;
  const en = words.en ?? EMPTY;
  return {
    slug,
    category,
    subCategory: subCategory ?? '',
    sectionId: sectionId ?? '',
    visibility,
    position,
    related,
    'zh-CN.title': zh.title,
    'zh-CN.excerpt': zh.excerpt,
    'zh-CN.bodyMarkdown': zh.bodyMarkdown,
    'zh-CN.keywords': zh.keywords,
    'en.title': en.title,
    'en.excerpt': en.excerpt,
    'en.bodyMarkdown': en.bodyMarkdown,
    'en.keywords': en.keywords,
  };
}

export function unflatten(flat: FlatArticle): ArticleContent {
  const wordsIn = (locale: Locale): ArticleWords => ({
    title: flat[`${locale}.title`].trim(),
    excerpt: flat[`${locale}.excerpt`].trim(),
    bodyMarkdown: flat[`${locale}.bodyMarkdown`],
    keywords: flat[`${locale}.keywords`],
  });
  const { slug, category, subCategory, sectionId, visibility, position, related } = flat;
  const written = (['zh-CN', 'en'] as const).filter((locale) => isWritten(wordsIn(locale)));
  return {
    slug: slug.trim(),
    category,
    ...(subCategory && { subCategory }),
    ...(sectionId && { sectionId }),
    visibility,
    position,
    related,
    words: Object.fromEntries(written.map((locale) => [locale, wordsIn(locale)])),
  };
}

/** Whether anything is written in a language. */
const isWritten = ({ title, excerpt, bodyMarkdown, keywords }: ArticleWords): boolean =>
  Boolean(title || excerpt || bodyMarkdown.trim() || keywords.length > 0);

/** Whether readers would find all they need in a language. */
export const isComplete = (flat: FlatArticle, locale: Locale): boolean =>
  (['title', 'excerpt', 'bodyMarkdown'] as const).every((field) => flat[`${locale}.${field}`].trim() !== '');

/** A field as one reads it, to be compared line by line. */
export function fieldText(value: string | number | readonly string[]): string {
  return typeof value === 'object' ? value.join('\n') : String(value);
}
