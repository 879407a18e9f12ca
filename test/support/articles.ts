import type { ArticleContent, ArticleWords } from '../../src/contract/index.js';
import { ArticlePublisher } from '../../src/help-center/articles/article-publisher.service.js';
import type { TestApp } from './app.js';

export interface BuiltArticle {
  id: string;
  slug: string;
}

let count = 0;

/** A published article; found by the search after `desk.settle()`. */
export async function buildArticle(
  desk: TestApp,
  options: Partial<Omit<ArticleContent, 'words'>> & Partial<ArticleWords> & { words?: ArticleContent['words'] } = {},
): Promise<BuiltArticle> {
  count += 1;
  const {
    slug = `article-${count}`,
    title = `文章 ${count}`,
    excerpt = '',
    bodyMarkdown = '正文',
    keywords = [],
    words = { 'zh-CN': { title, excerpt, bodyMarkdown, keywords } },
    ...content
  } = options;
  const whole: ArticleContent = {
    category: 'earnings',
    visibility: 'public',
    position: 500,
    related: [],
    ...content,
    slug,
    words,
  };
  const id = await desk.database.transaction((tx) => desk.get(ArticlePublisher).add(tx, whole));
  return { id, slug };
}
