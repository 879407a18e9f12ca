import { Injectable } from '@nestjs/common';
import type { Locale } from '../contract/index.js';
import type { Transaction } from '../platform/db/index.js';

/** What stands where words stood. */
const GONE: Record<Locale, string> = {
  'zh-CN': '（内容已按保留期限清除）',
  en: '(removed, as its time was over)',
};

const WORDS = `
  UPDATE entries e SET
    body = CASE WHEN e.body = '' THEN '' ELSE $2::jsonb->>c.locale END,
    data = CASE WHEN e.kind = 'system' AND e.data->>'type' <> 'identified' THEN e.data - 'basis' END,
    attachments = '[]', client_message_id = NULL,
    author_name = CASE WHEN e.author_kind = 'customer' THEN '' ELSE e.author_name END,
    author_id = CASE WHEN e.author_kind <> 'customer' THEN e.author_id WHEN e.author_id = c.customer_id THEN ($3::jsonb->>c.customer_id::text)::uuid END
  FROM conversations c WHERE c.id = e.conversation_id AND c.id = ANY($1::uuid[])`;

const THREADS = `
  UPDATE conversations SET customer_id = ($2::jsonb->>customer_id::text)::uuid, visitor_session_id = NULL,
    client_conversation_id = NULL, preview = ''
  WHERE id = ANY($1::uuid[])`;

const FILES = 'DELETE FROM attachments WHERE conversation_id = ANY($1::uuid[]) RETURNING storage_key AS "storageKey"';

/** In this order: what refers goes before what it refers to. */
const REMOVALS = [
  'DELETE FROM read_states WHERE conversation_id = ANY($1::uuid[])',
  'DELETE FROM conversation_grants WHERE conversation_id = ANY($1::uuid[])',
  'DELETE FROM entries WHERE conversation_id = ANY($1::uuid[])',
  'UPDATE conversations SET follow_up_of = NULL WHERE follow_up_of = ANY($1::uuid[])',
  'DELETE FROM conversations WHERE id = ANY($1::uuid[])',
];

/** Takes words out of threads that nobody needs any more, or the threads themselves. The caller holds their locks. */
@Injectable()
export class Erasures {
  /**
   * Who said something when stays; what was said, and to whom it was, goes.
   * @param standIns by customer id who stands in their place
   * @returns the keys of files that lie there without a use
   */
  async anonymise(
    tx: Transaction,
    conversationIds: readonly string[],
    standIns: Readonly<Record<string, string>>,
  ): Promise<string[]> {
    const files = await tx.query<{ storageKey: string }>(FILES, [conversationIds]);
    await tx.query(WORDS, [conversationIds, JSON.stringify(GONE), JSON.stringify(standIns)]);
    await tx.query(THREADS, [conversationIds, JSON.stringify(standIns)]);
    for (const table of ['conversation_grants', 'read_states'])
      await tx.query(`DELETE FROM ${table} WHERE conversation_id = ANY($1::uuid[]) AND principal LIKE 'customer:%'`, [
        conversationIds,
      ]);
    return files.map(({ storageKey }) => storageKey);
  }

  /** @returns as {@link anonymise} */
  async remove(tx: Transaction, conversationIds: readonly string[]): Promise<string[]> {
    const files = await tx.query<{ storageKey: string }>(FILES, [conversationIds]);
    for (const removal of REMOVALS) await tx.query(removal, [conversationIds]);
    return files.map(({ storageKey }) => storageKey);
  }
}
