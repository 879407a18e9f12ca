import { Injectable } from '@nestjs/common';
import type { AuthorKind, CategoryKey, Channel, Locale } from '../contract/index.js';
import { newId } from '../platform/clock/index.js';
import type { Transaction } from '../platform/db/index.js';
import { Grants } from './grants.service.js';
import { previewOf } from './new-entry.js';

/** What was said elsewhere. */
export interface HistoryLine {
  kind: 'message' | 'note';
  author: { kind: AuthorKind; id: string | null; name: string };
  body: string;
  /** When it was said; ISO 8601. */
  at: string;
}

export interface History {
  siteId: string;
  customerId: string;
  channel: Channel;
  category: CategoryKey | null;
  locale: Locale;
  /** When it began; ISO 8601. */
  beganAt: string;
  /** When it ended; null: it goes on, and whoever wrote last is answered from now on. */
  closedAt: string | null;
  lines: readonly HistoryLine[];
}

/** The facts of one that goes on are as of now: nobody was late here for what was said elsewhere. */
const BEGIN = `
  INSERT INTO conversations (id, site_id, customer_id, channel, handler, category, locale, seq, customer_seq, preview,
                             awaiting_reply_since, last_customer_message_at, last_activity_at, closed_at, created_at)
  VALUES ($1, $2, $3, $4, 'person', $5, $6, $7, $8, $9, CASE WHEN $10::boolean THEN desk_now() END, $11,
          coalesce($12::timestamptz, desk_now()), $12, $13)`;

const ADD = `
  INSERT INTO entries (id, conversation_id, seq, customer_seq, kind, author_kind, author_id, author_name, channel, body, created_at)
  SELECT id, $1, seq, customer_seq, kind, author_kind, author_id, author_name, $2, body, at
  FROM jsonb_to_recordset($3::jsonb) AS line (id uuid, seq integer, customer_seq integer, kind text, author_kind text,
    author_id uuid, author_name text, body text, at timestamptz)`;

/** Threads that come with their past. No event tells of it: nobody is to be answered, counted or written to for what is over. */
@Injectable()
export class Histories {
  constructor(private readonly grants: Grants) {}

  /** Its notes get no number in the customer's sequence, as everywhere. @returns the id of the conversation */
  async bring(tx: Transaction, history: History): Promise<string> {
    const id = newId();
    const { siteId, customerId, channel, category, locale, beganAt, closedAt, lines } = history;
    const visible = lines.filter(({ kind }) => kind !== 'note');
    const shownAs = new Map(visible.map((line, index) => [line, index + 1]));
    const rows = lines.map((line, index) => ({
      ...rowOf(line),
      seq: index + 1,
      customer_seq: shownAs.get(line) ?? null,
    }));
    const last = visible.at(-1);
    const byCustomer = visible.findLast(({ author }) => author.kind === 'customer');
    const waits = closedAt === null && last?.author.kind === 'customer';
    await tx.query(BEGIN, [
      id,
      siteId,
      customerId,
      channel,
      category,
      locale,
      rows.length,
      visible.length,
      last ? previewOf(last) : '',
      waits,
      byCustomer?.at ?? null,
      closedAt,
      beganAt,
    ]);
    await tx.query(ADD, [id, channel, JSON.stringify(rows)]);
    await this.grants.add(tx, id, `customer:${customerId}`);
    return id;
  }
}

const rowOf = ({ kind, author, body, at }: HistoryLine) => ({
  id: newId(),
  kind,
  author_kind: author.kind,
  author_id: author.id,
  author_name: author.name,
  body,
  at,
});
