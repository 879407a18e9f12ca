import { Injectable } from '@nestjs/common';
import { ForgottenCustomers } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import type { CaseEraser, CaseScope } from '../../tickets/index.js';
import { PEOPLE } from '../topics/topic-locks.service.js';

interface Piece {
  topicId: string;
  customerId: string;
  [column: string]: unknown;
}

const TAKEN = `
  SELECT topic_id AS "topicId", customer_id AS "customerId" FROM feedback
  WHERE from_ticket_id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`;

/** $1 the cases, $2 by customer id who stands in their place. */
const FORGET = `
  UPDATE feedback SET customer_id = ($2::jsonb->>customer_id::text)::uuid, words = '…', units = '{}',
    once = 'gone:' || id, from_ticket_id = NULL
  WHERE from_ticket_id = ANY($1::uuid[])`;

const PART = 'UPDATE feedback SET ticket_id = NULL WHERE ticket_id = ANY($1::uuid[]) RETURNING id';

const UNNAME = `
  UPDATE feedback_history h SET data = h.data - 'caseNumber' FROM tickets k
  WHERE h.kind = 'case' AND h.data->>'caseNumber' = k.number AND k.id = ANY($1::uuid[])`;

const COUNT = `UPDATE feedback_topics t SET people = ${PEOPLE} WHERE id = ANY($1::uuid[])`;

/**
 * What was taken down from a case goes as the case does: nobody in particular wants it still, so that it counts on. What somebody
 * gave by themselves stays theirs, and no longer tells which case it became.
 */
@Injectable()
export class FeedbackEraser implements CaseEraser {
  constructor(private readonly customers: ForgottenCustomers) {}

  async anonymise(tx: Transaction, { ticketIds }: CaseScope): Promise<void> {
    const pieces = await tx.query<Piece>(TAKEN, [ticketIds]);
    if (pieces.length > 0) {
      const standIns = await this.customers.standIns(tx, [...new Set(pieces.map(({ customerId }) => customerId))]);
      await tx.query(FORGET, [ticketIds, JSON.stringify(standIns)]);
      await tx.query(COUNT, [[...new Set(pieces.map(({ topicId }) => topicId))]]);
    }
    const parted = await tx.query(PART, [ticketIds]);
    if (parted.length > 0) await tx.query(UNNAME, [ticketIds]);
  }

  /** The same, while it is still known which case it was. */
  async remove(tx: Transaction, scope: CaseScope): Promise<void> {
    await this.anonymise(tx, scope);
  }
}
