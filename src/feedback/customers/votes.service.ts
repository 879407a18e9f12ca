import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { PEOPLE } from '../topics/topic-locks.service.js';

const VOTED: RateLimit = { name: 'feedback-vote', points: 120, seconds: 3_600 };

/** 我也需要: of each customer whom the host site vouches for, once. */
@Injectable()
export class Votes {
  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
  ) {}

  /**
   * What is not public answers like what does not exist.
   * @throws DeskError `forbidden` for who is not identified, `not_found`, `too_many_requests`
   */
  async set(reader: { id: string; identified: boolean }, topicId: string, wanted: boolean): Promise<void> {
    await this.limits.consume(VOTED, reader.id);
    await this.database.transaction(async (tx) => {
      const topic = await tx.one(
        `SELECT id FROM feedback_topics WHERE id = $1 AND public_at IS NOT NULL AND merged_into IS NULL FOR UPDATE`,
        [topicId],
      );
      if (!topic) throw new DeskError('not_found');
      if (!reader.identified) throw new DeskError('forbidden');
      await tx.query(
        wanted
          ? 'INSERT INTO feedback_votes (topic_id, customer_id) VALUES ($1, $2) ON CONFLICT DO NOTHING'
          : 'DELETE FROM feedback_votes WHERE topic_id = $1 AND customer_id = $2',
        [topicId, reader.id],
      );
      // A vote is no change that an editor must look at again: the version stays.
      await tx.query(`UPDATE feedback_topics t SET people = ${PEOPLE} WHERE id = $1`, [topicId]);
    });
  }
}
