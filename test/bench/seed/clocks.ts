import type { Client } from 'pg';
import { newId } from '../../../src/platform/clock/index.js';
import { formatNumber } from '../../../src/tickets/ticket-number.js';
import { seedChat } from './chat.js';

const SLICE = 20_000;
const CUSTOMERS = 1_000;
/** Below them come the cases of the people who talk. */
const FIRST_NUMBER = 100_000_000;
const TABLES = ['tickets', 'conversations', 'ticket_conversations', 'entries', 'ticket_events', 'clocks'];
const PRIMARY = `SELECT indexrelid FROM pg_index WHERE indisprimary OR indisunique`;

/** SQL: the id of the case of this number, and of all that is its own. As they come, so they lie on the disk. */
export const caseId = (number: string): string =>
  `('01900000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/**
 * Open cases, each with a talk, a line of its timeline and a clock for its first response that is far from due; after them
 * `unclocked` ones that nobody has a clock for yet. They belong to the agents of a small chat.
 * @returns that chat
 */
export async function seedClocks(
  client: Client,
  { count, unclocked, people }: { count: number; unclocked: number; people: number },
  say: (line: string) => void,
) {
  const chat = await seedChat(client, people);
  const { rows: teams } = await client.query<{ team: string; person: string }>(
    'SELECT team_id AS team, staff_id AS person FROM team_members',
  );
  const { rows: sites } = await client.query<{ id: string }>('SELECT id FROM sites LIMIT 1');
  const customerIds = Array.from({ length: CUSTOMERS }, newId);
  await client.query(
    `INSERT INTO customers (id, site_id, name, locale) SELECT id, $2, '林记茶铺', 'zh-CN' FROM unnest($1::uuid[]) id`,
    [customerIds, sites[0]?.id],
  );
  // References are right by construction, and an index is made faster of the whole than row by row.
  await client.query(`SET session_replication_role = replica`);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE tablename = ANY($1) AND (quote_ident(schemaname) || '.' || quote_ident(indexname))::regclass NOT IN (${PRIMARY})`,
    [TABLES],
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  const all = count + unclocked;
  for (let from = 0; from < all; from += SLICE) {
    const size = Math.min(SLICE, all - from);
    const numbers = Array.from({ length: size }, (_, n) => formatNumber(BigInt(FIRST_NUMBER + from + n)));
    await client.query(FILL, [
      from,
      numbers,
      sites[0]?.id,
      customerIds,
      teams.map(({ team }) => team),
      teams.map(({ person }) => person),
      count,
    ]);
    if ((from + size) % (SLICE * 10) === 0) say(`  ${(from + size).toLocaleString('en')} cases are there`);
  }
  for (const { definition } of indexes) await client.query(definition);
  await client.query(`SET session_replication_role = origin`);
  for (const table of TABLES) await client.query(`VACUUM ANALYZE ${table}`);
  return chat;
}

/** $1 the first of them, $2 their numbers, $3 site, $4 customers, $5 teams with $6 one person each, $7 so many of all have a clock. */
const FILL = `
  WITH cast_ AS MATERIALIZED (
    SELECT ${caseId('$1::int + n - 1')} AS id, number, ($4::uuid[])[1 + n % ${CUSTOMERS}] AS customer,
           ($5::uuid[])[1 + n % cardinality($5::uuid[])] AS team, ($6::uuid[])[1 + n % cardinality($5::uuid[])] AS person,
           desk_now() - interval '1 hour' AS opened, $1::int + n <= $7::int AS clocked
    FROM unnest($2::text[]) WITH ORDINALITY AS c (number, n)
  ), talk AS (
    INSERT INTO conversations (id, site_id, customer_id, channel, handler, category, locale, seq, customer_seq,
      awaiting_reply_since, last_customer_message_at)
    SELECT id, $3, customer, 'widget', 'person', 'earnings', 'zh-CN', 1, 1, opened, opened FROM cast_
  ), said AS (
    INSERT INTO entries (id, conversation_id, seq, customer_seq, kind, author_kind, author_name, channel, body, created_at)
    SELECT id, id, 1, 1, 'message', 'customer', '林记茶铺', 'widget', '昨天有一笔订单货款没有到账', opened FROM cast_
  ), cases AS (
    INSERT INTO tickets (id, number, site_id, customer_id, tier, category, sub_category, priority, status, team_id, assignee_id,
      subject, locale, opened_at, next_due_at, next_due_kind, next_due_started_at)
    SELECT id, number, $3, customer, 'standard', 'earnings', 'payout_delay', 'P2', 'open', team, person,
      '昨天有一笔订单货款没有到账', 'zh-CN', opened, opened + interval '8 hours', 'first_response', opened FROM cast_
  ), joined AS (
    INSERT INTO ticket_conversations (conversation_id, ticket_id) SELECT id, id FROM cast_
  ), lines AS (
    INSERT INTO ticket_events (id, ticket_id, kind, actor_kind, customer_visible, created_at)
    SELECT id, id, 'opened', 'system', true, opened FROM cast_
  )
  INSERT INTO clocks (id, ticket_id, kind, target_seconds, started_at, due_at, state, next_rung, next_rung_at, tier, priority,
    team_id, policy_version, ladder, ladder_version, rung_times, timed_at)
  SELECT id, id, 'first_response', 28800, opened, opened + interval '8 hours', 'running', 1, opened + interval '6 hours',
    'standard', 'P2', team, (SELECT max(version) FROM policy_versions), 'first_response',
    (SELECT max(version) FROM ladder_versions),
    ARRAY[opened + interval '6 hours', opened + interval '8 hours', opened + interval '9 hours'], opened
  FROM cast_ WHERE clocked`;
