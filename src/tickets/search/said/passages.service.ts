import { Injectable } from '@nestjs/common';
import type { SaidView } from '../../../contract/index.js';
import { Database } from '../../../platform/db/index.js';
import { soughtBy } from '../sought.js';
import { passageOf } from './passage.js';

/** Of each ticket the latest that has all the words, from what stands in the thread now. $1 tickets, $2 patterns. */
const LATEST = `
  SELECT t.id, said.* FROM unnest($1::uuid[]) AS t(id) CROSS JOIN LATERAL (
    SELECT e.body, e.kind, e.author_kind AS "authorKind", e.author_name AS "authorName", e.created_at AS at
    FROM ticket_conversations tc
    JOIN said_words w ON w.conversation_id = tc.conversation_id
    JOIN entries e ON e.conversation_id = w.conversation_id AND e.seq = w.seq
    WHERE tc.ticket_id = t.id AND w.words LIKE ALL($2::text[]) ORDER BY e.created_at DESC, e.id DESC LIMIT 1) said`;

type Row = Pick<SaidView, 'kind' | 'authorKind' | 'authorName'> & { id: string; body: string; at: Date };

/** Where in its thread a ticket says what was searched for. */
@Injectable()
export class Passages {
  constructor(private readonly database: Database) {}

  /**
   * By ticket id; none of those that are found by number or by their fields alone.
   * @param ticketIds that the reader may see: who of the staff sees a case reads its whole thread, notes included
   */
  async of(ticketIds: readonly string[], question: string): Promise<Map<string, SaidView>> {
    const sought = soughtBy(question);
    if ('number' in sought || ticketIds.length === 0) return new Map();
    const rows = await this.database.query<Row & Record<string, unknown>>(LATEST, [ticketIds, sought.patterns]);
    return new Map(
      rows.flatMap(({ id, body, at, kind, authorKind, authorName }): [string, SaidView][] => {
        const passage = passageOf(body, sought.words);
        return passage ? [[id, { ...passage, kind, authorKind, authorName, at: at.toISOString() }]] : [];
      }),
    );
  }
}
