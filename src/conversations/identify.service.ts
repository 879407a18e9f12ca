import { Injectable } from '@nestjs/common';
import { type BoundIdentity, type CustomerPrincipal, Identities } from '../people/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { SYSTEM } from './author.js';
import { ConversationIdentified, conversationKey } from './conversation.events.js';
import { Entries } from './entries.service.js';

/** An anonymous visitor turns out to be a customer whom the host site vouches for. */
@Injectable()
export class Identify {
  constructor(
    private readonly database: Database,
    private readonly identities: Identities,
    private readonly entries: Entries,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Binds the browser session to the customer of the token and moves its open conversations there: once, all or nothing.
   * A session that belongs to another customer starts empty instead.
   * @throws DeskError `identity_token_invalid`, `identity_token_expired`, `session_ended`
   */
  async identify(visitor: CustomerPrincipal, token: string): Promise<BoundIdentity> {
    return await this.database.transaction(async (tx) => {
      const bound = await this.identities.bind(tx, visitor, token);
      if (bound.previousCustomerId) await this.move(tx, bound.previousCustomerId, bound.principal);
      return bound;
    });
  }

  private async move(tx: Transaction, from: string, to: CustomerPrincipal): Promise<void> {
    const moved = await tx.query<{ id: string }>(
      `SELECT id FROM conversations WHERE visitor_session_id = $1 AND customer_id = $2 AND closed_at IS NULL
       ORDER BY id FOR UPDATE`,
      [to.visitorSessionId, from],
    );
    const ids = moved.map(({ id }) => id);
    const principals = [`customer:${from}`, `customer:${to.customerId}`];
    await tx.query('UPDATE conversations SET customer_id = $2 WHERE id = ANY($1::uuid[])', [ids, to.customerId]);
    for (const table of ['conversation_grants', 'read_states'])
      await tx.query(`UPDATE ${table} SET principal = $3 WHERE conversation_id = ANY($1::uuid[]) AND principal = $2`, [
        ids,
        ...principals,
      ]);
    for (const conversationId of ids) {
      const data = { type: 'identified', name: to.name } as const;
      await this.entries.add(tx, { conversationId, kind: 'system', author: SYSTEM, body: '', data });
      await this.outbox.add(
        tx,
        ConversationIdentified(conversationKey(conversationId), { conversationId, customerId: to.customerId }),
      );
    }
  }
}
