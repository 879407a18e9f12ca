import { Injectable } from '@nestjs/common';
import {
  type ArticleSectionView,
  type ArticleStatus,
  SECTION_LIMITS,
  type SectionPlace,
  sectionBranch,
  sectionFault,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, type Changes, differences } from '../../platform/audit/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { ArticleMoved } from '../articles/article.events.js';
import type { Editor } from '../articles/article-publisher.service.js';
import { MISPLACED, slugTaken, standsIn, TOO_MANY } from './section-refusals.js';
import { type SectionRecord, Sections } from './sections.service.js';
import {
  CARRY_ARTICLES,
  CARRY_DRAFTS,
  CARRY_SCHEDULES,
  CARRY_SECTIONS,
  PUT_IN_ORDER,
  STANDING_IN,
} from './sections.sql.js';

export interface Move extends SectionPlace {
  /** The sibling before which it is to stand; null: the last of them. */
  before: string | null;
}

/** What administrators do to the tree of sections. One at a time: a tree is sound only as a whole. */
@Injectable()
export class SectionEditing {
  constructor(
    private readonly database: Database,
    private readonly sections: Sections,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DeskError `invalid_input` when the slug is taken, the place is none, or there are too many */
  async create(by: Editor, place: SectionPlace, record: SectionRecord): Promise<ArticleSectionView> {
    return this.alone(async (tx) => {
      const all = await this.sections.all(tx);
      requireSound(all, place);
      if (all.length >= SECTION_LIMITS.count) throw new DeskError('invalid_input', { detail: TOO_MANY });
      requireFree(all, record.slug);
      const id = await this.sections.add(tx, place, record);
      await this.record(tx, by, 'created', { id, ...record }, differences({}, { ...record, ...named(all, place) }));
      return this.sections.one(tx, id);
    });
  }

  /** @throws DeskError `not_found`, `conflict`, `invalid_input` when the slug is taken */
  async edit(by: StaffPrincipal, id: string, version: number, record: SectionRecord): Promise<ArticleSectionView> {
    return this.alone(async (tx) => {
      const { section, all } = await this.find(tx, id, version);
      requireFree(all, record.slug, id);
      const { slug, names, descriptions } = section;
      const changes = differences({ slug, names, descriptions }, record);
      if (Object.keys(changes).length === 0) return section;
      await tx.query(
        'UPDATE article_sections SET slug = $2, names = $3, descriptions = $4, version = version + 1 WHERE id = $1',
        [id, record.slug, JSON.stringify(record.names), JSON.stringify(record.descriptions)],
      );
      await this.record(tx, by, 'updated', { id, ...record }, changes);
      return this.sections.one(tx, id);
    });
  }

  /**
   * Puts a section elsewhere, with all that stands in it and below it; into another category, the articles follow.
   * @throws DeskError `not_found`, `conflict` (also when `before` stands elsewhere by now), `invalid_input` for a place that is none
   */
  async move(by: StaffPrincipal, id: string, version: number, { before, ...place }: Move): Promise<ArticleSectionView> {
    return this.alone(async (tx) => {
      const { section, all } = await this.find(tx, id, version);
      requireSound(all, place, id);
      const siblings = all
        .filter((each) => each.id !== id && each.category === place.category && each.parentId === place.parentId)
        .map((each) => each.id);
      const at = before === null ? siblings.length : siblings.indexOf(before);
      if (at < 0) throw new DeskError('conflict');
      await tx.query('UPDATE article_sections SET parent_id = $2, version = version + 1 WHERE id = $1', [
        id,
        place.parentId,
      ]);
      await tx.query(PUT_IN_ORDER, [siblings.toSpliced(at, 0, id)]);
      if (section.category !== place.category) await this.carry(tx, [...sectionBranch(all, id)], place.category);
      const changes = differences(named(all, section), named(all, place));
      const deed = Object.keys(changes).length > 0 ? 'moved' : 'reordered';
      await this.record(tx, by, deed, section, changes);
      return this.sections.one(tx, id);
    });
  }

  /** @throws DeskError `not_found`, `conflict`, `in_use` while anything stands in it */
  async remove(by: StaffPrincipal, id: string, version: number): Promise<void> {
    await this.alone(async (tx) => {
      const { section } = await this.find(tx, id, version);
      const held = (await tx.one<{ sections: number; articles: number }>(STANDING_IN, [id])) as {
        sections: number;
        articles: number;
      };
      if (held.sections + held.articles > 0) throw new DeskError('in_use', { detail: standsIn(held) });
      await tx.query('DELETE FROM article_sections WHERE id = $1', [id]);
      await this.record(tx, by, 'removed', section);
    });
  }

  /** Sections of one branch, with their articles, live, drafted and scheduled, into another category. */
  private async carry(tx: Transaction, ids: string[], category: string): Promise<void> {
    await tx.query(CARRY_SECTIONS, [ids, category]);
    // The draft's row is the lock of an article: first, as everywhere.
    await tx.query(CARRY_DRAFTS, [ids, category]);
    await tx.query(CARRY_SCHEDULES, [ids, category]);
    const articles = await tx.query<{ id: string; status: ArticleStatus }>(CARRY_ARTICLES, [ids, category]);
    const live = articles.filter(({ status }) => status === 'published');
    await this.outbox.add(tx, ...live.map(({ id }) => ArticleMoved(id, { articleId: id })));
  }

  private alone<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database
      .transaction(async (tx) => {
        await this.sections.holdAlone(tx);
        return work(tx);
      })
      .catch((error) => {
        throw isUniqueViolation(error, 'article_sections_slug_key') ? slugTaken(error) : error;
      });
  }

  private async find(tx: Transaction, id: string, version: number) {
    const all = await this.sections.all(tx);
    const section = all.find((each) => each.id === id);
    if (!section) throw new DeskError('not_found');
    if (section.version !== version) throw new DeskError('conflict');
    return { section, all };
  }

  private record(
    tx: Transaction,
    by: Editor,
    deed: string,
    section: Pick<ArticleSectionView, 'id' | 'names' | 'slug'>,
    changes: Changes = {},
  ): Promise<void> {
    const subject = { kind: 'article_section', id: section.id, label: labelOf(section) };
    return this.audit.record(tx, { actor: auditActor(by), action: `article_section.${deed}`, subject, changes });
  }
}

const labelOf = ({ names, slug }: Pick<ArticleSectionView, 'names' | 'slug'>): string =>
  names['zh-CN'] || names.en || slug;

/** A place as the audit log names it. */
function named(all: readonly ArticleSectionView[], { category, parentId }: SectionPlace): object {
  const parent = all.find(({ id }) => id === parentId);
  return { category, ...(parent && { parent: labelOf(parent) }) };
}

function requireSound(all: readonly ArticleSectionView[], place: SectionPlace, id?: string): void {
  const why = sectionFault(all, place, id);
  if (why)
    throw new DeskError('invalid_input', {
      errors: [{ path: 'parentId', message: MISPLACED[why].en }],
      detail: MISPLACED[why],
    });
}

function requireFree(all: readonly ArticleSectionView[], slug: string, owner?: string): void {
  if (all.some((each) => each.slug === slug && each.id !== owner)) throw slugTaken();
}
