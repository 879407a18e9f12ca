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

  /** Of the ticket that this conversation belongs to. Undefined when it does not wait. */
  async placeOf(conversationId: string): Promise<QueuePlace | undefined> {
    const item = await this.database.one<{ ticketId: string; teamId: string }>(
      `SELECT q.ticket_id AS "ticketId", q.team_id AS "teamId"
       FROM ticket_conversations tc JOIN queue_items q ON q.ticket_id = tc.ticket_id WHERE tc.conversation_id = $1`,
      [conversationId],
    );
    const [row] = item ? await this.database.query<PlaceRow>(PLACES, [item.teamId, item.ticketId]) : [];
    return row && show(row);
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
