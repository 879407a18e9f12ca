import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  ARTICLE_IMPORT_LIMITS,
  type ArticleImportMessage,
  type ArticleImportOptions,
  type ArticleImportPlace,
} from '../../../contract/index.js';
import { Database } from '../../../platform/db/index.js';
import type { Progress } from '../../../platform/imports/index.js';
import { ArticleImages } from '../../editing/article-images.service.js';
import { Sections } from '../../sections/sections.service.js';
import { ArticleImportRefused } from '../package/article-import-refused.js';
import { type PlanBooks, planArticle } from './article-plan.js';
import { ImportDesk } from './import-desk.js';
import { ADD_ROWS, type ImportPlan, type PlannedRow } from './import-rows.js';
import { Naming } from './naming.js';
import { openFile } from './open-file.js';
import { picturesOf } from './pictures.js';
import { SectionPlan } from './section-plan.js';
import type { ImportSource, RefusedArticle, SourceArticle } from './source.js';

const AT_ONCE = 100;

interface Item {
  article: SourceArticle | RefusedArticle;
  named: ReturnType<Naming['name']> | undefined;
}

/** Says of each article of a file what would become of it, and changes nothing. */
@Injectable()
export class ImportCheck {
  constructor(
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly sections: Sections,
    private readonly images: ArticleImages,
  ) {}

  /**
   * Rows are written as they come; what is there already is left alone.
   * @throws ArticleImportRefused for a file of which nothing can be made
   */
  async run(
    importId: string,
    bytes: Buffer,
    options: ArticleImportOptions,
    progress: Progress,
  ): Promise<{ format: ImportSource['format']; plan: ImportPlan }> {
    // Not before it is needed: it brings a dictionary with it.
    const { slugify } = await import('../../articles/slugify.js');
    const source = openFile(bytes, options.locale);
    const [names, staff, hasSubCategory, shelves, pictures] = await Promise.all([
      this.desk.names(source.format),
      this.desk.staff(),
      this.desk.subCategories(),
      this.sections.all(),
      picturesOf(source.files, (hashes) => this.images.byContent(hashes)),
    ]);
    const naming = new Naming(names, source.slugsAreNames, slugify);
    const named = await nameAll(source, naming);
    const sections = new SectionPlan(shelves, options.createSections, slugify);
    const placeNames = new Map(named.places.map(({ key, name }) => [key, name]));
    const books: PlanBooks = {
      sections,
      articleBySlug: (slug) => naming.articleBySlug(slug),
      slugOf: (externalId) => naming.slugOf(externalId),
      placeName: (key) => placeNames.get(key) ?? key,
      staffByMail: (address) => staff.get(address.toLowerCase()),
      hasSubCategory,
      picture: (path) => pictures.get(path),
    };
    let batch: Item[] = [];
    let number = 0;
    for (const article of source.articles()) {
      number += 1;
      batch.push({ article, named: named.rows[number - 1] });
      if (batch.length < AT_ONCE) continue;
      await this.write(importId, number, batch, books, options);
      await progress(number);
      batch = [];
    }
    await this.write(importId, number, batch, books, options);
    await progress(number);
    return { format: source.format, plan: { places: named.places, sections: sections.planned } };
  }

  private async write(
    importId: string,
    last: number,
    batch: readonly Item[],
    books: PlanBooks,
    options: ArticleImportOptions,
  ): Promise<void> {
    const existing = await this.desk.existing(
      batch.flatMap(({ named }) => (named && 'articleId' in named ? [named.articleId] : [])),
    );
    const rows: PlannedRow[] = [];
    for (const [index, { article, named }] of batch.entries()) {
      const number = last - batch.length + 1 + index;
      // One article may take milliseconds: others are served in between.
      await setImmediate();
      if ('refused' in article) rows.push(refusedRow(number, article, article.refused));
      else if (!named) continue;
      else if ('refused' in named) rows.push(refusedRow(number, article, named.refused));
      else rows.push(planArticle(article, named, existing.get(named.articleId), books, options));
    }
    await this.database.query(ADD_ROWS, [importId, JSON.stringify(rows)]);
  }
}

/** One way through the file, to know all names before any link is followed. */
async function nameAll(source: ImportSource, naming: Naming) {
  const rows: Item['named'][] = [];
  const articles = new Map<string, number>();
  for (const article of source.articles()) {
    if (rows.length >= ARTICLE_IMPORT_LIMITS.articles) throw new ArticleImportRefused('too_many_articles');
    if (rows.length % AT_ONCE === 0) await setImmediate();
    rows.push('refused' in article ? undefined : naming.name(rows.length + 1, article));
    if ('category' in article && article.category && 'theirs' in article.category)
      articles.set(article.category.theirs, (articles.get(article.category.theirs) ?? 0) + 1);
  }
  if (rows.length === 0) throw new ArticleImportRefused('nothing_found');
  const names = new Map(source.places.map(({ key, name }) => [key, name]));
  const places: ArticleImportPlace[] = [...articles].map(([key, count]) => ({
    key,
    name: names.get(key) ?? key,
    articles: count,
  }));
  return { rows, places: places.slice(0, 200) };
}

function refusedRow(number: number, article: SourceArticle | RefusedArticle, why: ArticleImportMessage): PlannedRow {
  const { place } = article;
  const { title = '', slug = '' } = 'title' in article ? article : {};
  return { number, place, title: title.slice(0, 200), slug: slug.slice(0, 200), outcome: 'refused', messages: [why] };
}
