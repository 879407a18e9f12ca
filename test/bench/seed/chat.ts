import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { newId } from '../../../src/platform/clock/index.js';
import { formatNumber } from '../../../src/tickets/ticket-number.js';

/** People who talk: each agent a team of their own, each customer one case that an agent has. */
export interface SeededChat {
  siteKey: string;
  /** Cookie headers. */
  agents: string[];
  customers: { sessionKey: string; conversationId: string }[];
}

const AGENTS = 10;
const SITE = `
  INSERT INTO sites (id, key, name, allowed_origins, greeting, hours, color)
  VALUES ($1, $2, 'bench', $3, '{"zh-CN":"您好，有什么可以帮您？","en":"Hello, how can we help?"}',
          '{"zh-CN":"全天 24 小时","en":"24 hours a day"}', '#b45309')`;

const hash = (secret: string) => createHash('sha256').update(secret).digest();
const secret = () => randomBytes(32).toString('base64url');

/** A site with visitors who have a session already, as browsers that come back. @returns their keys */
export async function seedVisitors(
  client: Client,
  count: number,
  allowedOrigins: string[] = [],
): Promise<SeededChat & { siteId: string; customerIds: string[] }> {
  const siteId = newId();
  const siteKey = `bench-${siteId.slice(-8)}`;
  await client.query(SITE, [siteId, siteKey, allowedOrigins]);
  const customerIds = Array.from({ length: count }, newId);
  const keys = customerIds.map(secret);
  await client.query(
    `INSERT INTO customers (id, site_id, name, locale) SELECT id, $2, '林记茶铺', 'zh-CN' FROM unnest($1::uuid[]) id`,
    [customerIds, siteId],
  );
  await client.query(
    `INSERT INTO visitor_sessions (id, key_hash, site_id, customer_id, locale)
     SELECT id, key, $4, customer, 'zh-CN' FROM unnest($1::uuid[], $2::bytea[], $3::uuid[]) AS s(id, key, customer)`,
    [keys.map(newId), keys.map(hash), customerIds, siteId],
  );
  return {
    siteId,
    siteKey,
    agents: [],
    customerIds,
    customers: keys.map((sessionKey) => ({ sessionKey, conversationId: '' })),
  };
}

/** The same with a case each, which an agent of the agents has in hand. */
export async function seedChat(client: Client, count: number): Promise<SeededChat> {
  const { siteId, customerIds, ...chat } = await seedVisitors(client, count);
  const teams = Array.from({ length: AGENTS }, newId);
  const staff = teams.map(newId);
  const tokens = teams.map(secret);
  await client.query(
    `INSERT INTO teams (id, key, name) SELECT id, 'bench-' || id, '{"zh-CN":"组","en":"Team"}' FROM unnest($1::uuid[]) id`,
    [teams],
  );
  await client.query(
    `INSERT INTO staff (id, email, name, role, password_hash, locale)
     SELECT id, id || '@bench.example', '陈晨', 'agent', '-', 'zh-CN' FROM unnest($1::uuid[]) id`,
    [staff],
  );
  await client.query('INSERT INTO team_members (team_id, staff_id) SELECT * FROM unnest($1::uuid[], $2::uuid[])', [
    teams,
    staff,
  ]);
  await client.query(
    `INSERT INTO staff_sessions (id, token_hash, staff_id, expires_at, address, user_agent)
     SELECT id, token, person, desk_now() + interval '1 day', '127.0.0.1', 'bench'
     FROM unnest($1::uuid[], $2::bytea[], $3::uuid[]) AS s(id, token, person)`,
    [teams.map(newId), tokens.map(hash), staff],
  );
  const conversations = customerIds.map(newId);
  const tickets = customerIds.map(newId);
  const { rows } = await client.query<{ taken: string }>('SELECT count(*) AS taken FROM tickets');
  const numbers = customerIds.map((_, index) => formatNumber(BigInt(rows[0]?.taken ?? 0) + BigInt(index)));
  await client.query(
    `WITH cast_ AS (
       SELECT conversation, customer, ticket, number, ($5::uuid[])[1 + n % ${AGENTS}] AS team, ($6::uuid[])[1 + n % ${AGENTS}] AS person
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) WITH ORDINALITY AS c(conversation, customer, ticket, number, n)
     ), talk AS (
       INSERT INTO conversations (id, site_id, customer_id, channel, handler, category, locale)
       SELECT conversation, $7, customer, 'widget', 'person', 'earnings', 'zh-CN' FROM cast_
     ), granted AS (
       INSERT INTO conversation_grants (conversation_id, principal)
       SELECT conversation, unnest(ARRAY['customer:' || customer, 'team:' || team, 'role:admin', 'staff:' || person]) FROM cast_
     ), cases AS (
       INSERT INTO tickets (id, number, site_id, customer_id, tier, category, priority, status, team_id, assignee_id, subject, locale)
       SELECT ticket, number, $7, customer, 'standard', 'earnings', 'P2', 'open', team, person, 'bench', 'zh-CN' FROM cast_
     )
     INSERT INTO ticket_conversations (conversation_id, ticket_id) SELECT conversation, ticket FROM cast_`,
    [conversations, customerIds, tickets, numbers, teams, staff, siteId],
  );
  await client.query('ANALYZE');
  return {
    ...chat,
    agents: tokens.map((token) => `porchlight=${token}`),
    customers: chat.customers.map((customer, index) => ({
      ...customer,
      conversationId: conversations[index] as string,
    })),
  };
}
