import { Injectable } from '@nestjs/common';
import type { FeedbackKind, FeedbackWay, Locale } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { FeedbackHistory } from '../topics/history.service.js';
import { unitsOf } from '../topics/likeness.js';

export interface NewFeedback {
  siteId: string;
  customerId: string;
  kind: FeedbackKind;
  area?: string;
  words: string;
  locale: Locale;
  way: FeedbackWay;
  /** Of the form that was sent, and of whom: the same again is the same feedback. */
  once: string;
  fromTicketId?: string;
  /** Who took it down, when it was not its customer. */
  staffId?: string;
}

/** Feedback comes in: each begins as a topic of its own. */
@Injectable()
export class Giving {
  constructor(private readonly history: FeedbackHistory) {}

  /** @throws DeskError `invalid_input` for an area that cannot be chosen */
  async give(tx: Transaction, given: NewFeedback): Promise<{ id: string; topicId: string }> {
    const { siteId, customerId, kind, area = null, words, locale, way, once, fromTicketId = null } = given;
    await this.checkArea(tx, area);
    const [id, topicId] = [newId(), newId()];
    await tx.query('INSERT INTO feedback_topics (id, area) VALUES ($1, $2)', [topicId, area]);
    const made = await tx.query(
      `INSERT INTO feedback (id, topic_id, site_id, customer_id, kind, area, words, units, locale, way, once, from_ticket_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (once) DO NOTHING RETURNING id`,
      [id, topicId, siteId, customerId, kind, area, words, unitsOf(words), locale, way, once, fromTicketId],
    );
    if (made.length === 0) {
      await tx.query('DELETE FROM feedback_topics WHERE id = $1', [topicId]);
      return await this.earlier(tx, once);
    }
    await this.history.record(tx, topicId, 'given', given.staffId ?? null);
    return { id, topicId };
  }

  private async earlier(tx: Transaction, once: string): Promise<{ id: string; topicId: string }> {
    const row = await tx.one<{ id: string; topicId: string }>(
      'SELECT id, topic_id AS "topicId" FROM feedback WHERE once = $1',
      [once],
    );
    if (!row) throw new DeskError('conflict');
    return row;
  }

  private async checkArea(tx: Transaction, area: string | null): Promise<void> {
    if (area === null) return;
    const known = await tx.one('SELECT 1 AS known FROM feedback_areas WHERE key = $1 AND archived_at IS NULL', [area]);
    if (!known) throw new DeskError('invalid_input', { errors: [{ path: 'area', message: 'no such area' }] });
  }
}
