import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { NoticeView, Page } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { cursorOf, cursorTime } from '../../platform/http/index.js';
import type { EventOf } from '../../platform/outbox/index.js';
import { Push } from '../../platform/push/index.js';
import { Escalations, type SlaEscalated } from '../../sla/index.js';
import { type News, type NoticeRow, presentNotice } from './notice.presenter.js';
import {
  INSERT_NEWS,
  INSERT_NOTICES,
  NOTICES_BY_ID,
  OWN_NOTICE,
  PAGE_OF_NOTICES,
  PRUNE,
  READ_ALL,
  READ_ONE,
  TOLD_OF,
  UNREAD,
} from './notices.sql.js';

const cursor = cursorOf(z.strictObject({ at: cursorTime, id: z.uuid() }));

type AddedRow = { id: string; staffId: string };

/** What each of the staff is to know. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly push: Push,
    private readonly escalations: Escalations,
  ) {}

  /** One for each of these people, once; their screens hear of it. */
  async add(
    tx: Transaction,
    staffIds: readonly string[],
    escalation: EventOf<typeof SlaEscalated>['payload'],
  ): Promise<void> {
    const added = await tx.query<AddedRow>(INSERT_NOTICES, [
      staffIds.map(() => newId()),
      staffIds,
      escalation.escalationId,
      escalation.ticketId,
      escalation.clockKind,
      escalation.rung,
      escalation.at,
      escalation.dueAt,
    ]);
    await this.tellAdded(tx, added);
  }

  /** One for each of these people. @param ticketId the case that it is about, if it is about one */
  async addNews(
    tx: Transaction,
    staffIds: readonly string[],
    ticketId: string | null,
    { kind, data }: News,
  ): Promise<void> {
    const ids = staffIds.map(() => newId());
    await this.tellAdded(tx, await tx.query<AddedRow>(INSERT_NEWS, [ids, staffIds, ticketId, kind, data]));
  }

  private async tellAdded(tx: Transaction, added: AddedRow[]): Promise<void> {
    if (added.length === 0) return;
    const rows = await tx.query<NoticeRow>(NOTICES_BY_ID, [added.map(({ id }) => id)]);
    const news = new Map(rows.map((row) => [row.staffId, presentNotice(row)]));
    const unread = await this.unreadOf(tx, [...news.keys()]);
    tx.afterCommit(() => this.tell(unread, news));
  }

  /** Newest first. */
  async page(
    staff: StaffPrincipal,
    { cursor: after, limit, unread }: { cursor?: string; limit: number; unread: boolean },
  ): Promise<Page<NoticeView>> {
    const last = after === undefined ? undefined : cursor.decode(after);
    const rows = await this.database.query<NoticeRow>(PAGE_OF_NOTICES, [
      staff.staffId,
      last?.at ?? null,
      last?.id ?? null,
      limit + 1,
      unread,
    ]);
    const shown = rows.slice(0, limit);
    const end = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(presentNotice),
      ...(end && { nextCursor: cursor.encode({ at: end.createdExactly, id: end.id }) }),
    };
  }

  async unread(staff: StaffPrincipal): Promise<number> {
    return (await this.unreadOf(this.database, [staff.staffId])).get(staff.staffId) ?? 0;
  }

  /** @throws DeskError `not_found`, also for another's */
  async read(staff: StaffPrincipal, id: string): Promise<NoticeView> {
    await this.database.query(READ_ONE, [id, staff.staffId]);
    const notice = await this.own(staff, id);
    await this.refresh(staff.staffId);
    return notice;
  }

  /**
   * I have seen it, and follow it up.
   * @throws DeskError `not_found`, also for another's, and for one that tells of no escalation
   */
  async acknowledge(staff: StaffPrincipal, id: string): Promise<NoticeView> {
    const notice = await this.own(staff, id);
    if (notice.kind !== 'escalation') throw new DeskError('not_found');
    await this.database.transaction(async (tx) => {
      await this.escalations.acknowledgeAsTold(tx, staff, notice.escalationId);
      await tx.query(READ_ONE, [id, staff.staffId]);
    });
    await this.refresh(staff.staffId);
    return await this.own(staff, id);
  }

  /** @param upTo the newest that they have seen */
  async readAll(staff: StaffPrincipal, upTo: string): Promise<number> {
    await this.database.query(READ_ALL, [staff.staffId, upTo]);
    await this.refresh(staff.staffId);
    return await this.unread(staff);
  }

  /** @throws DeskError `not_found` */
  async own(staff: StaffPrincipal, id: string): Promise<NoticeView> {
    const row = await this.database.one<NoticeRow>(OWN_NOTICE, [id, staff.staffId]);
    if (!row) throw new DeskError('not_found');
    return presentNotice(row);
  }

  /** Everybody who was told of an escalation sees what has become of it. */
  async refreshAllOf(tx: Transaction, escalationId: string): Promise<void> {
    const rows = await tx.query<{ staffId: string }>(TOLD_OF, [escalationId]);
    if (rows.length === 0) return;
    const unread = await this.unreadOf(
      tx,
      rows.map(({ staffId }) => staffId),
    );
    tx.afterCommit(() => this.tell(unread, new Map()));
  }

  async prune(): Promise<void> {
    await this.database.query(PRUNE);
  }

  private async refresh(staffId: string): Promise<void> {
    this.tell(await this.unreadOf(this.database, [staffId]), new Map());
  }

  private async unreadOf(on: Pick<Transaction, 'query'>, staffIds: string[]): Promise<Map<string, number>> {
    const rows = await on.query<{ staffId: string; unread: number }>(UNREAD, [staffIds]);
    return new Map(rows.map((row) => [row.staffId, row.unread]));
  }

  private tell(unread: ReadonlyMap<string, number>, news: ReadonlyMap<string, NoticeView>): void {
    for (const [staffId, count] of unread) {
      const added = news.get(staffId);
      this.push.toStaff([`staff:${staffId}`], 'notices.changed', { unread: count, ...(added && { added }) });
    }
  }
}
