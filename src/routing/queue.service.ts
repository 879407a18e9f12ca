import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/db/index.js';
import { PLACES, SYNC_QUEUE_ITEMS } from './claim.sql.js';
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

  /** Makes the queue say of these tickets what they say of themselves. */
  async sync(tx: Transaction, ...ticketIds: string[]): Promise<void> {
    await tx.query(SYNC_QUEUE_ITEMS, [ticketIds]);
  }

  /** Of those of these conversations whose ticket waits, by conversation id. */
  async placesOf(conversationIds: string[]): Promise<Map<string, QueuePlace>> {
    if (conversationIds.length === 0) return new Map();
    const items = await this.database.query<{ conversationId: string; ticketId: string; teamId: string }>(
      `SELECT tc.conversation_id AS "conversationId", q.ticket_id AS "ticketId", q.team_id AS "teamId"
       FROM ticket_conversations tc JOIN queue_items q ON q.ticket_id = tc.ticket_id
       WHERE tc.conversation_id = ANY($1::uuid[])`,
      [conversationIds],
    );
    const places = new Map<string, QueuePlace>();
    for (const team of new Set(items.map(({ teamId }) => teamId))) {
      const tickets = items.filter(({ teamId }) => teamId === team).map(({ ticketId }) => ticketId);
      for (const row of await this.database.query<PlaceRow>(PLACES, [team, tickets]))
        places.set(row.ticketId, show(row));
    }
    return new Map(
      items.flatMap(({ conversationId, ticketId }) => {
        const place = places.get(ticketId);
        return place ? [[conversationId, place]] : [];
      }),
    );
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
