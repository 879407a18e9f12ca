import { Injectable } from '@nestjs/common';
import type { CategoryKey, FormValues, LeftOutView, Nature, Priority, SubCategoryView } from '../contract/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { Categories } from './categories/categories.service.js';
import { type Fields, type FieldsAfter, fieldsAfter } from './fields-after.js';
import { Natures } from './nature/natures.service.js';
import { Tags } from './tags/tags.service.js';
import { type TicketActor, TicketEdited, ticketKey } from './ticket.events.js';
import { factsOf, type TicketRecord } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';
import { Timeline } from './timeline.service.js';

/** What is left out stays as it is. */
export interface TicketPatch {
  category?: CategoryKey;
  /** Null: none. A new category without one clears it. */
  subCategory?: string | null;
  nature?: Nature;
  priority?: Priority;
  subject?: string;
  /** The whole form of the sub-category. */
  form?: FormValues;
  /** Of the form that was filled in; left out: the present one. */
  formVersion?: number;
  /** All it shall have. */
  tags?: string[];
}

/** What else an edit writes tells itself by these. */
const TOLD: readonly (keyof Fields)[] = ['category', 'subCategory', 'nature', 'priority', 'subject', 'form', 'tags'];

export interface EditedTicket extends TicketRecord {
  /** Values that an older version of the form asked for and the present one does not take. */
  leftOut: LeftOutView[];
}

@Injectable()
export class Edits {
  constructor(
    private readonly categories: Categories,
    private readonly locks: TicketLocks,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
    private readonly tags: Tags,
    private readonly natures: Natures,
  ) {}

  /**
   * @param edit.version what the editor had before their eyes
   * @throws DeskError `conflict` when somebody else was faster, `invalid_input` for what does not fit together
   */
  async edit(
    tx: Transaction,
    edit: { ticketId: string; version: number; patch: TicketPatch; actor: TicketActor },
  ): Promise<EditedTicket> {
    const before = await this.locks.lock(tx, edit.ticketId);
    if (before.version !== edit.version) throw new DeskError('conflict');
    const { fields, leftOut } = await this.fitted(tx, before, edit);
    if (edit.patch.tags) fields.tags = await this.tags.spelled(tx, edit.patch.tags, before.tags);
    const changed = (Object.keys(fields) as (keyof Fields)[]).filter(
      (key) => JSON.stringify(fields[key]) !== JSON.stringify(before[key]),
    );
    if (changed.length === 0 && leftOut.length === 0) return { ...before, leftOut };
    await this.write(tx, before.id, fields);
    const after: TicketRecord = { ...before, ...fields, version: before.version + 1 };
    if (fields.nature && fields.nature !== before.nature && fields.natureBy === 'staff' && edit.actor.id)
      await this.natures.learn(tx, before, fields.nature, edit.actor.id);
    const told = TOLD.filter((key) => changed.includes(key));
    if (told.length > 0 || leftOut.length > 0)
      await this.timeline.record(tx, after.id, {
        kind: 'edited',
        actor: edit.actor,
        data: {
          before: Object.fromEntries(told.map((key) => [key, before[key]])),
          after: Object.fromEntries(told.map((key) => [key, after[key]])),
          ...(leftOut.length > 0 && { leftOut }),
        },
        customerVisible: false,
      });
    await this.outbox.add(tx, TicketEdited(ticketKey(after.id), { ...factsOf(after), changed, actor: edit.actor }));
    return { ...after, leftOut };
  }

  /** The ticket's fields after the patch, checked against the data of the category. */
  private async fitted(
    tx: Transaction,
    before: TicketRecord,
    { patch, actor }: { patch: TicketPatch; actor: TicketActor },
  ): Promise<FieldsAfter> {
    const category = patch.category ?? before.category;
    const kept = category === before.category ? before.subCategory : null;
    const subCategory = patch.subCategory === undefined ? kept : patch.subCategory;
    const sub = category && subCategory ? await this.categories.find(tx, category, subCategory) : undefined;
    const stays = category === before.category && subCategory === before.subCategory;
    if (subCategory && !stays && (!sub || sub.archived)) {
      const message = sub ? 'cannot be chosen any more' : 'not of this category';
      throw new DeskError('invalid_input', { errors: [{ path: 'subCategory', message }] });
    }
    const former = stays ? sub : await this.former(tx, before);
    return fieldsAfter(before, patch, { category, subCategory, sub, former, stays, byStaff: actor.kind === 'staff' });
  }

  private async write(tx: Transaction, id: string, fields: Fields): Promise<void> {
    const { category, subCategory, nature, natureBy, priority, subject, form, formVersion, tags } = fields;
    await tx.query(
      `UPDATE tickets SET category = $2, sub_category = $3, nature = $4, nature_by = $5, priority = $6, subject = $7, form = $8,
              form_version = $9, tags = $10, version = version + 1 WHERE id = $1`,
      [id, category, subCategory, nature, natureBy, priority, subject, form, formVersion, tags],
    );
  }

  private async former(tx: Transaction, { category, subCategory }: TicketRecord): Promise<SubCategoryView | undefined> {
    return category && subCategory ? this.categories.find(tx, category, subCategory) : undefined;
  }
}
