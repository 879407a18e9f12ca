import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { insistMay } from '../permissions.js';
import { FeedbackHistory } from './history.service.js';
import { TopicLocks } from './topic-locks.service.js';

/** What says the same comes together, and apart again; what it is called. */
@Injectable()
export class Grouping {
  constructor(
    private readonly database: Database,
    private readonly locks: TopicLocks,
    private readonly history: FeedbackHistory,
  ) {}

  /**
   * All feedback and votes go into another topic, whose state holds for them from now on. What customers see of it goes with it.
   * @throws DeskError `forbidden`, `not_found`, `conflict`, `invalid_input` into itself
   */
  async merge(by: StaffPrincipal, id: string, { version, into }: { version: number; into: string }): Promise<void> {
    insistMay(by, 'group');
    if (id === into) throw new DeskError('invalid_input', { errors: [{ path: 'into', message: 'is the same topic' }] });
    await this.database.transaction(async (tx) => {
      const [source] = await this.locks.lockAll(tx, [id, into]);
      if (source?.version !== version) throw new DeskError('conflict');
      // What all customers can see is not taken from them by whoever may not show it.
      if (source.isPublic) insistMay(by, 'publish');
      const moved = await tx.query('UPDATE feedback SET topic_id = $2 WHERE topic_id = $1 RETURNING id', [id, into]);
      await tx.query(
        `INSERT INTO feedback_votes (topic_id, customer_id, created_at)
         SELECT $2, customer_id, created_at FROM feedback_votes WHERE topic_id = $1 ON CONFLICT DO NOTHING`,
        [id, into],
      );
      await tx.query('DELETE FROM feedback_votes WHERE topic_id = $1', [id]);
      // What was merged into the source leads on to where it went.
      await tx.query(
        'UPDATE feedback_topics SET merged_into = $2, public_at = NULL WHERE id = $1 OR merged_into = $1',
        [id, into],
      );
      await this.locks.touch(tx, [id, into]);
      await this.history.record(tx, into, 'merged', by.staffId, { count: moved.length });
    });
  }

  /** Some of its feedback becomes a topic of its own, as it stands. @returns its id @throws DeskError as above */
  async split(
    by: StaffPrincipal,
    id: string,
    { version, feedbackIds }: { version: number; feedbackIds: string[] },
  ): Promise<string> {
    insistMay(by, 'group');
    const made = newId();
    await this.database.transaction(async (tx) => {
      const topic = await this.locks.lock(tx, id, version);
      const count = await tx.one<{ all: number; chosen: number }>(
        `SELECT count(*)::int AS all, (count(*) FILTER (WHERE id = ANY($2::uuid[])))::int AS chosen
         FROM feedback WHERE topic_id = $1`,
        [id, feedbackIds],
      );
      if (count?.chosen !== new Set(feedbackIds).size) throw new DeskError('conflict');
      if (count.chosen === count.all)
        throw new DeskError('invalid_input', { errors: [{ path: 'feedbackIds', message: 'leave some behind' }] });
      await tx.query('INSERT INTO feedback_topics (id, area, status, answer) VALUES ($1, $2, $3, $4)', [
        made,
        topic.area,
        topic.status,
        topic.answer,
      ]);
      await tx.query('UPDATE feedback SET topic_id = $1 WHERE id = ANY($2::uuid[])', [made, feedbackIds]);
      await this.locks.touch(tx, [id, made]);
      for (const each of [id, made]) await this.history.record(tx, each, 'split', by.staffId, { count: count.chosen });
    });
    return made;
  }

  /** @throws DeskError `forbidden`, `not_found`, `conflict`, `invalid_input` for an area that cannot be chosen */
  async name(
    by: StaffPrincipal,
    id: string,
    { version, title, area }: { version: number; title?: LocalizedText; area?: string },
  ): Promise<void> {
    insistMay(by, 'group');
    await this.database.transaction(async (tx) => {
      const topic = await this.locks.lock(tx, id, version);
      if (topic.isPublic) insistMay(by, 'publish');
      if (area !== undefined && area !== topic.area) {
        const known = await tx.one('SELECT 1 AS known FROM feedback_areas WHERE key = $1 AND archived_at IS NULL', [
          area,
        ]);
        if (!known) throw new DeskError('invalid_input', { errors: [{ path: 'area', message: 'no such area' }] });
      }
      await tx.query(
        'UPDATE feedback_topics SET title = coalesce($2, title), area = coalesce($3, area) WHERE id = $1',
        [id, title ?? null, area ?? null],
      );
      await this.locks.touch(tx, [id]);
      await this.history.record(tx, id, 'named', by.staffId);
    });
  }

  /** A word among colleagues. @throws DeskError `forbidden`, `not_found`, `conflict` */
  async note(by: StaffPrincipal, id: string, note: string): Promise<void> {
    insistMay(by, 'read');
    await this.database.transaction(async (tx) => {
      await this.locks.lock(tx, id);
      await this.history.record(tx, id, 'note', by.staffId, { note });
    });
  }
}
