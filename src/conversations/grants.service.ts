import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import type { Principal } from '../platform/push/index.js';

/**
 * Who may read a conversation. Posting, catch-up, files and the audiences of pushes read this and nothing else;
 * tickets writes it in the transactions of open, assign, transfer and merge.
 */
@Injectable()
export class Grants {
  constructor(private readonly database: Database) {}

  /** Replaces the staff side of each of these; the customer's own grant stays. @returns who lost sight of which */
  async set(
    tx: Transaction,
    wanted: readonly { conversationId: string; staff: Principal[] }[],
  ): Promise<{ conversationId: string; principal: Principal }[]> {
    const grants = wanted.flatMap(({ conversationId, staff }) =>
      staff.map((principal) => ({ conversationId, principal })),
    );
    return await tx.query<{ conversationId: string; principal: Principal }>(
      `WITH added AS (
         INSERT INTO conversation_grants (conversation_id, principal) SELECT unnest($1::uuid[]), unnest($2::text[])
         ON CONFLICT DO NOTHING)
       DELETE FROM conversation_grants
       WHERE conversation_id = ANY($3::uuid[]) AND principal NOT LIKE 'customer:%'
         AND NOT conversation_id || ' ' || principal = ANY($4)
       RETURNING conversation_id AS "conversationId", principal`,
      [
        grants.map(({ conversationId }) => conversationId),
        grants.map(({ principal }) => principal),
        wanted.map(({ conversationId }) => conversationId),
        grants.map(({ conversationId, principal }) => `${conversationId} ${principal}`),
      ],
    );
  }

  async add(tx: Transaction, conversationId: string, ...principals: Principal[]): Promise<void> {
    await tx.query(
      'INSERT INTO conversation_grants (conversation_id, principal) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
      [conversationId, principals],
    );
  }

  async of(conversationId: string): Promise<Principal[]> {
    const rows = await this.database.query<{ principal: Principal }>(
      'SELECT principal FROM conversation_grants WHERE conversation_id = $1',
      [conversationId],
    );
    return rows.map((row) => row.principal);
  }

  /** Everybody of the staff who sees each of these, by conversation id. */
  staff(conversationIds: string[], on: Database | Transaction = this.database): Promise<Map<string, Principal[]>> {
    return this.ofMany(conversationIds, "NOT LIKE 'customer:%'", on);
  }

  /** … and of the customers. */
  customers(conversationIds: string[]): Promise<Map<string, Principal[]>> {
    return this.ofMany(conversationIds, "LIKE 'customer:%'", this.database);
  }

  private async ofMany(
    conversationIds: string[],
    side: "LIKE 'customer:%'" | "NOT LIKE 'customer:%'",
    on: Database | Transaction,
  ): Promise<Map<string, Principal[]>> {
    const rows = await on.query<{ id: string; principals: Principal[] }>(
      `SELECT conversation_id AS id, array_agg(principal) AS principals FROM conversation_grants
       WHERE conversation_id = ANY($1::uuid[]) AND principal ${side} GROUP BY 1`,
      [conversationIds],
    );
    return new Map(rows.map(({ id, principals }) => [id, principals]));
  }

  /** @throws DeskError `not_found`: what one may not see answers like what does not exist */
  async require(conversationId: string, principals: Principal[]): Promise<void> {
    const rows = await this.database.prepared(
      'grants_require',
      'SELECT 1 FROM conversation_grants WHERE conversation_id = $1 AND principal = ANY($2) LIMIT 1',
      [conversationId, principals],
    );
    if (rows.length === 0) throw new DeskError('not_found');
  }
}
