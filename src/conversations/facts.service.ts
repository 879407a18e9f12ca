import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/db/index.js';

/** What clocks and routing live by, as the posting statement leaves it. */
export interface ConversationFacts {
  conversationId: string;
  firstStaffReplyAt: Date | null;
  awaitingReplySince: Date | null;
  lastCustomerMessageAt: Date | null;
  lastActivityAt: Date;
}

@Injectable()
export class Facts {
  /** Locks the conversations, by id, so that nothing is posted to them until the transaction ends. */
  async lock(tx: Transaction, conversationIds: string[]): Promise<ConversationFacts[]> {
    return await tx.query<ConversationFacts & { [column: string]: unknown }>(
      `SELECT id AS "conversationId", first_staff_reply_at AS "firstStaffReplyAt", awaiting_reply_since AS "awaitingReplySince",
              last_customer_message_at AS "lastCustomerMessageAt", last_activity_at AS "lastActivityAt"
       FROM conversations WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`,
      [conversationIds],
    );
  }
}
