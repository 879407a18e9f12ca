import pg from 'pg';
import type { StoredConversation, StoredEntry } from './differences.js';
import type { Account } from './ledger.js';

/** What the desk has really stored. */
export interface Truth {
  /** For messages: where the truth comes from. */
  source: string;
  /** Those of the conversations that exist, by id; `unreadable`: this source does not say. */
  read(accounts: readonly Account[]): Promise<Map<string, StoredConversation | 'unreadable'>>;
  close(): Promise<void>;
}

const STORED = `
  SELECT c.id,
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'seq', e.seq, 'customerSeq', e.customer_seq, 'kind', e.kind,
              'clientMessageId', e.client_message_id) ORDER BY e.seq), '[]')
     FROM entries e WHERE e.conversation_id = c.id) AS entries,
    (SELECT coalesce(json_agg(json_build_object('number', t.number, 'assignee', s.email)), '[]')
     FROM ticket_conversations tc JOIN tickets t ON t.id = tc.ticket_id LEFT JOIN staff s ON s.id = t.assignee_id
     WHERE tc.conversation_id = c.id) AS tickets
  FROM conversations c WHERE c.id = ANY($1::uuid[])`;

type Row = { id: string; entries: StoredEntry[]; tickets: StoredConversation['tickets'] };

/** The rows themselves. @throws when the database cannot be reached */
export async function databaseTruth(url: string): Promise<Truth> {
  const client = new pg.Client({ connectionString: url, application_name: 'porchlight simulate' });
  await client.connect();
  return {
    source: 'the database',
    read: async (accounts) => {
      const { rows } = await client.query<Row>(STORED, [accounts.map(({ conversationId }) => conversationId)]);
      return new Map(rows.map((row) => [row.id, row]));
    },
    close: () => client.end(),
  };
}
