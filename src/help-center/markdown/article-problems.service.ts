import { Injectable } from '@nestjs/common';
import { type ArticleContent, type ArticleProblem, LOCALES } from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { id } from '../../platform/http/index.js';
import { readText } from './article-problems.js';

/** What readers of an article would stumble over, found before they do. */
@Injectable()
export class ArticleProblems {
  constructor(private readonly database: Database) {}

  /** In each language from the first line to the last; nothing is changed. */
  async of(words: ArticleContent['words'], on: Database | Transaction = this.database): Promise<ArticleProblem[]> {
    const texts = LOCALES.map((locale) => ({ locale, ...readText(words[locale]?.bodyMarkdown ?? '') }));
    const images = texts.flatMap((text) =>
      text.images.map((image) => image.id).filter((one) => id.safeParse(one).success),
    );
    const slugs = texts.flatMap((text) => text.articles.map(({ slug }) => slug));
    const known = await this.known(on, images, slugs);
    return texts.flatMap(({ locale, ...text }) =>
      [
        ...text.problems,
        ...text.images
          .filter((image) => !known.has(image.id))
          .map((image) => ({ kind: 'image_unknown' as const, line: image.line, detail: `/help/images/${image.id}` })),
        ...text.articles
          .filter(({ slug }) => !known.has(slug))
          .map(({ slug, line }) => ({ kind: 'link_unknown' as const, line, detail: slug })),
      ]
        .sort((a, b) => a.line - b.line)
        .map((found) => ({ ...found, locale })),
    );
  }

  /** Articles that are not published yet count: those that belong together are published one after the other. */
  private async known(on: Database | Transaction, images: string[], slugs: string[]): Promise<Set<string>> {
    if (images.length + slugs.length === 0) return new Set();
    const rows = await on.query<{ name: string }>(
      `SELECT id::text AS name FROM article_images WHERE id = ANY($1::uuid[])
       UNION SELECT slug FROM articles WHERE slug = ANY($2::text[]) AND status <> 'archived'
       UNION SELECT slug FROM article_former_slugs WHERE slug = ANY($2::text[])
       UNION SELECT content->>'slug' FROM article_drafts WHERE content->>'slug' = ANY($2::text[])`,
      [images, slugs],
    );
    return new Set(rows.map(({ name }) => name));
  }
}
