import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/db/index.js';
import { PLACES, SYNC_QUEUE_ITEM } from './claim.sql.js';
import { expectedWaitSeconds, type QueuePace } from './estimate.js';

type PlaceRow = QueuePace & { ticketId: string; present: number };

export interface QueuePlace {
  /** From 1. */
  place: number;
  expectedWaitSeconds: number;
  /** Whether anybody of the team is there, free or busy. */
  staffed: boolean;
}

/** Who waits, in which order, and what one tells them. */
@Injectable()
export class Queue {
  constructor(private readonly database: Database) {}

  /** Makes the queue say of this ticket what the ticket says of itself. */
  async sync(tx: Transaction, ticketId: string): Promise<void> {
    await tx.query(SYNC_QUEUE_ITEM, [ticketId]);
  }

  /** Undefined when it does not wait. */
  async place(ticketId: string): Promise<QueuePlace | undefined> {
    const item = await this.database.one<{ teamId: string }>(
      'SELECT team_id AS "teamId" FROM queue_items WHERE ticket_id = $1',
      [ticketId],
    );
    const [row] = item ? await this.database.query<PlaceRow>(PLACES, [item.teamId, ticketId]) : [];
    return row && show(row);
  }

  /** As {@link place}, of the ticket that this conversation belongs to. */
  async placeOf(conversationId: string): Promise<QueuePlace | undefined> {
    const row = await this.database.one<{ ticketId: string }>(
      'SELECT ticket_id AS "ticketId" FROM ticket_conversations WHERE conversation_id = $1',
      [conversationId],
    );
    return row && (await this.place(row.ticketId));
  }

  /** Everybody who waits for this team, the first 200, and what to tell them. */
  async places(teamId: string): Promise<(QueuePlace & { conversationId: string; customerId: string })[]> {
    const rows = await this.database.query<PlaceRow & { conversationId: string; customerId: string }>(
      `SELECT places.*, c.id AS "conversationId", c.customer_id AS "customerId"
       FROM (${PLACES}) places
       JOIN ticket_conversations tc ON tc.ticket_id = places."ticketId" JOIN conversations c ON c.id = tc.conversation_id`,
      [teamId, null],
    );
    return rows.map((row) => ({ conversationId: row.conversationId, customerId: row.customerId, ...show(row) }));
  }
}

function show(row: PlaceRow): QueuePlace {
  return { place: row.place, expectedWaitSeconds: expectedWaitSeconds(row), staffed: row.present > 0 };
}
