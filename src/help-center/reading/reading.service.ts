import { Injectable } from '@nestjs/common';
import type { ArticleAudience, ArticleReadingView, Locale } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { articleLink, articlePath } from '../articles/article.presenter.js';
import { Articles, type LiveArticle } from '../articles/articles.service.js';
import { isBehind } from '../articles/translation.js';
import { Feedback } from '../feedback/feedback.service.js';
import { renderMarkdown } from '../markdown/markdown.js';

const READ_NEXT = 4;

export interface Reader {
  locale: Locale;
  audience: ArticleAudience;
  /** Whose vote to show; absent: whoever reads does not vote. */
  visitor?: string | undefined;
}

/** An article for those who read it elsewhere than on its public page. */
@Injectable()
export class Reading {
  constructor(
    private readonly articles: Articles,
    private readonly feedback: Feedback,
  ) {}

  /**
   * In the reader's language where it exists in it, by its address of today or one that it had before.
   * @throws DeskError `not_found` for what they may not read as for what there is not
   */
  async read(slug: string, { locale, audience, visitor }: Reader): Promise<ArticleReadingView> {
    const languages = await this.find(slug, audience);
    const article = languages.find((one) => one.locale === locale) ?? languages[0];
    if (!article) throw new DeskError('not_found');
    const other = languages.find((one) => one !== article);
    const [related, helpful] = await Promise.all([
      this.articles.readNext(article, READ_NEXT, audience),
      visitor === undefined ? undefined : this.feedback.of(article.articleId, visitor),
    ]);
    const { html, sections } = renderMarkdown(article.bodyMarkdown, article.locale, { withoutPlayers: true });
    return {
      articleId: article.articleId,
      slug: article.slug,
      locale: article.locale,
      category: article.category,
      visibility: article.visibility,
      title: article.title,
      excerpt: article.excerpt,
      html,
      sections,
      updatedAt: article.updatedAt.toISOString(),
      behind: isBehind(article, other),
      related: related.map(articleLink),
      ...(article.visibility === 'public' && { url: articlePath(article.locale, article.slug) }),
      ...(helpful !== undefined && { helpful }),
    };
  }

  private async find(slug: string, audience: ArticleAudience): Promise<LiveArticle[]> {
    const found = await this.articles.find(slug, audience);
    if (found.length > 0) return found;
    const now = await this.articles.whereabouts(slug, audience);
    return typeof now === 'object' && now.slug !== slug ? this.articles.find(now.slug, audience) : [];
  }
}
