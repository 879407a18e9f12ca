import { Injectable } from '@nestjs/common';
import {
  FEEDBACK_LIMITS,
  type FeedbackStatus,
  type FeedbackTellingView,
  type LocalizedText,
} from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { FeedbackTellingDue } from '../feedback.events.js';
import { insistMay } from '../permissions.js';
import { FeedbackHistory } from '../topics/history.service.js';
import type { TopicRecord } from '../topics/topic-locks.service.js';
import { TellDue } from './telling.jobs.js';

/** As many facts in one transaction. */
const SLICE = 200;
const SHOWN = 10;

/** Everybody who gave or asked for it too, once. */
const ADDRESSED = `
  INSERT INTO feedback_told (telling_id, customer_id, due_at)
  SELECT $1, p.customer_id, $3 FROM (
    SELECT customer_id FROM feedback WHERE topic_id = $2 UNION SELECT customer_id FROM feedback_votes WHERE topic_id = $2) p
  RETURNING customer_id`;

/**
 * Whoever takes a row empties `due_at`, in the transaction that writes the fact: it comes once, or is
 * taken again. What is being called back at this moment is left alone.
 */
const TAKE = `
  UPDATE feedback_told SET due_at = NULL
  WHERE (telling_id, customer_id) IN (
    SELECT t.telling_id, t.customer_id FROM feedback_told t JOIN feedback_tellings g ON g.id = t.telling_id
    WHERE t.due_at <= desk_now() AND g.withdrawn_at IS NULL
    ORDER BY t.due_at, t.telling_id, t.customer_id LIMIT ${SLICE} FOR UPDATE OF t SKIP LOCKED FOR SHARE OF g SKIP LOCKED)
  RETURNING telling_id AS "tellingId", customer_id AS "customerId"`;

const OF_TOPIC = `
  SELECT g.id, g.status, g.held_until AS "heldUntil", g.withdrawn_at IS NOT NULL AS withdrawn, g.created_at AS at, s.name AS by,
         count(p.customer_id)::int AS people, (count(*) FILTER (WHERE p.ways IS NOT NULL))::int AS told,
         (count(*) FILTER (WHERE 'thread' = ANY(p.ways)))::int AS thread,
         (count(*) FILTER (WHERE 'mail' = ANY(p.ways)))::int AS mail,
         (count(*) FILTER (WHERE p.ways = '{}'))::int AS none
  FROM feedback_tellings g JOIN staff s ON s.id = g.staff_id LEFT JOIN feedback_told p ON p.telling_id = g.id
  WHERE g.topic_id = $1 GROUP BY g.id, s.name ORDER BY g.created_at DESC LIMIT ${SHOWN}`;

interface TellingRow extends Record<'people' | 'told' | 'thread' | 'mail' | 'none', number> {
  id: string;
  status: FeedbackStatus;
  heldUntil: Date;
  withdrawn: boolean;
  at: Date;
  by: string;
}

/** What one person is told, in both languages: which is theirs, whoever writes to them knows. */
export interface TellingWords {
  title: LocalizedText | null;
  status: FeedbackStatus;
  answer: LocalizedText | null;
}

/** Telling all people of a topic at once, each exactly once, after a time in which it can be called back. */
@Injectable()
export class Tellings {
  constructor(
    private readonly database: Database,
    private readonly history: FeedbackHistory,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Begins, with the people and words of this moment. @param people how many there are, as whoever tells them saw it
   * @throws DeskError `forbidden`, `conflict` when there are others, or one is held already
   */
  async hold(
    tx: Transaction,
    by: StaffPrincipal,
    topic: Pick<TopicRecord, 'id' | 'title' | 'status' | 'answer'>,
    people: number,
  ): Promise<void> {
    insistMay(by, 'tell');
    const held = await tx.one(
      'SELECT 1 AS held FROM feedback_tellings WHERE topic_id = $1 AND withdrawn_at IS NULL AND held_until > desk_now()',
      [topic.id],
    );
    if (held) throw new DeskError('conflict');
    const id = newId();
    const made = await tx.one<{ heldUntil: Date }>(
      `INSERT INTO feedback_tellings (id, topic_id, title, status, answer, staff_id, held_until)
       VALUES ($1, $2, $3, $4, $5, $6, desk_now() + make_interval(secs => $7)) RETURNING held_until AS "heldUntil"`,
      [id, topic.id, topic.title, topic.status, topic.answer, by.staffId, FEEDBACK_LIMITS.holdSeconds],
    );
    const addressed = await tx.query(ADDRESSED, [id, topic.id, made?.heldUntil]);
    if (addressed.length !== people) throw new DeskError('conflict');
    await this.history.record(tx, topic.id, 'told', by.staffId, { count: people, to: topic.status });
    tx.afterCommit(
      () => void this.jobs.add(TellDue, {}, { delayMilliseconds: FEEDBACK_LIMITS.holdSeconds * 1_000 + 100 }),
    );
  }

  /** Nobody is told. @throws DeskError `forbidden`, `not_found`, `conflict` when its time is over */
  async withdraw(by: StaffPrincipal, id: string): Promise<{ topicId: string }> {
    insistMay(by, 'tell');
    return await this.database.transaction(async (tx) => {
      const telling = await tx.one<{ topicId: string; withdrawn: boolean }>(
        `SELECT topic_id AS "topicId", withdrawn_at IS NOT NULL AS withdrawn FROM feedback_tellings WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (!telling) throw new DeskError('not_found');
      if (telling.withdrawn) return telling;
      const stopped = await tx.query(
        'UPDATE feedback_tellings SET withdrawn_at = desk_now() WHERE id = $1 AND held_until > desk_now() RETURNING id',
        [id],
      );
      if (stopped.length === 0) throw new DeskError('conflict');
      await tx.query('UPDATE feedback_told SET due_at = NULL WHERE telling_id = $1', [id]);
      await this.history.record(tx, telling.topicId, 'withdrawn', by.staffId);
      return telling;
    });
  }

  /** Sends everybody on their way whose time has come. Any number of processes may do this at once. */
  async release(): Promise<void> {
    for (;;) {
      const taken = await this.database.transaction(async (tx) => {
        const rows = await tx.query<{ tellingId: string; customerId: string }>(TAKE);
        if (rows.length > 0)
          await this.outbox.add(tx, ...rows.map((row) => FeedbackTellingDue(`customer:${row.customerId}`, row)));
        return rows.length;
      });
      if (taken < SLICE) return;
    }
  }

  /** What is said. Undefined when it was called back. */
  async wordsOf(tx: Transaction, tellingId: string): Promise<TellingWords | undefined> {
    return await tx.one<TellingWords & Record<string, unknown>>(
      'SELECT title, status, answer FROM feedback_tellings WHERE id = $1 AND withdrawn_at IS NULL',
      [tellingId],
    );
  }

  /** How they were reached; empty: there was no way. */
  async reached(
    tx: Transaction,
    { tellingId, customerId }: { tellingId: string; customerId: string },
    ways: readonly ('thread' | 'mail')[],
  ): Promise<void> {
    await tx.query('UPDATE feedback_told SET ways = $3 WHERE telling_id = $1 AND customer_id = $2', [
      tellingId,
      customerId,
      ways,
    ]);
  }

  /** The newest first. */
  async of(topicId: string): Promise<FeedbackTellingView[]> {
    const rows = await this.database.query<TellingRow & Record<string, unknown>>(OF_TOPIC, [topicId]);
    return rows.map(({ id, status, heldUntil, withdrawn, at, by, people, told, thread, mail, none }) => ({
      id,
      status,
      people,
      heldUntil: heldUntil.toISOString(),
      ...(withdrawn && { withdrawn: true as const }),
      told,
      ways: { thread, mail, none },
      by,
      at: at.toISOString(),
    }));
  }
}
