import { randomUUID } from 'node:crypto';
import { type SeededDemo, seedDemo } from '../../src/cli/seed/index.js';
import { shanghaiHour } from '../../src/cli/seed/life/rhythm.js';
import { EntryPresenter } from '../../src/conversations/index.js';
import { Reconciler } from '../../src/routing/index.js';
import { Clocks } from '../../src/sla/clocks/clocks.service.js';
import { Sweep } from '../../src/sla/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent, connectWidget } from '../support/clients.js';
import { identityToken, signIn } from '../support/factories.js';

/** Rows that break a rule: none. */
const RULES: [rule: string, broken: string][] = [
  [
    'both sequences are dense, and notes have no number of the customer’s',
    `SELECT c.id FROM conversations c LEFT JOIN entries e ON e.conversation_id = c.id GROUP BY c.id
     HAVING count(e) <> c.seq OR coalesce(max(e.seq), 0) <> c.seq OR count(e.customer_seq) <> c.customer_seq
         OR coalesce(max(e.customer_seq), 0) <> c.customer_seq OR bool_or(e.kind = 'note' AND e.customer_seq IS NOT NULL)`,
  ],
  [
    'time goes on from entry to entry, and ends before now',
    `SELECT a.id FROM entries a JOIN entries b ON b.conversation_id = a.conversation_id AND b.seq = a.seq + 1
     WHERE b.created_at < a.created_at OR b.created_at > desk_now()`,
  ],
  [
    'the facts of a conversation follow from its entries',
    `SELECT c.id FROM conversations c CROSS JOIN LATERAL (
       SELECT max(created_at) FILTER (WHERE author_kind = 'customer') AS wrote,
              max(created_at) FILTER (WHERE customer_seq IS NOT NULL) AS moved,
              min(created_at) FILTER (WHERE author_kind = 'staff' AND kind = 'message') AS answered,
              max(seq) FILTER (WHERE author_kind = 'staff' AND kind = 'message') AS last_answer,
              max(seq) FILTER (WHERE author_kind = 'customer') AS last_question
       FROM entries WHERE conversation_id = c.id) e
     WHERE c.last_customer_message_at IS DISTINCT FROM e.wrote OR c.last_activity_at <> e.moved
        OR c.first_staff_reply_at IS DISTINCT FROM e.answered
        OR (e.last_answer > e.last_question) <> (c.awaiting_reply_since IS NULL)`,
  ],
  [
    'who may read is the customer, the team, whoever has it, and admins',
    `WITH truth AS (
       SELECT id, 'customer:' || customer_id AS principal FROM conversations
       UNION ALL SELECT tc.conversation_id, p FROM ticket_conversations tc JOIN tickets t ON t.id = tc.ticket_id
         CROSS JOIN LATERAL unnest(ARRAY['team:' || t.team_id, 'role:admin', 'staff:' || t.assignee_id]) p WHERE p IS NOT NULL)
     (SELECT id, principal FROM truth EXCEPT SELECT conversation_id, principal FROM conversation_grants)
     UNION ALL (SELECT conversation_id, principal FROM conversation_grants EXCEPT SELECT id, principal FROM truth)`,
  ],
  [
    'an agent’s load is what they have in hand, and within their capacity',
    `SELECT p.staff_id FROM agent_profiles p LEFT JOIN tickets t ON t.assignee_id = p.staff_id AND t.status IN ('open', 'pending')
     GROUP BY p.staff_id HAVING count(t) <> p.load OR p.load >= p.capacity`,
  ],
  [
    'whoever has a ticket is of its team',
    `SELECT id FROM tickets t WHERE assignee_id IS NOT NULL AND NOT EXISTS (
       SELECT FROM team_members m WHERE m.team_id = t.team_id AND m.staff_id = t.assignee_id)`,
  ],
  [
    'the timeline begins with the opening, counts up to the version and leads to the status',
    `SELECT t.id FROM tickets t CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE kind IN ('status', 'assigned', 'handed_over', 'edited')) AS changes,
              (array_agg(kind ORDER BY created_at, id))[1] AS first, bool_and(created_at <= desk_now()) AS past,
              (array_agg(data ->> 'to' ORDER BY created_at DESC, id DESC) FILTER (WHERE kind = 'status'))[1] AS last
       FROM ticket_events WHERE ticket_id = t.id) e
     WHERE e.changes + 1 <> t.version OR e.first <> 'opened' OR NOT e.past
        OR coalesce(e.last, CASE WHEN t.assignee_id IS NULL AND t.team_id = (SELECT id FROM teams WHERE key = 'frontline')
             THEN 'new' ELSE 'open' END) <> t.status`,
  ],
  [
    'a ticket says of the time what its running clock says that is due next',
    `SELECT t.id FROM tickets t LEFT JOIN LATERAL (
       SELECT * FROM clocks c WHERE c.ticket_id = t.id AND c.state = 'running' ORDER BY due_at LIMIT 1) c ON true
     WHERE (t.next_due_at, t.next_due_kind, t.next_due_started_at) IS DISTINCT FROM (c.due_at, c.kind, c.started_at)`,
  ],
  [
    'what came due has been escalated, and nothing else',
    `SELECT c.id FROM clocks c CROSS JOIN LATERAL (
       SELECT count(*) > 0 AS fired FROM escalations e JOIN ladder_versions l ON l.version = e.ladder_version
       WHERE e.clock_id = c.id AND e.state = 'fired' AND NOT l.ladders -> (CASE WHEN e.rung > 100 THEN 'P0' ELSE c.kind END) -> ((e.rung - 1) % 100) -> 'at' ? 'percent') e
     WHERE e.fired <> (c.due_at < coalesce(c.met_at, CASE WHEN c.state = 'running' THEN desk_now() END))
       AND c.state <> 'cancelled'`,
  ],
  [
    'escalated tickets have it on their timeline',
    `SELECT t.id FROM tickets t WHERE (t.escalated_at IS NOT NULL) <> EXISTS (
       SELECT FROM ticket_events e WHERE e.ticket_id = t.id AND e.kind = 'escalated')`,
  ],
  [
    'conversations that are over are closed',
    `SELECT t.id FROM tickets t JOIN ticket_conversations tc ON tc.ticket_id = t.id
     JOIN conversations c ON c.id = tc.conversation_id
     WHERE (t.status IN ('closed', 'cancelled')) <> (c.closed_at IS NOT NULL) OR c.closed_at IS DISTINCT FROM t.closed_at`,
  ],
  [
    'whom the bot did not help is with a person, or has left',
    `SELECT b.entry_id FROM bot_answers b JOIN conversations c ON c.id = b.conversation_id
     WHERE (c.handler = 'person') <> (b.outcome IS NOT DISTINCT FROM 'handed_over')`,
  ],
  [
    'nothing is left to be carried',
    `SELECT id FROM outbox WHERE type NOT LIKE 'article.%' UNION ALL SELECT event_id FROM outbox_inbox`,
  ],
];

describe('the life of the demo', () => {
  let desk: TestApp;
  let seeded: SeededDemo;
  beforeAll(async () => {
    desk = await startTestApp({ env: { DEMO: 'true' } });
    seeded = await seedDemo(desk, { shopPort: 1 });
  }, 60_000);
  afterAll(() => desk.close());

  const count = async (sql: string) => Number((await desk.database.one<{ count: string }>(sql))?.count);
  const cases = (where: string) =>
    desk.database.query<{
      number: string;
      conversationId: string;
      assignee: string;
      externalId: string;
      name: string;
      phone: string;
    }>(
      `SELECT t.number, tc.conversation_id AS "conversationId", t.assignee_id AS assignee, c.external_id AS "externalId", c.name,
              (SELECT value FROM contact_points p WHERE p.customer_id = c.id AND kind = 'phone') AS phone
       FROM tickets t JOIN ticket_conversations tc ON tc.ticket_id = t.id JOIN customers c ON c.id = t.customer_id
       WHERE c.external_id IS NOT NULL AND ${where} ORDER BY t.opened_at DESC LIMIT 1`,
    );

  it('is as large as a desk that is in use', async () => {
    expect(await count('SELECT count(*) FROM customers WHERE external_id IS NOT NULL')).toBe(200);
    expect(await count('SELECT count(*) FROM shops')).toBe(120);
    expect(await count('SELECT count(*) FROM staff')).toBe(10);
    expect(await count('SELECT count(*) FROM tickets')).toBe(300);
    expect(await count(`SELECT count(*) FROM conversations WHERE handler = 'bot'`)).toBeGreaterThan(100);
    expect(await count(`SELECT count(*) FROM bot_answers WHERE outcome = 'helped'`)).toBeGreaterThan(60);
    for (const outcome of ['confirmed', 'presumed', 'abandoned', 'handed_over'])
      expect(await count(`SELECT count(*) FROM bot_dialogues WHERE outcome = '${outcome}'`)).toBeGreaterThan(5);
    expect(await count('SELECT count(*) FROM bot_flags')).toBe(5);
  });

  it('shows every state, few of them urgent', async () => {
    const rows = await desk.database.query<{ status: string }>('SELECT DISTINCT status FROM tickets');
    expect(rows.map(({ status }) => status).sort()).toEqual(
      ['cancelled', 'closed', 'new', 'on_hold', 'open', 'pending', 'resolved'].sort(),
    );
    const overdue = await count('SELECT count(*) FROM tickets WHERE next_due_at < desk_now()');
    expect(overdue).toBeGreaterThan(0);
    expect(overdue).toBeLessThan(12);
    expect(await count('SELECT count(*) FROM queue_items')).toBeLessThan(10);
    for (const some of [
      'rating_score IS NOT NULL',
      'follow_up_of IS NOT NULL',
      `EXISTS (SELECT FROM ticket_events e WHERE e.ticket_id = tickets.id AND e.data ->> 'because' = 'customer_wrote')`,
      `EXISTS (SELECT FROM ticket_events e WHERE e.ticket_id = tickets.id AND e.kind = 'handed_over')`,
    ])
      expect(await count(`SELECT count(*) FROM tickets WHERE ${some}`)).toBeGreaterThan(4);
  });

  it('has its evenings', async () => {
    const rows = await desk.database.query<{ at: Date }>(`SELECT created_at AS at FROM conversations`);
    const hours = rows.map(({ at }) => shanghaiHour(at));
    const evening = hours.filter((hour) => hour >= 19 && hour <= 23).length / hours.length;
    const night = hours.filter((hour) => hour >= 1 && hour <= 5).length / hours.length;
    expect(evening).toBeGreaterThan(0.3);
    expect(night).toBeLessThan(0.12);
  });

  it.each(RULES)('%s', async (_, broken) => expect(await desk.database.query(broken)).toEqual([]));

  it('leaves nothing to do for the sweep, the queue and the clocks', async () => {
    expect(await desk.get(Sweep).runOnce()).toBe(0);
    const state = () =>
      desk.database.query(
        `SELECT (SELECT jsonb_agg(q ORDER BY ticket_id) FROM queue_items q) AS queue,
                (SELECT jsonb_agg(c ORDER BY id) FROM clocks c) AS clocks,
                (SELECT jsonb_agg(t ORDER BY id) FROM tickets t) AS tickets, (SELECT count(*) FROM outbox) AS events`,
      );
    const before = await state();
    await desk.get(Reconciler).runOnce();
    const tickets = await desk.database.query<{ id: string }>(
      `SELECT id FROM tickets WHERE status <> 'closed' OR follow_up_of IS NOT NULL`,
    );
    await desk.database.transaction(async (tx) => {
      for (const { id } of tickets) await desk.get(Clocks).follow(tx, id);
    });
    expect(await state()).toEqual(before);
  });

  it('is told once, and the same with the same seed', async () => {
    await seedDemo(desk, { shopPort: 1 });
    expect(await count('SELECT count(*) FROM tickets')).toBe(300);
    const twin = await startTestApp({ env: { DEMO: 'true' } });
    await seedDemo(twin, { shopPort: 1 });
    // Dates stand in some texts, as numbers; they follow the day on which the story is told.
    const told = ({ database }: TestApp) =>
      database.query(
        `SELECT regexp_replace(subject, '[0-9].*', '') AS subject, status, priority, c.name, s.name AS assignee FROM tickets t
         JOIN customers c ON c.id = t.customer_id LEFT JOIN staff s ON s.id = t.assignee_id ORDER BY 1, 2, 3, 4, 5`,
      );
    const [first, second] = [await told(desk), await told(twin)];
    await twin.close();
    expect(second).toEqual(first);
  }, 60_000);

  it('goes on by the front door: a waiting customer is answered, the case handed over, resolved and looked up', async () => {
    const [waiting] = await cases(`t.status = 'open' AND t.assignee_id IS NOT NULL AND t.next_due_at > desk_now()`);
    if (!waiting) throw new Error('nobody waits');
    const { email } = (await desk.database.one<{ email: string }>('SELECT email FROM staff WHERE id = $1', [
      waiting.assignee,
    ])) as { email: string };
    const password = seeded.logins.find((login) => login.email === email)?.password;
    const login = await desk.http.post('/api/sessions').send({ email, password }).expect(201);
    const cookie = String(login.headers['set-cookie']?.[0]).split(';')[0] as string;
    const agent = await connectAgent(desk, { cookie });
    const { conversationId } = waiting;
    await agent.call('message.send', { conversationId, clientMessageId: randomUUID(), body: '已经查到了，请稍等。' });
    await desk.settle();
    const staff = await signIn(desk, { id: waiting.assignee });
    const read = async () => (await staff.http.get(`/api/tickets/${waiting.number}`)).body;
    expect((await read()).nextDueAt).toBeUndefined();
    const technical = await desk.database.one<{ id: string }>(`SELECT id FROM teams WHERE key = 'technical'`);
    await staff.http
      .post(`/api/tickets/${waiting.number}/assignments`)
      .send({ teamId: technical?.id, note: '请核对一下' })
      .expect(201);
    await staff.http.post(`/api/tickets/${waiting.number}/accesses`).send({ reason: '想看后来怎么样了' });
    await desk.settle();
    expect((await read()).nextDueAt).toBeDefined();
    await desk.http
      .post('/api/status/lookups')
      .send({ number: waiting.number.toLowerCase(), factor: waiting.phone.slice(-4) })
      .expect(200);
    agent.close();
  });

  it('lets a customer see their own matters, and open again what was resolved', async () => {
    const [resolved] = await cases(`t.status = 'resolved'`);
    if (!resolved) throw new Error('nothing is resolved');
    const site = { key: seeded.siteKey, identitySecret: seeded.siteSecret };
    const widget = await connectWidget(desk, { site });
    const token = await identityToken(desk, site, { sub: resolved.externalId, name: resolved.name });
    const { conversations } = await widget.call('identify', { token });
    expect(conversations.map(({ id }) => id)).toContain(resolved.conversationId);
    const { entries } = await widget.call('conversation.catch_up', {
      conversationId: resolved.conversationId,
      afterSeq: 0,
    });
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    await widget.say(resolved.conversationId, '还是没有到');
    await desk.settle();
    const [row] = await desk.database.query('SELECT status FROM tickets WHERE number = $1', [resolved.number]);
    expect(row).toEqual({ status: 'open' });
    widget.close();
  });

  it('hands out the files that were sent', async () => {
    const [file] = await desk.database.query<{ id: string; size: number }>('SELECT id, size FROM attachments LIMIT 1');
    if (!file) throw new Error('no files');
    const answer = await desk.http.get(desk.get(EntryPresenter).fileUrl(file.id)).expect(200);
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.body).toHaveLength(file.size);
  });
});
