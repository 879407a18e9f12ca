import type { Client } from 'pg';
import { newId } from '../../../src/platform/clock/index.js';
import { formatNumber } from '../../../src/tickets/ticket-number.js';
import { seedVisitors } from './chat.js';

const SLICE = 10_000;

/** SQL: the id of the case of this number; its conversation has the same. As they come, so they lie on the disk. */
const caseId = (number: string): string => `('01900000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

export interface SeededRouting {
  teamIds: string[];
  /** Of all teams in turn. */
  staffIds: string[];
  siteKey: string;
  /** The i-th has the case of number i. */
  customers: { sessionKey: string; conversationId: string }[];
}

/** People who are there for the whole day, in so many teams, and cases of so many customers of which none waits yet. */
export async function seedRouting(
  client: Client,
  { teams, people, cases }: { teams: number; people: number; cases: number },
): Promise<SeededRouting> {
  const { siteId, siteKey, customerIds, customers } = await seedVisitors(client, cases);
  const teamIds = Array.from({ length: teams }, newId);
  const staffIds = Array.from({ length: people }, newId);
  const teamOf = staffIds.map((_, index) => teamIds[index % teams]);
  await client.query(
    `INSERT INTO teams (id, key, name) SELECT id, 'bench-' || id, '{"zh-CN":"组","en":"Team"}' FROM unnest($1::uuid[]) id`,
    [teamIds],
  );
  await client.query(
    `INSERT INTO staff (id, email, name, role, password_hash, locale)
     SELECT id, id || '@bench.example', '陈晨', 'agent', '-', 'zh-CN' FROM unnest($1::uuid[]) id`,
    [staffIds],
  );
  await client.query('INSERT INTO team_members (team_id, staff_id) SELECT * FROM unnest($1::uuid[], $2::uuid[])', [
    teamOf,
    staffIds,
  ]);
  await client.query(
    `INSERT INTO presences (staff_id, presence, last_seen_at)
     SELECT id, 'online', desk_now() + interval '1 day' FROM unnest($1::uuid[]) id`,
    [staffIds],
  );
  // They answer, as far as the desk can tell: nothing goes back.
  await client.query('UPDATE team_routing SET answer_within_seconds = NULL, release_after_minutes = NULL');
  for (let from = 0; from < cases; from += SLICE) {
    const slice = customerIds.slice(from, from + SLICE);
    const numbers = slice.map((_, index) => formatNumber(BigInt(from + index)));
    await client.query(FILL, [from, numbers, slice, siteId, teamIds]);
  }
  await client.query('VACUUM ANALYZE');
  const ids = await caseIds(client, 0, cases);
  return {
    teamIds,
    staffIds,
    siteKey,
    customers: customers.map((customer, index) => ({ ...customer, conversationId: ids[index] ?? '' })),
  };
}

/** $1 the first of them, $2 their numbers, $3 their customers, $4 site, $5 teams. They have been settled long ago. */
const FILL = `
  WITH cast_ AS MATERIALIZED (
    SELECT ${caseId('$1::int + n - 1')} AS id, number, customer, ($5::uuid[])[1 + n % cardinality($5::uuid[])] AS team
    FROM unnest($2::text[], $3::uuid[]) WITH ORDINALITY AS c (number, customer, n)
  ), talk AS (
    INSERT INTO conversations (id, site_id, customer_id, channel, handler, category, locale)
    SELECT id, $4, customer, 'widget', 'person', 'earnings', 'zh-CN' FROM cast_
  ), granted AS (
    INSERT INTO conversation_grants (conversation_id, principal)
    SELECT id, unnest(ARRAY['customer:' || customer, 'team:' || team, 'role:admin']) FROM cast_
  ), cases AS (
    INSERT INTO tickets (id, number, site_id, customer_id, tier, category, sub_category, priority, status, team_id, subject, locale)
    SELECT id, number, $4, customer, 'standard', 'earnings', 'payout_delay', 'P2', 'closed', team, '昨天有一笔订单货款没有到账', 'zh-CN'
    FROM cast_
  )
  INSERT INTO ticket_conversations (conversation_id, ticket_id) SELECT id, id FROM cast_`;

/** So much room for everybody, whom nobody takes a case from. */
export async function giveRoom(client: Client, capacity: number): Promise<void> {
  await client.query('UPDATE agent_profiles SET capacity = $1', [capacity]);
}

/**
 * These cases wait for a person from now on, and the fact lies in the outbox, as when a customer asks for one: from the one
 * of number `from` to that before `to`.
 */
export async function openCases(client: Client, from: number, to: number): Promise<void> {
  await client.query({
    name: 'open cases',
    text: `
      WITH talk AS (
        UPDATE conversations SET awaiting_reply_since = desk_now(), handler = 'person' FROM generate_series($1::int, $2::int) AS n
        WHERE id = ${caseId('n')}
      ), opened AS (
        UPDATE tickets SET status = 'new', opened_at = desk_now() FROM generate_series($1::int, $2::int) AS n
        WHERE id = ${caseId('n')} RETURNING tickets.*
      ), line AS (
        INSERT INTO ticket_events (id, ticket_id, kind, actor_kind, customer_visible)
        SELECT uuidv7(), id, 'opened', 'customer', true FROM opened
      )
      INSERT INTO outbox (key, type, payload)
      SELECT 'ticket:' || id, 'ticket.opened', jsonb_build_object('ticketId', id, 'number', number, 'siteId', site_id,
        'customerId', customer_id, 'tier', tier, 'category', category, 'subCategory', sub_category, 'priority', priority,
        'status', status, 'teamId', team_id, 'assigneeId', assignee_id, 'conversationIds', jsonb_build_array(id),
        'at', desk_now(), 'openedAt', opened_at, 'reason', 'asked', 'nature', null, 'conversationId', id)
      FROM opened`,
    values: [from, to - 1],
  });
}

/** Ids of the cases of these numbers. */
export async function caseIds(client: Client, from: number, to: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT ${caseId('n')} AS id FROM generate_series($1::int, $2::int) AS n`,
    [from, to - 1],
  );
  return rows.map(({ id }) => id);
}

/** Nobody waits and nobody has anything in hand; what a round has left is gone. */
export async function clearDesk(client: Client): Promise<void> {
  await client.query('TRUNCATE outbox CASCADE');
  await client.query(`UPDATE tickets SET status = 'closed', assignee_id = NULL WHERE status <> 'closed'`);
  await client.query('DELETE FROM queue_items');
  await client.query('TRUNCATE clocks, routed_tickets, declined_tickets CASCADE');
  await client.query('DELETE FROM surges');
  await client.query(`DELETE FROM ticket_events`);
  await client.query('CHECKPOINT');
}

/** Each of these turns lets one person, in turn, settle the oldest case they have, and says so as an agent's click does. */
export async function freeSome(client: Client, staffIds: string[], from: number, to: number): Promise<void> {
  for (let turn = from; turn < to; turn += 1)
    await client.query({ name: 'free', text: FREE, values: [staffIds[turn % staffIds.length]] });
}

const FREE = `
  WITH done AS (
    UPDATE tickets SET status = 'resolved' WHERE id = (
      SELECT id FROM tickets WHERE assignee_id = $1 AND status = 'open' ORDER BY id LIMIT 1) RETURNING *
  ), line AS (
    INSERT INTO ticket_events (id, ticket_id, kind, actor_kind, data, customer_visible)
    SELECT uuidv7(), id, 'freed', 'staff', jsonb_build_object('staffId', $1::uuid), false FROM done
  )
  INSERT INTO outbox (key, type, payload)
  SELECT 'ticket:' || id, 'ticket.status_changed', jsonb_build_object('ticketId', id, 'number', number, 'siteId', site_id,
    'customerId', customer_id, 'tier', tier, 'category', category, 'subCategory', sub_category, 'priority', priority,
    'status', status, 'teamId', team_id, 'assigneeId', assignee_id, 'conversationIds', jsonb_build_array(id),
    'at', desk_now(), 'from', 'open', 'to', 'resolved', 'because', 'agent', 'actor', jsonb_build_object('kind', 'staff', 'id', $1::uuid))
  FROM done`;
