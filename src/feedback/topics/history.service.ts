import { Injectable } from '@nestjs/common';
import type { FeedbackHistoryKind, FeedbackHistoryView } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';

const SHOWN = 100;

type Data = Omit<FeedbackHistoryView, 'id' | 'kind' | 'by' | 'at'>;

/** Who did what to a topic, and why. */
@Injectable()
export class FeedbackHistory {
  constructor(private readonly database: Database) {}

  /** @param staffId null: a customer did */
  async record(
    tx: Transaction,
    topicId: string,
    kind: FeedbackHistoryKind,
    staffId: string | null,
    data: Data = {},
  ): Promise<void> {
    await tx.query('INSERT INTO feedback_history (id, topic_id, kind, staff_id, data) VALUES ($1, $2, $3, $4, $5)', [
      newId(),
      topicId,
      kind,
      staffId,
      data,
    ]);
  }

  /** The newest first. */
  async of(topicId: string): Promise<FeedbackHistoryView[]> {
    const rows = await this.database.query<{
      id: string;
      kind: FeedbackHistoryKind;
      by: string | null;
      data: Data;
      at: Date;
    }>(
      `SELECT h.id, h.kind, s.name AS by, h.data, h.at FROM feedback_history h LEFT JOIN staff s ON s.id = h.staff_id
        WHERE h.topic_id = $1 ORDER BY h.at DESC, h.id DESC LIMIT ${SHOWN}`,
      [topicId],
    );
    return rows.map(({ data, by, at, ...line }) => ({ ...line, ...(by && { by }), at: at.toISOString(), ...data }));
  }
}
