import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ARTICLE_IMPORT_LIMITS, LOCALES, sectionBranch } from '../../../contract/index.js';
import { auditActor } from '../../../people/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { newId } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { id as idSchema } from '../../../platform/http/index.js';
import { Storage } from '../../../platform/storage/index.js';
import type { Editor } from '../../articles/article-publisher.service.js';
import { Sections } from '../../sections/sections.service.js';
import { SECTION_FILE, writeSectionList } from '../markdown-folder/section-list.js';
import { type ZipFile, zipStream } from '../package/zip-writer.js';
import { articleFile, picturesIn } from './article-file.js';
import { type ExportedArticle, type ExportFilter, exportedArticles } from './exports.sql.js';

const AT_ONCE = 100;
const ENDINGS: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

interface StoredPicture {
  path: string;
  storageKey: string;
  createdAt: Date;
}

/** The help centre as a folder of Markdown that an import takes back as it is. */
@Injectable()
export class ArticleExports {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly sections: Sections,
    private readonly audit: Audit,
  ) {}

  /** A ZIP, piece by piece. @throws DeskError `payload_too_large` for more articles than a ZIP holds */
  async take(by: Editor, filter: ExportFilter): Promise<AsyncGenerator<Uint8Array>> {
    const count = await this.database.one<{ articles: number }>('SELECT count(*)::int AS articles FROM articles');
    if ((count?.articles ?? 0) > ARTICLE_IMPORT_LIMITS.articles) throw new DeskError('payload_too_large');
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        actor: auditActor(by),
        action: 'article_export.taken',
        subject: {
          kind: 'article_export',
          id: newId(),
          label: Object.values(filter).filter(Boolean).join(' '),
        },
      }),
    );
    return zipStream(this.files(filter));
  }

  private async *files(filter: ExportFilter): AsyncGenerator<ZipFile> {
    const sections = await this.sections.all();
    const slugs = await this.slugs();
    const bySection = new Map(sections.map((section) => [section.id, section]));
    const pictures = new Map<string, StoredPicture>();
    yield { path: SECTION_FILE, content: writeSectionList(sections), changedAt: await this.database.now() };
    const within = filter.sectionId ? [...sectionBranch(sections, filter.sectionId)] : null;
    for await (const articles of this.pages(filter, within)) {
      const locales = filter.locale ? [filter.locale] : LOCALES;
      await this.findPictures(articles, pictures);
      const books = {
        sections: bySection,
        slugOf: (id: string) => slugs.get(id),
        picture: (id: string) => pictures.get(id)?.path,
      };
      for (const article of articles)
        for (const locale of locales) {
          const file = articleFile(article, locale, books);
          if (file) yield { ...file, changedAt: article.changedAt };
        }
    }
    for (const { path, storageKey, createdAt } of pictures.values()) {
      const content = await this.storage.get(storageKey).catch(ifGone);
      if (content) yield { path, content, changedAt: createdAt };
    }
  }

  private async *pages(filter: ExportFilter, within: string[] | null): AsyncGenerator<ExportedArticle[]> {
    for (let after: string | null = null; ; ) {
      const articles: ExportedArticle[] = await this.database.query<ExportedArticle>(exportedArticles(filter.state), [
        filter.category ?? null,
        within,
        after,
        AT_ONCE,
      ]);
      if (articles.length > 0) yield articles;
      if (articles.length < AT_ONCE) return;
      after = articles.at(-1)?.id ?? null;
    }
  }

  /** Where each picture of these articles is to lie. */
  private async findPictures(articles: readonly ExportedArticle[], known: Map<string, StoredPicture>): Promise<void> {
    const named = articles.flatMap(({ content }) =>
      Object.values(content.words).flatMap((words) => picturesIn(words.bodyMarkdown)),
    );
    const wanted = [...new Set(named)].filter((each) => !known.has(each) && idSchema.safeParse(each).success);
    if (wanted.length === 0) return;
    const rows = await this.database.query<Omit<StoredPicture, 'path'> & { id: string; contentType: string }>(
      `SELECT id, content_type AS "contentType", storage_key AS "storageKey", created_at AS "createdAt"
         FROM article_images WHERE id = ANY($1::uuid[])`,
      [wanted],
    );
    for (const { id, contentType, ...picture } of rows)
      known.set(id, { ...picture, path: `images/${id}.${ENDINGS[contentType] ?? 'bin'}` });
  }

  private async slugs(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; slug: string }>('SELECT id, slug FROM articles');
    return new Map(rows.map(({ id, slug }) => [id, slug]));
  }
}

/** A picture whose file is lost keeps nobody from the rest. */
function ifGone(error: unknown): Readable | undefined {
  if (error instanceof DeskError && error.code === 'not_found') return undefined;
  throw error;
}
