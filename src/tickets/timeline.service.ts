import { Injectable } from '@nestjs/common';
import type { TimelineEventView } from '../contract/index.js';
import { newId } from '../platform/clock/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import type { TicketActor } from './ticket.events.js';

export interface TimelineLine {
  /** Past participle or noun: `opened`, `assigned`, `handed_over`, `status`, `edited`, `item_done`, `item_undone`, `accessed`, `routed`, `relaxed`, `escalated`, `promised`, `rated`, `nudged`, `merged`, `confirmed`, `linked`, `task_opened` … */
  kind: string;
  actor: TicketActor;
  /** Of a visible line customers get only the keys of {@link PUBLIC_DATA_KEYS}. */
  data: Record<string, unknown>;
  customerVisible: boolean;
}

/** The whitelist: whatever else a line says stays in the house. */
const PUBLIC_DATA_KEYS = [
  'team',
  'name',
  'from',
  'to',
  'score',
  'solved',
  'promisedAt',
  'basis',
  'way',
  'into',
] as const;

const MAX_LINES = 500;

@Injectable()
export class Timeline {
  constructor(private readonly database: Database) {}

  async record(tx: Transaction, ticketId: string, line: TimelineLine): Promise<void> {
    await this.recordAll(tx, [{ ...line, ticketId }]);
  }

  /** Lines to any number of tickets, in this order, in one statement. */
  async recordAll(tx: Transaction, lines: readonly (TimelineLine & { ticketId: string })[]): Promise<void> {
    const rows = lines.map(({ ticketId, kind, actor, data, customerVisible }) => ({
      id: newId(),
      ticket_id: ticketId,
      kind,
      actor_kind: actor.kind,
      actor_id: actor.id,
      data,
      public_data: customerVisible ? publicPart(data) : {},
      customer_visible: customerVisible,
    }));
    await tx.query(
      `INSERT INTO ticket_events (id, ticket_id, kind, actor_kind, actor_id, data, public_data, customer_visible)
       SELECT id, ticket_id, kind, actor_kind, actor_id, data, public_data, customer_visible
       FROM jsonb_to_recordset($1) AS line (id uuid, ticket_id uuid, kind text, actor_kind text, actor_id uuid, data jsonb,
         public_data jsonb, customer_visible boolean)`,
      [JSON.stringify(rows)],
    );
  }

  /** All lines as staff see them, oldest first. */
  async of(ticketId: string): Promise<TimelineEventView[]> {
    const rows = await this.database.query<Omit<TimelineEventView, 'at'> & { at: Date }>(
      `SELECT e.id, e.kind, e.data, e.customer_visible AS "customerVisible", e.created_at AS at,
              json_build_object('kind', e.actor_kind, 'name', coalesce(s.name, c.name, '')) AS actor
       FROM ticket_events e
       LEFT JOIN staff s ON e.actor_kind = 'staff' AND s.id = e.actor_id
       LEFT JOIN customers c ON e.actor_kind = 'customer' AND c.id = e.actor_id
       WHERE e.ticket_id = $1 ORDER BY e.created_at, e.id LIMIT ${MAX_LINES}`,
      [ticketId],
    );
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}

function publicPart(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(PUBLIC_DATA_KEYS.filter((key) => Object.hasOwn(data, key)).map((key) => [key, data[key]]));
}
