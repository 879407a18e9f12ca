import { defineEvent } from '../platform/outbox/index.js';

/** Readers see new words of an article from now on. Key: the article's id. */
export const ArticlePublished = defineEvent<{ articleId: string }>('article.published');

/** Readers no longer find it. Key: the article's id. */
export const ArticleWithdrawn = defineEvent<{ articleId: string }>('article.withdrawn');
