import { Injectable } from '@nestjs/common';
import { VisitorIdentified } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { PEOPLE } from '../topics/topic-locks.service.js';

/** What a visitor gave goes with them. They had no votes, and what is on its way to them comes as it was addressed. */
@Injectable()
@Consumer({ name: 'feedback.identified', onPoison: 'skip' })
export class IdentifiedConsumer {
  @Handles(VisitorIdentified)
  async identified(tx: Transaction, { payload }: EventOf<typeof VisitorIdentified>): Promise<void> {
    const { visitorId, customerId } = payload;
    const moved = await tx.query<{ topicId: string }>(
      'UPDATE feedback SET customer_id = $2 WHERE customer_id = $1 RETURNING topic_id AS "topicId"',
      [visitorId, customerId],
    );
    if (moved.length === 0) return;
    // Whoever is two in a topic is one from now on.
    await tx.query(`UPDATE feedback_topics t SET people = ${PEOPLE} WHERE id = ANY($1::uuid[])`, [
      [...new Set(moved.map(({ topicId }) => topicId))],
    ]);
  }
}
