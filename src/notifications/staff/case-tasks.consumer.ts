import { Injectable } from '@nestjs/common';
import type { TicketStatus } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { TicketAssigned, TicketStatusChanged } from '../../tickets/index.js';
import { Notices } from './notices.service.js';

const DONE: readonly TicketStatus[] = ['resolved', 'closed', 'cancelled'];

const GIVER = 'SELECT name FROM staff WHERE id = $1';

/** Who watches task $1 or has its case, but for $2, who did it. */
const WAITING = `
  SELECT ARRAY(
    SELECT w.staff_id FROM ticket_watchers w WHERE w.ticket_id = $1 AND w.staff_id IS DISTINCT FROM $2::uuid
    UNION SELECT p.assignee_id FROM tickets t JOIN tickets p ON p.id = t.parent_id
    WHERE t.id = $1 AND p.assignee_id IS DISTINCT FROM $2::uuid AND p.assignee_id IS NOT NULL) AS waiting`;

/** Tasks among colleagues: whoever gets one is told, and whoever waits for one. */
@Injectable()
@Consumer({ name: 'notifications.case_tasks', onPoison: 'skip' })
export class CaseTasksConsumer {
  constructor(private readonly notices: Notices) {}

  /** Who takes one knows it. */
  @Handles(TicketAssigned, {
    when: ({ internal, assigneeId, actor }) => internal && assigneeId !== null && assigneeId !== actor.id,
  })
  async given(tx: Transaction, { payload }: EventOf<typeof TicketAssigned>): Promise<void> {
    const { ticketId, assigneeId, actor } = payload;
    if (assigneeId) await this.tell(tx, [assigneeId], ticketId, 'given', actor.id);
  }

  @Handles(TicketStatusChanged, {
    when: ({ internal, from, to }) => internal && DONE.includes(to) && !DONE.includes(from),
  })
  async done(tx: Transaction, { payload }: EventOf<typeof TicketStatusChanged>): Promise<void> {
    const { ticketId, actor } = payload;
    const row = await tx.one<{ waiting: string[] }>(WAITING, [ticketId, actor.id]);
    await this.tell(tx, row?.waiting ?? [], ticketId, 'done', actor.id);
  }

  private async tell(
    tx: Transaction,
    staffIds: string[],
    ticketId: string,
    state: 'given' | 'done',
    actorId: string | null,
  ): Promise<void> {
    if (staffIds.length === 0) return;
    const giver = await tx.one<{ name: string }>(GIVER, [actorId]);
    await this.notices.addNews(tx, staffIds, ticketId, { kind: 'task', data: { state, by: giver?.name ?? '' } });
  }
}
