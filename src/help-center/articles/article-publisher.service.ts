import { Injectable } from '@nestjs/common';
import { type ArticleContent, LOCALES, type Locale } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Sections } from '../sections/sections.service.js';
import { ArticlePublished, ArticleWithdrawn } from './article.events.js';
import { type Standing, stepsOf } from './translation.js';

/** Who is said to have published something. */
export type Editor = Pick<StaffPrincipal, 'staffId' | 'name'>;

/** Decides what readers see. Who may, and what is said of it, is for whoever calls. */
@Injectable()
export class ArticlePublisher {
  constructor(
    private readonly outbox: Outbox,
    private readonly sections: Sections,
  ) {}

  /**
   * Makes this what readers see, as the next version. A language that it has no words in is no longer shown.
   * The slug must be free, and the tree of sections held still; the slug before goes on leading here.
   * @param how.inStep both languages say the same, whatever has changed
   * @returns the version's number
   * @throws DeskError `invalid_input` when its section is not there, or of another category
   */
  async publish(
    tx: Transaction,
    articleId: string,
    content: ArticleContent,
    { note, by, inStep = false }: { note: string; by?: Editor; inStep?: boolean },
  ): Promise<number> {
    const { slug, category, subCategory = null, sectionId = null, visibility, position, related } = content;
    await this.sections.requirePlace(tx, content);
    await tx.query(
      `INSERT INTO article_former_slugs (slug, article_id)
       SELECT slug, id FROM articles WHERE id = $1 AND slug <> $2 AND published_at IS NOT NULL`,
      [articleId, slug],
    );
    await tx.query('DELETE FROM article_former_slugs WHERE article_id = $1 AND slug = $2', [articleId, slug]);
    await tx.query(
      `UPDATE articles SET slug = $2, category = $3, sub_category = $4, position = $5, related_ids = $6, section_id = $7,
         visibility = $8, status = 'published', updated_at = desk_now(), reviewed_at = desk_now(), reviewed_by_name = $9,
         published_at = coalesce(published_at, desk_now()) WHERE id = $1`,
      [articleId, slug, category, subCategory, position, related, sectionId, visibility, by?.name ?? null],
    );
    const [publication] = await tx.query<{ version: number }>(
      `INSERT INTO article_publications (article_id, version, slug, category, sub_category, position, related_ids, note,
         published_by, published_by_name, section_id, visibility)
       SELECT $1, 1 + coalesce(max(version), 0), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
         FROM article_publications WHERE article_id = $1 RETURNING version`,
      [
        articleId,
        slug,
        category,
        subCategory,
        position,
        related,
        note,
        by?.staffId ?? null,
        by?.name ?? null,
        sectionId,
        visibility,
      ],
    );
    const version = publication?.version as number;
    const standing = await tx.query<Standing & { locale: Locale; [column: string]: unknown }>(
      `UPDATE article_versions SET published = false WHERE article_id = $1 AND published
       RETURNING locale, title, excerpt, body_markdown AS "bodyMarkdown", changed_in AS "changedIn", checked_in AS "checkedIn"`,
      [articleId],
    );
    const before = Object.fromEntries(standing.map((words) => [words.locale, words]));
    const steps = stepsOf(before, content.words, version, inStep);
    for (const locale of LOCALES) {
      const [words, step] = [content.words[locale], steps[locale]];
      if (!words || !step) continue;
      const { title, excerpt, bodyMarkdown, keywords } = words;
      await tx.query(
        `INSERT INTO article_versions (id, article_id, locale, version, title, excerpt, body_markdown, keywords, published,
           changed_in, checked_in) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, true, $9, $10)`,
        [newId(), articleId, locale, version, title, excerpt, bodyMarkdown, keywords, step.changedIn, step.checkedIn],
      );
    }
    // What was scheduled may be older than the draft, which then still waits.
    await tx.query('UPDATE article_drafts SET changed = content <> $2::jsonb WHERE article_id = $1', [
      articleId,
      JSON.stringify(content),
    ]);
    await this.outbox.add(tx, ArticlePublished(articleId, { articleId }));
    return version;
  }

  /** Readers no longer find it. Its versions stay. */
  async withdraw(tx: Transaction, articleId: string, status: 'draft' | 'archived'): Promise<void> {
    await tx.query('UPDATE articles SET status = $2, updated_at = desk_now() WHERE id = $1', [articleId, status]);
    await this.outbox.add(tx, ArticleWithdrawn(articleId, { articleId }));
  }

  /** A new article, published as it is: it comes with the product, nobody wrote it here. @returns its id */
  async add(tx: Transaction, content: ArticleContent): Promise<string> {
    const articleId = newId();
    await this.sections.holdStill(tx);
    await tx.query('INSERT INTO articles (id, slug, category) VALUES ($1, $2, $3)', [
      articleId,
      content.slug,
      content.category,
    ]);
    await tx.query('INSERT INTO article_drafts (article_id, content) VALUES ($1, $2)', [
      articleId,
      JSON.stringify(content),
    ]);
    await this.publish(tx, articleId, content, { note: '' });
    return articleId;
  }

  /** Which of these are taken, published or not. */
  async takenSlugs(tx: Transaction, slugs: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ slug: string }>('SELECT slug FROM articles WHERE slug = ANY($1)', [slugs]);
    return new Set(rows.map(({ slug }) => slug));
  }
}
