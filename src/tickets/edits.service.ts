import { Injectable } from '@nestjs/common';
import type { CategoryKey, Nature, Priority, SubCategoryView } from '../contract/index.js';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { Categories } from './categories/categories.service.js';
import { checkForm } from './categories/form.js';
import { UNSORTED_PRIORITY } from './categories/unsorted.js';
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
  form?: Record<string, string>;
}

type Fields = Pick<TicketRecord, 'category' | 'subCategory' | 'nature' | 'priority' | 'subject' | 'form'>;

@Injectable()
export class Edits {
  constructor(
    private readonly categories: Categories,
    private readonly locks: TicketLocks,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param edit.version what the editor had before their eyes
   * @throws DeskError `conflict` when somebody else was faster, `invalid_input` for what does not fit together
   */
  async edit(
    tx: Transaction,
    edit: { ticketId: string; version: number; patch: TicketPatch; actor: TicketActor },
  ): Promise<TicketRecord> {
    const before = await this.locks.lock(tx, edit.ticketId);
    if (before.version !== edit.version) throw new DeskError('conflict');
    const fields = await this.fitted(tx, before, edit.patch);
    const changed = (Object.keys(fields) as (keyof Fields)[]).filter(
      (key) => JSON.stringify(fields[key]) !== JSON.stringify(before[key]),
    );
    if (changed.length === 0) return before;
    await tx.query(
      `UPDATE tickets SET category = $2, sub_category = $3, nature = $4, priority = $5, subject = $6, form = $7,
              version = version + 1 WHERE id = $1`,
      [before.id, fields.category, fields.subCategory, fields.nature, fields.priority, fields.subject, fields.form],
    );
    const after: TicketRecord = { ...before, ...fields, version: before.version + 1 };
    await this.timeline.record(tx, after.id, {
      kind: 'edited',
      actor: edit.actor,
      data: {
        before: Object.fromEntries(changed.map((key) => [key, before[key]])),
        after: Object.fromEntries(changed.map((key) => [key, after[key]])),
      },
      customerVisible: false,
    });
    await this.outbox.add(tx, TicketEdited(ticketKey(after.id), { ...factsOf(after), changed, actor: edit.actor }));
    return after;
  }

  /** The ticket's fields after the patch, checked against the data of the category. */
  private async fitted(tx: Transaction, before: TicketRecord, patch: TicketPatch): Promise<Fields> {
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
    return {
      category,
      subCategory,
      nature: patch.nature ?? before.nature ?? sub?.nature ?? null,
      priority: patch.priority ?? priorityAfter(before, former, sub),
      subject: patch.subject ?? before.subject,
      form: formAfter(before, patch, sub, stays),
    };
  }

  private async former(tx: Transaction, { category, subCategory }: TicketRecord): Promise<SubCategoryView | undefined> {
    return category && subCategory ? this.categories.find(tx, category, subCategory) : undefined;
  }
}

/** A new sub-category keeps what its form asks too. */
function formAfter(
  before: TicketRecord,
  patch: TicketPatch,
  sub: SubCategoryView | undefined,
  stays: boolean,
): Record<string, string> {
  const fields = sub?.form ?? [];
  if (patch.form) return checkForm(fields, patch.form, stays ? before.form : {});
  if (stays) return before.form;
  const asked = new Set(fields.filter(({ archived }) => !archived).map(({ key }) => key));
  return Object.fromEntries(Object.entries(before.form).filter(([key]) => asked.has(key)));
}

/** A priority that nobody chose by hand follows the sub-category. */
function priorityAfter(
  before: TicketRecord,
  former: SubCategoryView | undefined,
  sub: SubCategoryView | undefined,
): Priority {
  const untouched = before.priority === (former ? former.priority : UNSORTED_PRIORITY);
  return untouched && sub ? sub.priority : before.priority;
}
