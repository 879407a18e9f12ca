import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/db/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type TicketFacts, Tickets, ticketKey } from '../../tickets/index.js';
import { DeskStates } from './desk-states.service.js';
import { QueueWishChanged } from './queue.events.js';

/** $1 tickets that have just been opened, $2 teams that do not work now. Who would be within the limit of the queue waits. */
const BECOME_MESSAGES = `
  UPDATE queue_items q SET wish = 'message' FROM team_routing r
  WHERE q.ticket_id = ANY($1::uuid[]) AND q.wish = 'wait' AND r.team_id = q.team_id AND (q.team_id = ANY($2::uuid[])
    OR r.queue_limit <= (SELECT count(*) FROM (
         SELECT FROM queue_items w
         WHERE r.queue_limit IS NOT NULL AND w.team_id = q.team_id AND w.wish = 'wait' AND (w.rank_at, w.ticket_id) < (q.rank_at, q.ticket_id)
         LIMIT r.queue_limit) ahead))
  RETURNING q.ticket_id AS "ticketId", q.team_id = ANY($2::uuid[]) AS "isClosed"`;

/** Nobody is refused: what comes while the queue is full or the desk closed is a message, until its customer says otherwise. */
@Injectable()
export class PresumedMessages {
  constructor(
    private readonly desks: DeskStates,
    private readonly tickets: Tickets,
    private readonly outbox: Outbox,
  ) {}

  async presume(tx: Transaction, opened: TicketFacts[]): Promise<void> {
    if (opened.length === 0) return;
    const teams = [...new Set(opened.map(({ teamId }) => teamId))];
    const closed = await Promise.all(teams.map(async (id) => ((await this.desks.isClosed(id)) ? [id] : [])));
    const rows = await tx.query<{ ticketId: string; isClosed: boolean }>(BECOME_MESSAGES, [
      opened.map(({ ticketId }) => ticketId),
      closed.flat(),
    ]);
    for (const { ticketId, isClosed } of rows) {
      const facts = opened.find((each) => each.ticketId === ticketId);
      if (!facts) continue;
      await this.tickets.record(tx, ticketId, {
        kind: 'wish',
        actor: { kind: 'system', id: null },
        data: { wish: 'message', because: isClosed ? 'closed' : 'full' },
        customerVisible: false,
      });
      await this.outbox.add(tx, QueueWishChanged(ticketKey(ticketId), { ...facts, wish: 'message' }));
    }
  }
}
