import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { newId } from '../../../src/platform/clock/index.js';
import { formatNumber } from '../../../src/tickets/ticket-number.js';
import { seedVisitors } from './chat.js';
import { caseId } from './clocks.js';
import { withoutIndexes } from './indexes.js';
import { phrases } from './phrases.js';

const SLICE = 50_000;
const CUSTOMERS = 5_000;
const TEAMS = 20;
const PEOPLE = 200;
const PHRASES = 50_000;
const TABLES = [
  'tickets',
  'conversations',
  'ticket_conversations',
  'entries',
  'ticket_events',
  'ticket_words',
  'said_words',
];
const ROLES = ['admin', 'supervisor', 'agent'] as const;

/** A desk after two years: its cases, and who asks about them. */
export interface SeededDesk {
  numbers: string[];
  /** Cookie headers: an admin, a supervisor of two teams, an agent of one. */
  cookies: Record<(typeof ROLES)[number], string>;
  teams: string[];
  people: string[];
}

/**
 * Cases with five lines of their timeline and five entries each, in the order in which they were opened; one in twelve is not
 * finished. What was said in the last `unread` is not written down yet.
 */
export async function seedDesk(
  client: Client,
  { count, unread }: { count: number; unread: number },
  say: (line: string) => void,
): Promise<SeededDesk> {
  const { siteId, customerIds } = await seedVisitors(client, CUSTOMERS);
  const { teams, people, cookies } = await seedPeople(client);
  await client.query('CREATE UNLOGGED TABLE bench_phrases (n int PRIMARY KEY, body text NOT NULL)');
  await client.query('INSERT INTO bench_phrases SELECT n, body FROM unnest($1::text[]) WITH ORDINALITY AS p(body, n)', [
    phrases(PHRASES),
  ]);
  await client.query('ANALYZE bench_phrases');
  const numbers: string[] = [];
  await withoutIndexes(client, TABLES, async () => {
    for (let from = 0; from < count; from += SLICE) {
      const slice = Array.from({ length: Math.min(SLICE, count - from) }, (_, n) => formatNumber(BigInt(from + n)));
      await client.query(FILL, [from, slice, siteId, customerIds, teams, people, count]);
      numbers.push(...slice);
      if (numbers.length % (SLICE * 4) === 0) say(`  ${numbers.length.toLocaleString('en')} tickets are there`);
    }
    await client.query(SAID, [caseNumber(count - unread)]);
    say('  what was said is written down; making the indexes');
  });
  await client.query(
    `INSERT INTO said_due (conversation_id)
     SELECT conversation_id FROM ticket_conversations WHERE conversation_id >= ${caseId('$1::int')}`,
    [caseNumber(count - unread)],
  );
  await client.query('VACUUM ANALYZE said_due');
  return { numbers, cookies, teams, people };
}

const caseNumber = (n: number): number => Math.max(0, n);

async function seedPeople(client: Client): Promise<Pick<SeededDesk, 'teams' | 'people' | 'cookies'>> {
  const teams = Array.from({ length: TEAMS }, newId);
  const people = Array.from({ length: PEOPLE }, newId);
  await client.query(
    `INSERT INTO teams (id, key, name) SELECT id, 'bench-' || id, '{"zh-CN":"组","en":"Team"}' FROM unnest($1::uuid[]) id`,
    [teams],
  );
  await client.query(
    `INSERT INTO staff (id, email, name, role, password_hash, locale)
     SELECT id, id || '@bench.example', '陈晨', coalesce(($2::text[])[n], 'agent'), '-', 'zh-CN'
     FROM unnest($1::uuid[]) WITH ORDINALITY AS s(id, n)`,
    [people, ROLES],
  );
  // The supervisor has the first two teams, everybody else one.
  await client.query(
    `INSERT INTO team_members (team_id, staff_id)
     SELECT ($2::uuid[])[1 + n % ${TEAMS}], id FROM unnest($1::uuid[]) WITH ORDINALITY AS s(id, n)
     UNION SELECT ($2::uuid[])[1], ($1::uuid[])[2] ON CONFLICT DO NOTHING`,
    [people, teams],
  );
  const tokens = ROLES.map(() => randomBytes(32).toString('base64url'));
  await client.query(
    `INSERT INTO staff_sessions (id, token_hash, staff_id, expires_at, address, user_agent)
     SELECT id, token, person, desk_now() + interval '1 day', '127.0.0.1', 'bench'
     FROM unnest($1::uuid[], $2::bytea[], $3::uuid[]) AS s(id, token, person)`,
    [
      tokens.map(newId),
      tokens.map((token) => createHash('sha256').update(token).digest()),
      people.slice(0, ROLES.length),
    ],
  );
  const cookies = Object.fromEntries(
    ROLES.map((role, place) => [role, `porchlight=${tokens[place]}`]),
  ) as SeededDesk['cookies'];
  return { teams, people, cookies };
}

/** The id of one of several things of a case. */
const partId = (number: string, part: string) =>
  `('01900000-0000-7000-8001-' || lpad(to_hex((${number})::bigint * 8 + ${part}), 12, '0'))::uuid`;
/** A whole number below `sides`, the same for the same case; whatever is thrown for with another salt knows nothing of it. */
const dice = (number: string, salt: number, sides: number) =>
  `(abs(hashint8extended((${number})::bigint, ${salt})) % ${sides})`;
/** A phrase, the same for the same place. */
const phrase = (number: string, part: string) => `1 + abs(hashint8((${number})::bigint * 8 + ${part})) % ${PHRASES}`;

/**
 * $1 the first of them, $2 their numbers, $3 site, $4 customers, $5 teams, $6 people, $7 how many there will be: the first was
 * opened two years ago, the last just now.
 */
const FILL = `
  WITH cast_ AS MATERIALIZED (
    SELECT $1::int + c.n - 1 AS n, ${caseId('$1::int + c.n - 1')} AS id, number,
           ($4::uuid[])[1 + ${dice('$1::int + c.n', 3, CUSTOMERS)}] AS customer, ($5::uuid[])[1 + ${dice('$1::int + c.n', 1, TEAMS)}] AS team,
           ($6::uuid[])[1 + ${dice('$1::int + c.n', 2, PEOPLE)}] AS person, desk_now() - interval '730 days' * (1 - ($1::int + c.n) / $7::float8) AS opened,
           p.body, CASE WHEN ${dice('$1::int + c.n', 4, 12)} > 0 THEN 'closed'
             ELSE ('{open,open,pending,on_hold,resolved,new}'::text[])[1 + ${dice('$1::int + c.n', 5, 6)}] END AS status
    FROM unnest($2::text[]) WITH ORDINALITY AS c (number, n) JOIN bench_phrases p ON p.n = ${phrase('$1::int + c.n - 1', '1')}
  ), talk AS (
    INSERT INTO conversations (id, site_id, customer_id, channel, handler, category, locale, seq, customer_seq, preview,
      first_staff_reply_at, last_activity_at, created_at)
    SELECT id, $3, customer, 'widget', 'person', 'earnings', 'zh-CN', 5, 4, body, opened + interval '3 minutes',
           opened + interval '1 day', opened FROM cast_
  ), said AS (
    INSERT INTO entries (id, conversation_id, seq, customer_seq, kind, author_kind, author_name, channel, body, created_at)
    SELECT ${partId('c.n', 'i')}, c.id, i, CASE WHEN i < 4 THEN i WHEN i = 5 THEN 4 END,
           CASE i WHEN 4 THEN 'note' ELSE 'message' END, ('{customer,bot,staff,staff,customer}'::text[])[i], '林记茶铺', 'widget',
           CASE i WHEN 1 THEN c.body ELSE p.body END, c.opened + i * interval '1 minute'
    FROM cast_ c CROSS JOIN generate_series(1, 5) i JOIN bench_phrases p ON p.n = ${phrase('c.n', 'i')}
  ), cases AS (
    INSERT INTO tickets (id, number, site_id, customer_id, tier, category, sub_category, nature, priority, status, team_id,
      assignee_id, subject, locale, opened_at, last_activity_at, resolved_at, closed_at, next_due_at, next_due_kind,
      next_due_started_at, tags, rating_score)
    SELECT id, number, $3, customer, ('{standard,standard,premium}'::text[])[1 + ${dice('n', 6, 3)}],
      ('{account,earnings,earnings,feature,content}'::text[])[1 + ${dice('n', 7, 5)}], NULL, ('{usage,fault,suggestion}'::text[])[1 + ${dice('n', 8, 3)}],
      ('{P0,P1,P1,P2,P2,P2,P2,P3}'::text[])[1 + ${dice('n', 9, 8)}], status, team, CASE WHEN status <> 'new' THEN person END, left(body, 40),
      'zh-CN', opened, opened + interval '1 day' * ${dice('n', 13, 1000)} / 100.0, CASE WHEN status IN ('resolved', 'closed') THEN opened END,
      CASE WHEN status = 'closed' THEN opened END,
      CASE WHEN status IN ('new', 'open', 'pending', 'on_hold') THEN opened + interval '730 days' END,
      CASE WHEN status IN ('new', 'open', 'pending', 'on_hold') THEN 'resolution' END,
      CASE WHEN status IN ('new', 'open', 'pending', 'on_hold') THEN opened END,
      CASE WHEN ${dice('n', 10, 50)} = 0 THEN '{大促}'::text[] ELSE '{}' END,
      CASE WHEN ${dice('n', 11, 9)} = 0 THEN 1 + ${dice('n', 12, 5)} END FROM cast_
  ), worded AS (
    INSERT INTO ticket_words (ticket_id, words) SELECT id, desk_search_text(concat_ws(' ', number, replace(number, '-', ''),
      left(body, 40), '林记茶铺')) FROM cast_
  ), joined AS (
    INSERT INTO ticket_conversations (conversation_id, ticket_id) SELECT id, id FROM cast_
  )
  INSERT INTO ticket_events (id, ticket_id, kind, actor_kind, public_data, customer_visible, created_at)
  SELECT ${partId('n', 'i')}, id, ('{opened,assigned,status,promised,status}'::text[])[i], 'system',
         '{"name":"晨","to":"open","from":"new"}', true, opened + i * interval '1 minute' FROM cast_, generate_series(1, 5) i`;

/** As the product does it. $1 cases from this one on are left to it. */
const SAID = `
  INSERT INTO said_words (conversation_id, seq, words)
  SELECT conversation_id, seq, desk_search_text(body) FROM entries WHERE conversation_id < ${caseId('$1::int')}`;
