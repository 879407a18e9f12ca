import { type ArticleContent, type ArticleDraftView, type ArticleListItemView, LOCALES } from '../../contract/index.js';
import { articlePath } from '../article.presenter.js';
import type { DraftRow } from './drafts.sql.js';

export type ListedArticle = Pick<DraftRow, 'id' | 'status' | 'content' | 'changed' | 'editedAt' | 'editedBy'> & {
  cursorAt: string;
  helpful: number;
  notHelpful: number;
  [column: string]: unknown;
};

/** What people call an article: its title in Chinese, else in English. */
export const articleLabel = ({ words, slug }: ArticleContent): string =>
  words['zh-CN']?.title || words.en?.title || slug;

/** Without the languages in which nothing is written. */
export function tidied(content: ArticleContent): ArticleContent {
  const written = LOCALES.filter((locale) => {
    const words = content.words[locale];
    return words && (words.title || words.excerpt || words.bodyMarkdown.trim() || words.keywords.length > 0);
  });
  return { ...content, words: Object.fromEntries(written.map((locale) => [locale, content.words[locale]])) };
}

export function draftView(row: DraftRow, related: ArticleDraftView['related']): ArticleDraftView {
  const { id, status, content, version, changed, editedAt, editedBy, publishedVersion, publishedAt } = row;
  const languages = status === 'published' ? row.languages : [];
  return {
    id,
    status,
    content,
    version,
    changed,
    editedAt: editedAt.toISOString(),
    ...(editedBy !== null && { editedBy }),
    ...(publishedVersion !== null &&
      publishedAt !== null && { published: { version: publishedVersion, at: publishedAt.toISOString() } }),
    urls: Object.fromEntries(languages.map((locale) => [locale, articlePath(locale, row.slug)])),
    related,
  };
}

export function listItem(row: ListedArticle): ArticleListItemView {
  const { slug, category, subCategory, words } = row.content;
  return {
    id: row.id,
    slug,
    category,
    ...(subCategory && { subCategory }),
    status: row.status,
    titles: Object.fromEntries(LOCALES.flatMap((locale) => (words[locale] ? [[locale, words[locale].title]] : []))),
    changed: row.changed,
    editedAt: row.editedAt.toISOString(),
    ...(row.editedBy !== null && { editedBy: row.editedBy }),
    helpful: row.helpful,
    notHelpful: row.notHelpful,
  };
}
