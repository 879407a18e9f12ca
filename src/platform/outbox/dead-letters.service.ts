import { Injectable } from '@nestjs/common';
import { Audit, type AuditActor } from '../audit/index.js';
import { Database, type Transaction } from '../db/index.js';
import { DeskError } from '../errors/index.js';
import { lockOf } from './delivery.js';

/** An event that a consumer gave up on. */
export interface DeadLetterView {
  eventId: string;
  consumer: string;
  key: string;
  type: string;
  error: string;
  /** When it was given up; null when nothing is known but that its key is halted. */
  givenUpAt: Date | null;
  /** Whether the consumer waits for a person, and with it all later events of the key. */
  halted: boolean;
  /** How many events of its key wait behind it. */
  waiting: number;
}

export interface DeadLetterRef {
  eventId: string;
  consumer: string;
}

const ALL = `
  SELECT coalesce(d.event_id, b.event_id)::text AS "eventId", coalesce(d.consumer, b.consumer) AS consumer,
         coalesce(d.key, b.key) AS key, coalesce(d.type, o.type, '?') AS type, coalesce(d.error, b.last_error) AS error,
         d.created_at AS "givenUpAt", b.key IS NOT NULL AS halted,
         (SELECT count(*)::int FROM outbox w
           WHERE b.key IS NOT NULL AND w.key = b.key AND w.id > b.event_id) AS waiting
    FROM dead_letters d
    FULL JOIN (SELECT * FROM outbox_blocks WHERE retry_at = 'infinity') b ON b.event_id = d.event_id AND b.consumer = d.consumer
    LEFT JOIN outbox o ON o.id = coalesce(d.event_id, b.event_id)`;

/** What a person does about events that could not be handled. Safe beside running servers, which notice within a second. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Oldest first. */
  list(limit: number): Promise<(DeadLetterView & { [column: string]: unknown })[]> {
    return this.database.query(`${ALL} ORDER BY coalesce(d.event_id, b.event_id), 2 LIMIT $1`, [limit]);
  }

  /** With what the event says, which may hold what customers wrote. @throws DeskError `not_found` */
  async show({ eventId, consumer }: DeadLetterRef): Promise<DeadLetterView & { payload: unknown }> {
    const found = await this.database.one<DeadLetterView & { payload: unknown; [column: string]: unknown }>(
      `SELECT found.*, coalesce(d.payload, o.payload) AS payload FROM (${ALL}) found
         LEFT JOIN dead_letters d ON d.event_id = found."eventId"::bigint AND d.consumer = found.consumer
         LEFT JOIN outbox o ON o.id = found."eventId"::bigint
        WHERE found."eventId" = $1 AND found.consumer = $2`,
      [eventId, consumer],
    );
    if (!found) throw new DeskError('not_found');
    return found;
  }

  /**
   * Lets the consumer try the event again, before all later ones of its key that still wait; others who have handled it are
   * not bothered. A halted key goes on once it has been handled.
   * @throws DeskError `not_found`, also when somebody else was faster
   */
  async replay(ref: DeadLetterRef, actor: AuditActor): Promise<void> {
    await this.settle(ref, actor, 'dead_letter.replayed', {}, async (tx, { key, type, payload }) => {
      await tx.query('DELETE FROM outbox_inbox WHERE event_id = $1 AND consumer = $2', [ref.eventId, ref.consumer]);
      // Gone from the outbox when everybody else was done with it. The new time tells a relay that is just finishing with it
      // that it is no longer what it has read.
      await tx.query(
        `INSERT INTO outbox (id, key, type, payload, retry_at) OVERRIDING SYSTEM VALUE
         SELECT $1, $2, $3, $4, desk_now() WHERE $3::text IS NOT NULL
         ON CONFLICT (id) DO UPDATE SET retry_at = desk_now()`,
        [ref.eventId, key, type, payload],
      );
    });
  }

  /**
   * Gives the event up for good; for this consumer it then counts as handled, and a halted key goes on with the next one.
   * @param why for those who read the audit log
   * @throws DeskError `not_found`, also when somebody else was faster
   */
  async drop(ref: DeadLetterRef, actor: AuditActor, why: string): Promise<void> {
    await this.settle(ref, actor, 'dead_letter.dropped', { why: { after: why } }, async (tx) => {
      await tx.query('INSERT INTO outbox_inbox (event_id, consumer) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        ref.eventId,
        ref.consumer,
      ]);
    });
  }

  private async settle(
    ref: DeadLetterRef,
    actor: AuditActor,
    action: string,
    changes: Record<string, { after: string }>,
    work: (tx: Transaction, letter: { key: string; type: string | null; payload: unknown }) => Promise<void>,
  ): Promise<void> {
    const { key } = await this.show(ref);
    await this.database.transaction(async (tx) => {
      // While a relay is at this key for this consumer, it is nobody else's.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lockOf(ref.consumer, { key })]);
      const letter = await tx.one<{ type: string; payload: unknown }>(
        'DELETE FROM dead_letters WHERE event_id = $1 AND consumer = $2 RETURNING type, payload',
        [ref.eventId, ref.consumer],
      );
      const blocks = await tx.query(
        'DELETE FROM outbox_blocks WHERE key = $1 AND consumer = $2 AND event_id = $3 RETURNING 1',
        [key, ref.consumer, ref.eventId],
      );
      if (!letter && blocks.length === 0) throw new DeskError('not_found');
      await work(tx, { key, type: letter?.type ?? null, payload: letter?.payload ?? null });
      await tx.query('UPDATE outbox SET retry_at = desk_now() WHERE key = $1', [key]);
      await this.audit.record(tx, {
        actor,
        action,
        subject: {
          kind: 'dead_letter',
          id: `${ref.eventId}:${ref.consumer}`,
          label: `${letter?.type ?? ''} ${key}`.trim(),
        },
        changes,
      });
    });
  }
}
