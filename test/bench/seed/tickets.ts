import type { Client } from 'pg';
import { newId } from '../../../src/platform/clock/index.js';
import { formatNumber } from '../../../src/tickets/ticket-number.js';
import { seedVisitors } from './chat.js';

const SLICE = 20_000;
const CUSTOMERS = 1_000;
const EVENTS = ['opened', 'assigned', 'status', 'promised', 'status'];
const INDEXES = [
  ['ticket_events_ticket_id_id', 'CREATE INDEX ticket_events_ticket_id_id ON ticket_events (ticket_id, id)'],
] as const;

/** Settled cases with five events each, in random order of their ids. @returns their numbers */
export async function seedTickets(client: Client, count: number, say: (line: string) => void): Promise<string[]> {
  const { siteId, customerIds } = await seedVisitors(client, CUSTOMERS);
  const teamId = newId();
  await client.query(`INSERT INTO teams (id, key, name) VALUES ($1, 'look-up', '{"zh-CN":"组","en":"Team"}')`, [
    teamId,
  ]);
  // References are right by construction, and an index is made faster of the whole than row by row.
  await client.query(`SET session_replication_role = replica`);
  for (const [name] of INDEXES) await client.query(`DROP INDEX ${name}`);
  const numbers: string[] = [];
  for (let from = 0; from < count; from += SLICE) {
    const slice = Array.from({ length: Math.min(SLICE, count - from) }, (_, n) => formatNumber(BigInt(from + n)));
    await client.query(
      `WITH cases AS (
         INSERT INTO tickets (id, number, site_id, customer_id, tier, category, sub_category, priority, status, team_id, subject, locale)
         SELECT gen_random_uuid(), number, $2, ($3::uuid[])[1 + n % ${CUSTOMERS}], 'standard', 'earnings', 'payout_delay', 'P2',
                'closed', $4, '昨天有一笔订单货款没有到账', 'zh-CN'
         FROM unnest($1::text[]) WITH ORDINALITY AS s(number, n) RETURNING id
       )
       INSERT INTO ticket_events (id, ticket_id, kind, actor_kind, public_data, customer_visible)
       SELECT gen_random_uuid(), cases.id, kind, 'system', '{"name":"晨","to":"open","from":"new"}', true
       FROM cases, unnest($5::text[]) kind`,
      [slice, siteId, customerIds, teamId, EVENTS],
    );
    numbers.push(...slice);
    if (numbers.length % (SLICE * 10) === 0) say(`  ${numbers.length.toLocaleString('en')} tickets are there`);
  }
  for (const [, create] of INDEXES) await client.query(create);
  await client.query(`SET session_replication_role = origin`);
  await client.query('VACUUM ANALYZE tickets');
  await client.query('VACUUM ANALYZE ticket_events');
  return numbers;
}
