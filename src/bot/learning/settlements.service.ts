import { Injectable } from '@nestjs/common';
import type { BotSettlementView, Locale } from '../../contract/index.js';
import { ArticleTasks, Keywords, maskQuery } from '../../help-center/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, isUniqueViolation, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { fold } from '../../platform/search/index.js';
import { Access } from '../../tickets/index.js';
import type { SettlingDeed } from './learning.inputs.js';
import { SETTLE } from './learning.sql.js';

/** What was seen of a group, and what is done about it. */
interface Seen<Deed> {
  members: string[];
  /** ISO 8601: when it was said last, as it was seen. */
  until: string;
  deed: Deed;
}

/** Somebody sees to what the bot could have known better. */
@Injectable()
export class Settlements {
  constructor(
    private readonly database: Database,
    private readonly tasks: ArticleTasks,
    private readonly keywords: Keywords,
    private readonly access: Access,
  ) {}

  /** @throws DeskError `conflict` when somebody else was first; as {@link Keywords.add} */
  async question(
    staff: StaffPrincipal,
    { question, locale, deed, ...seen }: Seen<SettlingDeed> & { question: string; locale: Locale },
  ): Promise<BotSettlementView> {
    return this.settled(async (tx) => {
      const view = await this.carryOut(tx, staff, deed, { question, locale });
      await this.note(tx, staff, 'question', { ...seen, ...view });
      return view;
    });
  }

  /** @throws DeskError `conflict` when somebody else was first; `not_found`, `forbidden` for a case that is not theirs to see */
  async reply(
    staff: StaffPrincipal,
    {
      ticketNumber,
      title,
      deed,
      ...seen
    }: Seen<Exclude<SettlingDeed, { by: 'synonym' }>> & { ticketNumber: string; title: string },
  ): Promise<BotSettlementView> {
    const ticket = await this.access.find(staff, ticketNumber, 'see');
    return this.settled(async (tx) => {
      const view: BotSettlementView = { by: deed.by };
      if (deed.by === 'task') {
        const { id, locale } = ticket;
        const about = { kind: 'ticket' as const, title, note: deed.note, locale, ticketId: id };
        view.taskId = (await this.tasks.add(tx, staff, about)).id;
      }
      await this.note(tx, staff, 'reply', { ...seen, ...view });
      return view;
    });
  }

  /** The same for whoever keeps by themselves what was settled. @param about whatever is known of the question */
  async carryOut(
    tx: Transaction,
    staff: StaffPrincipal,
    deed: SettlingDeed,
    { question, locale, articleId }: { question: string; locale: Locale; articleId?: string | undefined },
  ): Promise<BotSettlementView> {
    if (deed.by === 'dismissed') return { by: deed.by };
    if (deed.by === 'synonym') {
      await this.keywords.add(tx, staff, { ...deed, locale });
      return { by: deed.by };
    }
    const title = maskQuery(question);
    if (!title) throw new DeskError('invalid_input', { errors: [{ path: 'question', message: 'says nothing' }] });
    const { note } = deed;
    const task = articleId
      ? await this.tasks.add(tx, staff, { kind: 'article', title, note, locale, articleId })
      : await this.tasks.add(tx, staff, { kind: 'search', title, note, locale, query: fold(title) });
    return { by: deed.by, taskId: task.id };
  }

  /** About the same there is one open task at most: who was a moment later is led to it. */
  async settled<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    try {
      return await this.database.transaction(work);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return this.database.transaction(work);
    }
  }

  private async note(
    tx: Transaction,
    { staffId }: StaffPrincipal,
    kind: 'question' | 'reply',
    { members, until, by, taskId }: { members: string[]; until: string } & BotSettlementView,
  ): Promise<void> {
    const taken = await tx.query(SETTLE, [kind, members, until, staffId, by, taskId ?? null]);
    if (taken.length < new Set(members).size) throw new DeskError('conflict');
  }
}
