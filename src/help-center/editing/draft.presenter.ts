import {
  type ArticleContent,
  type ArticleDraftView,
  type ArticleListItemView,
  type ArticleReview,
  type ArticleScheduleView,
  LOCALES,
  type ScheduleProblem,
} from '../../contract/index.js';
import { articlePath } from '../articles/article.presenter.js';
import type { DraftRow, ScheduleRow } from './drafts.sql.js';

export type ListedArticle = Pick<
  DraftRow,
  'id' | 'status' | 'content' | 'changed' | 'editedAt' | 'editedBy' | 'ownerName' | 'stale' | 'behind' | 'expiresAt'
> & {
  cursorAt: string;
  helpful: number;
  notHelpful: number;
  review: ArticleReview['state'] | null;
  publishAt: Date | null;
  problem: ScheduleProblem | null;
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
    ...(row.review && { review: row.review }),
    ...(row.schedule && { schedule: scheduleView(row.schedule) }),
    ...(row.ownerId !== null && row.ownerName !== null && { owner: { id: row.ownerId, name: row.ownerName } }),
    ...(row.reviewedAt && {
      reviewed: { at: row.reviewedAt.toISOString(), ...(row.reviewedBy !== null && { by: row.reviewedBy }) },
    }),
    reviewDays: row.reviewDays,
    stale: row.stale,
    ...(row.expiresAt && { expiresAt: row.expiresAt.toISOString() }),
    behind: row.behind,
  };
}

/** Times out of SQL's JSON are ISO 8601, but not as short as ours. */
function scheduleView({ publishAt, scheduledAt, problem, ...schedule }: ScheduleRow): ArticleScheduleView {
  return {
    ...schedule,
    publishAt: new Date(publishAt).toISOString(),
    scheduledAt: new Date(scheduledAt).toISOString(),
    ...(problem !== null && { problem }),
  };
}

export function listItem(row: ListedArticle): ArticleListItemView {
  const { slug, category, subCategory, sectionId, visibility, words } = row.content;
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
    visibility,
    ...(sectionId && { sectionId }),
    ...(row.ownerName !== null && { owner: row.ownerName }),
    ...(row.review && { review: row.review }),
    ...(row.publishAt && {
      schedule: { publishAt: row.publishAt.toISOString(), ...(row.problem !== null && { problem: row.problem }) },
    }),
    stale: row.stale,
    behind: row.behind,
    ...(row.expiresAt && { expiresAt: row.expiresAt.toISOString() }),
  };
}
