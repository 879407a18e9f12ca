import { Injectable } from '@nestjs/common';
import {
  type CategoryKey,
  type Channel,
  type CustomerConversationView,
  LIMITS,
  type Locale,
} from '../contract/index.js';
import type { CustomerPrincipal } from '../people/index.js';
import { newId } from '../platform/clock/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Outbox } from '../platform/outbox/index.js';
import { type Principal, Push } from '../platform/push/index.js';
import { type RateLimit, RateLimits } from '../platform/rate-limit/index.js';
import { ConversationStarted, conversationKey } from './conversation.events.js';
import { Entries } from './entries.service.js';
import type { EntryRow } from './entry.presenter.js';
import { Grants } from './grants.service.js';
import { PREVIEW_LENGTH } from './new-entry.js';

export interface ConversationSummary {
  id: string;
  siteId: string;
  customerId: string;
  category: CategoryKey | null;
  handler: 'bot' | 'person';
  locale: Locale;
  channel: string;
  followUpOf: string | null;
  createdAt: Date;
  /** Of its last entry, notes included. */
  seq: number;
}

interface OverviewRow {
  id: string;
  category: CategoryKey | null;
  handler: 'bot' | 'person';
  locale: Locale;
  lastSeq: number;
  readSeq: number;
  staffReadSeq: number | null;
  lastActivityAt: Date;
  closed: boolean;
  preview: string;
  unspoken: boolean;
}

/** How far the staff have read conversation `c`, in the customer's own numbers, so that it does not tell of notes. */
const STAFF_READ_SEQ = `
  (SELECT e.customer_seq FROM entries e
   WHERE e.conversation_id = c.id AND e.customer_seq IS NOT NULL
     AND e.seq <= (SELECT max(s.seq) FROM read_states s WHERE s.conversation_id = c.id AND s.principal LIKE 'staff:%')
   ORDER BY e.seq DESC LIMIT 1)`;

const OVERVIEW = `
  SELECT c.id, c.category, c.handler, c.locale, c.customer_seq AS "lastSeq", GREATEST(COALESCE(r.seq, 0), COALESCE((
           SELECT max(e.customer_seq) FROM entries e WHERE e.conversation_id = c.id AND e.author_kind = 'customer'), 0)) AS "readSeq",
         ${STAFF_READ_SEQ} AS "staffReadSeq", c.last_activity_at AS "lastActivityAt", c.preview,
         c.handler = 'bot' AND c.last_customer_message_at IS NULL AND c.visitor_session_id IS NOT NULL AS unspoken,
         COALESCE(c.closed_at <= desk_now() - make_interval(days => ${LIMITS.reopenDays}), false) AS closed
  FROM conversations c
  LEFT JOIN read_states r ON r.conversation_id = c.id AND r.principal = 'customer:' || c.customer_id`;

/** Far more matters than anybody has in an hour; each could become a case that a person must read. */
const STARTED: RateLimit = { name: 'conversation-start', points: 30, seconds: 3_600 };
const RECENT_DAYS = 30;
const LISTED = 20;

@Injectable()
export class Conversations {
  constructor(
    private readonly database: Database,
    private readonly entries: Entries,
    private readonly grants: Grants,
    private readonly push: Push,
    private readonly rateLimits: RateLimits,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Begins a matter with the bot. The same `clientConversationId` of one browser session finds the same conversation.
   * @throws DeskError `not_found` when `followUpOf` is not the customer's own, `too_many_requests`
   */
  async start(
    customer: CustomerPrincipal,
    input: {
      clientConversationId: string;
      category?: CategoryKey;
      followUpOf?: string;
      from?: 'article' | 'search';
    },
  ): Promise<string> {
    if (input.followUpOf) await this.grants.require(input.followUpOf, [`customer:${customer.customerId}`]);
    const earlier = await this.startedBefore(customer, input.clientConversationId);
    if (earlier) return earlier;
    // Before the transaction: the counter has a connection of its own, and nobody may wait for one while holding one.
    await this.rateLimits.consume(STARTED, customer.customerId);
    const id = await this.database.transaction(async (tx) => {
      const started = await tx.one<{ id: string }>(
        `INSERT INTO conversations (id, site_id, customer_id, visitor_session_id, client_conversation_id, channel, category,
                                    locale, follow_up_of)
         VALUES ($1, $2, $3, $4, $5, 'widget', $6, $7, $8)
         ON CONFLICT (visitor_session_id, client_conversation_id) DO NOTHING RETURNING id`,
        [
          newId(),
          customer.siteId,
          customer.customerId,
          customer.visitorSessionId,
          input.clientConversationId,
          input.category ?? null,
          customer.locale,
          input.followUpOf ?? null,
        ],
      );
      if (started)
        await Promise.all([
          this.grants.add(tx, started.id, `customer:${customer.customerId}`),
          this.outbox.add(
            tx,
            ConversationStarted(conversationKey(started.id), { conversationId: started.id, from: input.from ?? null }),
          ),
        ]);
      return started?.id;
    });
    // Another tab of the same session may have been first.
    const found = id ?? (await this.startedBefore(customer, input.clientConversationId));
    if (!found) throw new DeskError('conflict');
    return found;
  }

  /** A matter that begins without a chat: people have it from the start. Who calls answers for whose it is. @returns its id */
  async begin(
    tx: Transaction,
    matter: { siteId: string; customerId: string; channel: Channel; category: CategoryKey | null; locale: Locale },
  ): Promise<string> {
    const id = newId();
    const { siteId, customerId, channel, category, locale } = matter;
    await tx.query(
      `INSERT INTO conversations (id, site_id, customer_id, channel, handler, category, locale)
       VALUES ($1, $2, $3, $4, 'person', $5, $6)`,
      [id, siteId, customerId, channel, category, locale],
    );
    await this.grants.add(tx, id, `customer:${customerId}`);
    return id;
  }

  /**
   * Where the desk has news for a customer: what they spoke of last of late, as long as it is open, else a new matter with the
   * bot, so that whatever they say to it is answered.
   * @returns its id
   */
  async forNews(tx: Transaction, customer: { id: string; siteId: string; locale: Locale }): Promise<string> {
    const lively = await tx.one<{ id: string }>(
      `SELECT id FROM conversations WHERE customer_id = $1 AND closed_at IS NULL
          AND last_activity_at > desk_now() - make_interval(days => ${RECENT_DAYS})
          AND (handler = 'person' OR last_customer_message_at IS NOT NULL OR visitor_session_id IS NULL)
        ORDER BY last_activity_at DESC LIMIT 1`,
      [customer.id],
    );
    if (lively) return lively.id;
    const id = newId();
    await tx.query(
      `INSERT INTO conversations (id, site_id, customer_id, channel, handler, locale) VALUES ($1, $2, $3, 'widget', 'bot', $4)`,
      [id, customer.siteId, customer.id, customer.locale],
    );
    await this.grants.add(tx, id, `customer:${customer.id}`);
    return id;
  }

  private async startedBefore(customer: CustomerPrincipal, clientConversationId: string): Promise<string | undefined> {
    const row = await this.database.one<{ id: string }>(
      `SELECT id FROM conversations WHERE visitor_session_id = $1 AND client_conversation_id = $2 AND customer_id = $3`,
      [customer.visitorSessionId, clientConversationId, customer.customerId],
    );
    return row?.id;
  }

  /** Entries after a number of the reader's own sequence; a page at most. */
  async catchUp(
    reader: 'customer' | 'staff',
    principals: Principal[],
    conversationId: string,
    afterSeq: number,
  ): Promise<{ entries: EntryRow[]; hasMore: boolean }> {
    await this.grants.require(conversationId, principals);
    const entries = await this.entries.after(conversationId, afterSeq, reader);
    return { entries: entries.slice(0, LIMITS.catchUpPage), hasMore: entries.length > LIMITS.catchUpPage };
  }

  /** How far the customer of a conversation has read, in their own numbers; 0: nothing yet. */
  async customerReadSeq(conversationId: string): Promise<number> {
    const rows = await this.database.query<{ seq: number }>(
      `SELECT r.seq FROM conversations c
       JOIN read_states r ON r.conversation_id = c.id AND r.principal = 'customer:' || c.customer_id
       WHERE c.id = $1`,
      [conversationId],
    );
    return rows[0]?.seq ?? 0;
  }

  /** @throws DeskError `not_found` for anybody else's */
  async requireCustomer(customer: CustomerPrincipal, conversationId: string): Promise<void> {
    await this.grants.require(conversationId, [`customer:${customer.customerId}`]);
  }

  /** Only ever moves forward, and never past what there is. */
  async markRead(
    reader: 'customer' | 'staff',
    principals: Principal[],
    conversationId: string,
    seq: number,
  ): Promise<void> {
    await this.grants.require(conversationId, principals);
    const number = reader === 'customer' ? 'customer_seq' : 'seq';
    const [moved] = await this.database.query<{ seq: number; told: number | null }>(
      `WITH before AS (SELECT ${STAFF_READ_SEQ} AS told FROM conversations c WHERE c.id = $1), moved AS (
         INSERT INTO read_states (conversation_id, principal, seq)
         SELECT id, $2, least($3::int, ${number}) FROM conversations WHERE id = $1
         ON CONFLICT (conversation_id, principal) DO UPDATE SET seq = excluded.seq WHERE read_states.seq < excluded.seq
         RETURNING seq)
       SELECT moved.seq, before.told FROM moved, before`,
      [conversationId, principals[0], seq],
    );
    if (!moved) return;
    const all = await this.grants.of(conversationId);
    const audience = all.filter((principal) => principal.startsWith('customer:') === (reader === 'staff'));
    if (audience.length === 0) return;
    if (reader === 'customer') {
      this.push.toStaff(audience, 'conversation.read', { conversationId, customerSeq: moved.seq });
      return;
    }
    const row = await this.database.one<{ staffReadSeq: number | null }>(
      `SELECT ${STAFF_READ_SEQ} AS "staffReadSeq" FROM conversations c WHERE c.id = $1`,
      [conversationId],
    );
    // Who reads a note moves nothing in the customer's numbers: to tell of it would tell that there is one.
    if (row?.staffReadSeq && row.staffReadSeq !== moved.told)
      this.push.toCustomers(audience, 'conversation.read', { conversationId, staffReadSeq: row.staffReadSeq });
  }

  /** From here on people answer. A message of the customer's waits for one of them, and lists show it in place of the bot's last. */
  async handOver(tx: Transaction, conversationId: string): Promise<void> {
    await tx.query(
      `UPDATE conversations c SET handler = 'person', awaiting_reply_since = COALESCE(awaiting_reply_since, desk_now()),
         preview = COALESCE((
           SELECT left(COALESCE(NULLIF(e.body, ''), (
               SELECT string_agg(file ->> 'name', ', ') FROM jsonb_array_elements(e.attachments) AS file)), ${PREVIEW_LENGTH})
           FROM entries e WHERE e.conversation_id = c.id AND e.author_kind = 'customer' AND e.kind = 'message'
           ORDER BY e.seq DESC LIMIT 1), '')
       WHERE id = $1 AND handler = 'bot'`,
      [conversationId],
    );
  }

  async close(tx: Transaction, conversationIds: string[]): Promise<void> {
    await tx.query('UPDATE conversations SET closed_at = desk_now() WHERE id = ANY($1::uuid[]) AND closed_at IS NULL', [
      conversationIds,
    ]);
  }

  async reopen(tx: Transaction, conversationIds: string[]): Promise<void> {
    await tx.query('UPDATE conversations SET closed_at = NULL WHERE id = ANY($1::uuid[])', [conversationIds]);
  }

  /** Locks the conversation for the transaction. @throws DeskError `not_found` */
  async lock(tx: Transaction, conversationId: string): Promise<ConversationSummary> {
    const row = await tx.one<ConversationSummary & { [column: string]: unknown }>(
      `SELECT id, site_id AS "siteId", customer_id AS "customerId", category, handler, locale, channel,
              follow_up_of AS "followUpOf", created_at AS "createdAt", seq
       FROM conversations WHERE id = $1 FOR UPDATE`,
      [conversationId],
    );
    if (!row) throw new DeskError('not_found');
    return row;
  }

  /** The customer's own matters as the widget lists them, newest first; `ticket` is for rooms to the left to fill in. */
  async ofCustomer(customerId: string): Promise<CustomerConversationView[]> {
    const rows = await this.database.prepared<OverviewRow & { [column: string]: unknown }>(
      'conversations_of_customer',
      `${OVERVIEW} WHERE c.customer_id = $1 AND c.last_activity_at > desk_now() - make_interval(days => ${RECENT_DAYS})
       ORDER BY c.last_activity_at DESC LIMIT ${LISTED}`,
      [customerId],
    );
    return rows.map(overview);
  }

  /** As the widget shows them; who asks answers for whose they are. Those that do not exist are left out. */
  async viewsForCustomers(conversationIds: string[]): Promise<CustomerConversationView[]> {
    if (conversationIds.length === 0) return [];
    const rows = await this.database.query<OverviewRow & { [column: string]: unknown }>(
      `${OVERVIEW} WHERE c.id = ANY($1::uuid[])`,
      [conversationIds],
    );
    return rows.map(overview);
  }
}

function overview({ category, lastActivityAt, ...row }: OverviewRow): CustomerConversationView {
  return {
    id: row.id,
    ...(category && { category }),
    handler: row.handler,
    locale: row.locale,
    lastSeq: row.lastSeq,
    // A greeting is no news.
    readSeq: row.unspoken ? row.lastSeq : row.readSeq,
    ...(row.staffReadSeq && { staffReadSeq: row.staffReadSeq }),
    lastActivityAt: lastActivityAt.toISOString(),
    closed: row.closed,
    preview: row.preview,
    ...(row.unspoken && { unspoken: true }),
  };
}
