import { defineEvent } from '../../platform/outbox/index.js';

/** Readers see new words of an article from now on. Key: the article's id. */
export const ArticlePublished = defineEvent<{ articleId: string }>('article.published');

/** Readers no longer find it. Key: the article's id. */
export const ArticleWithdrawn = defineEvent<{ articleId: string }>('article.withdrawn');

/** It stands in another category, with the section that it is in; its words are the same. Key: the article's id. */
export const ArticleMoved = defineEvent<{ articleId: string }>('article.moved');

interface Look {
  articleId: string;
  /** In Chinese, else in English. */
  title: string;
  by: { id: string; name: string };
  note: string;
}

/** Somebody asks admins to look at a draft. Key: the article's id. */
export const ArticleReviewAsked = defineEvent<Look>('article.review_asked');

/** An admin sent a draft back to `askedBy`. Key: the article's id. */
export const ArticleReturned = defineEvent<Look & { askedBy: string }>('article.returned');

/** What `scheduledBy` had scheduled could not be published when its time had come. Key: the article's id. */
export const ArticleScheduleFailed = defineEvent<Pick<Look, 'articleId' | 'title'> & { scheduledBy: string }>(
  'article.schedule_failed',
);
