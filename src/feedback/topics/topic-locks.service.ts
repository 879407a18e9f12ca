import { Injectable } from '@nestjs/common';
import type { FeedbackStatus, LocalizedText } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';

/** A topic as the verbs see it. */
export interface TopicRecord {
  id: string;
  title: LocalizedText | null;
  area: string | null;
  status: FeedbackStatus;
  answer: LocalizedText | null;
  isPublic: boolean;
  people: number;
  mergedInto: string | null;
  version: number;
}

const LOCK = `
  SELECT id, title, area, status, answer, public_at IS NOT NULL AS "isPublic", people, merged_into AS "mergedInto", version
  FROM feedback_topics WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`;

/** SQL: how many people gave or voted in topic `t`, each once. */
export const PEOPLE = `(
  SELECT count(*) FROM (SELECT customer_id FROM feedback WHERE topic_id = t.id
                        UNION SELECT customer_id FROM feedback_votes WHERE topic_id = t.id) p)`;

/** Changed by whoever has it locked; several are locked by id. */
@Injectable()
export class TopicLocks {
  /** @throws DeskError `not_found`; `conflict` when it went into another, or has another version than was seen */
  async lock(tx: Transaction, id: string, version?: number): Promise<TopicRecord> {
    const [topic] = await this.lockAll(tx, [id]);
    if (!topic) throw new DeskError('not_found');
    if (version !== undefined && topic.version !== version) throw new DeskError('conflict');
    return topic;
  }

  /** In the order asked for. @throws DeskError `not_found`, `conflict` as above */
  async lockAll(tx: Transaction, ids: readonly string[]): Promise<TopicRecord[]> {
    const rows = await tx.query<TopicRecord & Record<string, unknown>>(LOCK, [ids]);
    if (rows.some(({ mergedInto }) => mergedInto !== null)) throw new DeskError('conflict');
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => {
      const topic = byId.get(id);
      if (!topic) throw new DeskError('not_found');
      return topic;
    });
  }

  /** Something about it is another now; its people are counted anew. */
  async touch(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.query(
      `UPDATE feedback_topics t SET version = version + 1, changed_at = desk_now(), people = ${PEOPLE}
       WHERE id = ANY($1::uuid[])`,
      [ids],
    );
  }
}
