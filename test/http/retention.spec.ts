import type { RetentionRule, TicketStatus } from '../../src/contract/index.js';
import { Attachments, customerAuthor, Entries } from '../../src/conversations/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Storage } from '../../src/platform/storage/index.js';
import { formatNumber, Tickets } from '../../src/tickets/index.js';
import { RetentionJobs } from '../../src/tickets/upkeep/retention.jobs.js';
import { RetentionRuns } from '../../src/tickets/upkeep/retention-runs.service.js';
import { RetentionWork } from '../../src/tickets/upkeep/retention-work.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { PIXEL } from '../support/archive.js';
import { type BuiltStaff, buildCustomer, buildSite, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { openStatus } from '../support/status.js';
import { type BuiltTicket, buildTicket, type ConversationOptions } from '../support/tickets.js';

const DAY = 86_400_000;
const CANARY = '金丝雀';
const RULES: RetentionRule[] = [
  { category: 'earnings', closeAfterDays: 3, anonymiseAfterDays: 30, deleteAfterDays: 60 },
  { category: 'earnings', subCategory: 'payout_delay', closeAfterDays: 5 },
  { category: 'feature', anonymiseAfterDays: 40 },
];

describe('how long cases are kept', () => {
  let desk: TestApp;
  let site: { id: string };
  let team: { id: string };
  let staff: BuiltStaff;
  const cases = {} as Record<
    'plain' | 'resolved' | 'answered' | 'held' | 'busy' | 'linked' | 'source' | 'target' | 'other' | 'own' | 'unsorted',
    BuiltTicket
  >;
  let file: { storageKey: string };

  // A session ends long before a case does.
  const admin = async () => (await signIn(desk, staff)).http;
  const actor = () => ({ kind: 'staff' as const, id: staff.id });
  const move = (ticketId: string, ...way: TicketStatus[]) =>
    desk.database.transaction(async (tx) => {
      for (const to of way) await desk.get(Tickets).transition(tx, { ticketId, to, actor: actor(), because: 'set' });
    });
  const open = async (options: ConversationOptions & { subCategory?: string } = {}) => {
    const built = await buildTicket(desk, { site, says: `${CANARY}：货款没到，请看截图`, ...options });
    await desk.settle();
    return built;
  };
  const named = (name: string) =>
    buildCustomer(desk, { site, name: `${CANARY}${name}`, phone: '13800001234', email: `${CANARY}@shop.example` });
  const resolve = async ({ ticketId }: BuiltTicket) => {
    await desk.database.transaction((tx) =>
      desk
        .get(Tickets)
        .assign(tx, { ticketId, teamId: team.id, staffId: staff.id, actor: actor(), because: 'claimed' }),
    );
    await move(ticketId, 'resolved');
  };
  const stateOf = async ({ ticketId }: BuiltTicket) => {
    const row = await desk.database.one<{ status: string; anonymised: boolean }>(
      'SELECT status, anonymised_at IS NOT NULL AS anonymised FROM tickets WHERE id = $1',
      [ticketId],
    );
    if (!row) return 'gone';
    return row.anonymised ? 'anonymised' : row.status;
  };
  const states = async () =>
    Object.fromEntries(await Promise.all(Object.entries(cases).map(async ([name, one]) => [name, await stateOf(one)])));
  /** Everything that lies anywhere and tells of one of these; but for counters of requests, which last an hour. */
  const tracesOf = async (...words: string[]) => {
    const tables = await desk.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'rate_limits'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await desk.database.query(`SELECT 1 FROM "${name}" t WHERE t::text LIKE ANY($1) LIMIT 1`, [
        words.map((word) => `%${word}%`),
      ]);
      if (rows.length > 0) found.push(name);
    }
    return found;
  };
  const sums = () =>
    desk.database.query(`
      SELECT category, sub_category, nature, priority, status, tier, count(*)::int AS cases, sum(rating_score)::int AS stars,
             sum(extract(epoch FROM closed_at - opened_at))::int AS seconds, sum(cardinality(tags))::int AS tags,
             (SELECT sum(nudges)::int FROM tickets) AS nudges,
             (SELECT json_agg(json_build_array(kind, author_kind, count) ORDER BY kind, author_kind) FROM (
                SELECT kind, author_kind, count(*)::int FROM entries GROUP BY 1, 2) e) AS entries,
             (SELECT json_agg(json_build_array(kind, state, count) ORDER BY kind, state) FROM (
                SELECT kind, state, count(*)::int FROM clocks GROUP BY 1, 2) c) AS clocks,
             (SELECT json_agg(json_build_array(kind, count) ORDER BY kind) FROM (
                SELECT kind, count(*)::int FROM ticket_events GROUP BY 1) v) AS lines,
             (SELECT count(*)::int FROM call_back_requests) AS calls
        FROM tickets GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`);
  /** Time goes on, and the next night's run is done. */
  const nightIn = async (days: number) => {
    await desk.clock.advance(days * DAY);
    const { hour } = (await desk.database.one<{ hour: number }>(
      `SELECT extract(hour FROM desk_now() AT TIME ZONE 'Asia/Shanghai')::int AS hour`,
    )) ?? { hour: 12 };
    if (hour < 4) await desk.clock.advance(DAY / 4);
    await desk.get(RetentionJobs).lookAfter();
    await desk.settle();
    return (await (await admin()).get('/api/retention-runs').expect(200)).body.items[0];
  };

  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    staff = await buildStaff(desk, { role: 'admin', name: '陈小北', teams: [team as { id: string }] });
    cases.plain = await open({ customer: await named('林记') });
    cases.resolved = await open();
    cases.answered = await open();
    cases.held = await open({ customer: await named('官司') });
    cases.busy = await open();
    cases.linked = await open();
    const shared = await named('合并');
    cases.target = await open({ category: 'feature', customer: shared, says: `${CANARY}：直播卡顿` });
    cases.source = await open({ category: 'content', customer: await named('另一位') });
    cases.other = await open({ category: 'feature', customer: shared, says: '还没完的另一件事' });
    cases.own = await open({ subCategory: 'payout_delay' });
    cases.unsorted = await open({ category: undefined });
    await withEverything(cases.plain);
    await desk.settle();
  });
  afterAll(() => desk.close());

  /** Each kind of thing that a case leaves somewhere. */
  async function withEverything({ ticketId, conversationId, principal, number }: BuiltTicket) {
    const by = customerAuthor(principal);
    const { id } = await desk.get(Attachments).upload(by.principals, conversationId, `${CANARY}.png`, PIXEL);
    await desk
      .get(Entries)
      .post(by, { conversationId, kind: 'message', body: CANARY, clientMessageId: newId(), attachmentIds: [id] });
    file = (await desk.database.one<{ storageKey: string }>(
      'SELECT storage_key AS "storageKey" FROM attachments WHERE id = $1',
      [id],
    )) as typeof file;
    await (await admin()).post(`/api/tickets/${number}/notes`).send({ body: `${CANARY} 备注` });
    await (await admin()).post(`/api/tickets/${number}/feedback`).send({ kind: 'complaint' }).expect(201);
    const [topic, someone] = [newId(), await buildCustomer(desk, { site, name: '提意见的人' })];
    const letter = newId();
    const statements: [string, unknown[]][] = [
      [
        `INSERT INTO letters (id, kind, key, ticket_id, conversation_id, due_at) VALUES ($1, 'received', $2, $3, $4, desk_now())`,
        [letter, `test ${letter}`, ticketId, conversationId],
      ],
      [
        `INSERT INTO mails (id, key, to_name, to_address, subject, text, html, message_id) VALUES ($1, $2, $3, $3, $3, $3, $3, $2)`,
        [newId(), `letter ${letter} ${newId()}`, CANARY],
      ],
      [
        `INSERT INTO bot_model_calls (id, purpose, outcome, model, conversation_id, prompt, answer) VALUES ($1, 'answer', 'ok', 'm', $2, to_jsonb($3::text), $3)`,
        [newId(), conversationId, CANARY],
      ],
      [
        `UPDATE bot_dialogues SET form = jsonb_build_object('a', $2::text), page = $2 WHERE conversation_id = $1`,
        [conversationId, CANARY],
      ],
      [
        `INSERT INTO call_back_requests (ticket_id, conversation_id, phone) VALUES ($1, $2, $3)`,
        [ticketId, conversationId, CANARY],
      ],
      [
        `INSERT INTO article_tasks (id, kind, title, locale, ticket_id, created_by, created_by_name) VALUES ($1, 'ticket', $2, 'zh-CN', $3, $4, '')`,
        [newId(), CANARY, ticketId, staff.id],
      ],
      [`INSERT INTO ticket_watchers (ticket_id, staff_id, reason) VALUES ($1, $2, $3)`, [ticketId, staff.id, CANARY]],
      ['INSERT INTO feedback_topics (id) VALUES ($1)', [topic]],
      [
        `INSERT INTO feedback (id, topic_id, site_id, customer_id, kind, words, units, locale, way, once, ticket_id)
         VALUES ($1, $2, $3, $4, 'fault', '自己提的', '{}', 'zh-CN', 'page', $5, $6)`,
        [newId(), topic, site.id, someone.id, `page:${newId()}`, ticketId],
      ],
      [
        `INSERT INTO feedback_history (id, topic_id, kind, data) VALUES ($1, $2, 'case', jsonb_build_object('caseNumber', $3::text))`,
        [newId(), topic, number],
      ],
      [
        `UPDATE tickets SET rating_score = 4, rating_comment = $2, promise_basis = $2, nudges = 2, form = jsonb_build_object('order', $2::text) WHERE id = $1`,
        [ticketId, CANARY],
      ],
    ];
    for (const [text, values] of statements) await desk.database.query(text, values);
  }

  it.each([
    ['twice the same', [{ category: 'earnings' }, { category: 'earnings', closeAfterDays: 3 }]],
    ['too soon', [{ category: 'earnings', anonymiseAfterDays: 7 }]],
    ['deleted before anonymised', [{ category: 'earnings', anonymiseAfterDays: 90, deleteAfterDays: 60 }]],
    ['a sub-category of another', [{ category: 'earnings', subCategory: 'live_stutter', closeAfterDays: 3 }]],
    ['a sub-category of nothing', [{ category: null, subCategory: 'payout_delay' }]],
  ])('refuses rules: %s', async (_, rules) => {
    const http = await admin();
    await http.put('/api/retention-settings').send({ version: 1, settings: { rules } }).expect(400);
    await http.post('/api/retention-settings/previews').send({ settings: { rules } }).expect(400);
    expect((await http.get('/api/retention-settings')).body).toEqual({ version: 1, settings: { rules: [] } });
  });

  it('is for administrators, who see what another has changed meanwhile; nothing is done before somebody says so', async () => {
    const other = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [team] }));
    for (const path of ['settings', 'runs', 'holds']) await other.http.get(`/api/retention-${path}`).expect(403);
    expect(await desk.get(RetentionRuns).beginNight()).toBeUndefined();
    const http = await admin();
    await http.post('/api/retention-runs').expect(409);
    const saved = await http
      .put('/api/retention-settings')
      .send({ version: 1, settings: { rules: RULES } })
      .expect(200);
    expect(saved.body).toEqual({ version: 2, settings: { rules: RULES } });
    await http
      .put('/api/retention-settings')
      .send({ version: 1, settings: { rules: [] } })
      .expect(409);
  });

  it('closes what was left alone, and nothing else', async () => {
    const http = await admin();
    await move(cases.plain.ticketId, 'cancelled');
    for (const one of [cases.resolved, cases.answered, cases.own]) await resolve(one);
    for (const one of [cases.held, cases.linked, cases.unsorted]) await move(one.ticketId, 'cancelled');
    await http
      .post('/api/retention-holds')
      .send({ number: cases.held.number.toLowerCase(), reason: '诉讼' })
      .expect(201);
    await http.post(`/api/tickets/${cases.busy.number}/assignments`).send({ teamId: team.id, staffId: staff.id });
    await http.post(`/api/tickets/${cases.busy.number}/tasks`).send({ subject: '核对流水' }).expect(201);
    await move(cases.busy.ticketId, 'cancelled');
    await http
      .post(`/api/tickets/${cases.linked.number}/links`)
      .send({ kind: 'related', to: cases.other.number })
      .expect(201);
    await http.post(`/api/tickets/${cases.source.number}/merges`).send({ into: cases.target.number }).expect(201);
    await move(cases.target.ticketId, 'cancelled');
    await desk.settle();
    await desk.clock.advance(2 * DAY);
    await cases.answered.say('还是没到');
    await desk.settle();
    await desk.clock.advance(2 * DAY);
    const { body } = await (await admin())
      .post('/api/retention-settings/previews')
      .send({ settings: { rules: RULES } })
      .expect(200);
    expect(body.items[0]).toEqual({ cases: { close: 1, anonymise: 0, delete: 0 }, kept: 0 });
    const run = await nightIn(0);
    expect(run).toMatchObject({
      status: 'done',
      counts: [{ category: 'earnings', deed: 'close', cases: 1 }],
      kept: {},
    });
    expect(await states()).toMatchObject({ plain: 'cancelled', resolved: 'closed', answered: 'open', own: 'resolved' });
  });

  it('takes out whose it was and what was said', async () => {
    expect(await tracesOf(CANARY)).toEqual(
      expect.arrayContaining(['mails', 'bot_model_calls', 'ticket_words', 'entries']),
    );
    const [first, second] = await Promise.all([
      desk.get(RetentionRuns).beginNight(),
      desk.get(RetentionRuns).beginNight(),
    ]);
    expect([first, second]).toEqual([undefined, undefined]);
    const run = await nightIn(28);
    // What was resolved ended days later, when it was closed.
    expect(run.counts).toEqual([
      { category: 'earnings', deed: 'anonymise', cases: 1 },
      { category: 'earnings', subCategory: 'payout_delay', deed: 'close', cases: 1 },
    ]);
    expect(run.kept).toEqual({ held: 1, task_open: 1, linked_open: 1 });
    const kept = await (await admin()).get(`/api/retention-runs/${run.id}/kept`).expect(200);
    expect(kept.body.items).toEqual(
      expect.arrayContaining([
        { number: cases.held.number, deed: 'anonymise', reason: 'held' },
        { number: cases.busy.number, deed: 'anonymise', reason: 'task_open' },
        { number: cases.linked.number, deed: 'anonymise', reason: 'linked_open' },
      ]),
    );
    expect(await states()).toMatchObject({
      plain: 'anonymised',
      resolved: 'closed',
      held: 'cancelled',
      target: 'cancelled',
    });
    await expect(desk.get(Storage).get(file.storageKey)).rejects.toMatchObject({ code: 'not_found' });
    expect(await tracesOf(cases.plain.customer.name, cases.plain.customer.externalId ?? '')).toEqual([]);
    const said = await desk.database.query(
      `SELECT DISTINCT body, attachments FROM entries WHERE conversation_id = $1 AND body <> ''`,
      [cases.plain.conversationId],
    );
    expect(said).toEqual([{ body: '（内容已按保留期限清除）', attachments: [] }]);
    const lines = await desk.database.query(
      `SELECT 1 FROM ticket_events e WHERE ticket_id = $1 AND e::text LIKE '%${CANARY}%'`,
      [cases.plain.ticketId],
    );
    expect(lines).toEqual([]);
    for (const table of [
      'mails',
      'letters',
      'notices',
      'bot_model_calls',
      'bot_dialogues',
      'call_back_requests',
      'article_tasks',
      'feedback',
    ])
      expect([table, await desk.database.query(`SELECT 1 FROM ${table} t WHERE t::text LIKE '%${CANARY}%'`)]).toEqual([
        table,
        [],
      ]);
    const [row] = await desk.database.query(
      'SELECT rating_score AS stars, nudges, category, priority, number FROM tickets WHERE id = $1',
      [cases.plain.ticketId],
    );
    expect(row).toMatchObject({ stars: 4, nudges: 2, category: 'earnings', number: cases.plain.number });
    const given = await desk.database.query(
      `SELECT f.words, c.name, f.from_ticket_id AS "fromCase", f.ticket_id AS "became", t.people
         FROM feedback f JOIN feedback_topics t ON t.id = f.topic_id JOIN customers c ON c.id = f.customer_id ORDER BY f.way`,
    );
    expect(given).toEqual([
      { words: '…', name: '', fromCase: null, became: null, people: 1 },
      { words: '自己提的', name: '提意见的人', fromCase: null, became: null, people: 1 },
    ]);
    expect(await desk.database.query(`SELECT 1 FROM feedback_history WHERE data ? 'caseNumber'`)).toEqual([]);
  });

  it('changes no sum by anonymising alone, and takes all of a merged case, but nothing of anybody’s other matters', async () => {
    const target = (await openStatus(desk, cases.source.conversationId)).number;
    expect(target).toBe(cases.source.number);
    const http = await admin();
    await http
      .put('/api/retention-settings')
      .send({ version: 2, settings: { rules: RULES.slice(2) } })
      .expect(200);
    const before = await sums();
    const run = await nightIn(12);
    expect(run.counts).toEqual([{ category: 'feature', deed: 'anonymise', cases: 1 }]);
    expect(await sums()).toEqual(before);
    expect(await states()).toMatchObject({ target: 'anonymised', source: 'anonymised', other: 'new' });
    const words = await desk.database.query<{ body: string }>(
      `SELECT DISTINCT body FROM entries WHERE conversation_id = ANY($1::uuid[]) AND body <> ''`,
      [[cases.target.conversationId, cases.source.conversationId]],
    );
    expect(words).toEqual([{ body: '（内容已按保留期限清除）' }]);
    const [other] = await desk.database.query(
      'SELECT c.name, t.subject FROM tickets t JOIN customers c ON c.id = t.customer_id WHERE t.id = $1',
      [cases.other.ticketId],
    );
    expect(other).toEqual({ name: cases.other.customer.name, subject: '还没完的另一件事' });
    expect(await desk.database.query('SELECT 1 FROM customers WHERE id = $1', [cases.source.customer.id])).toEqual([]);
  });

  it('deletes what nobody needs, going on where it was cut off; the number is as one that never was', async () => {
    const http = await admin();
    await http
      .put('/api/retention-settings')
      .send({ version: 3, settings: { rules: RULES } })
      .expect(200);
    await http.delete(`/api/retention-holds/${cases.held.number}`).expect(204);
    await desk.database.query(`
      CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF OLD.number = '${cases.held.number}' THEN RAISE EXCEPTION 'the process ends here'; END IF; RETURN OLD; END $$`);
    await desk.database.query(
      'CREATE TRIGGER cut_off BEFORE DELETE ON tickets FOR EACH ROW EXECUTE FUNCTION cut_off()',
    );
    await desk.clock.advance(40 * DAY);
    const { body } = await (await admin()).post('/api/retention-runs').expect(201);
    await (await admin()).post('/api/retention-runs').expect(409);
    await expect(desk.settle()).rejects.toThrow('the process ends here');
    expect(await desk.get(RetentionRuns).beginNight()).toBeUndefined();
    await desk.database.query('DROP TRIGGER cut_off ON tickets');
    expect(await Promise.all([1, 2].map(() => desk.get(RetentionWork).work(body.id)))).toEqual([false, false]);
    await desk.get(RetentionJobs).lookAfter();
    await desk.settle();
    const [run] = (await (await admin()).get('/api/retention-runs')).body.items.filter(
      ({ id }: { id: string }) => id === body.id,
    );
    expect(run).toMatchObject({ status: 'done', startedBy: '陈小北', kept: { task_open: 1, linked_open: 1 } });
    expect(run.counts).toContainEqual({ category: 'earnings', deed: 'delete', cases: 3 });
    expect(await states()).toMatchObject({
      plain: 'gone',
      resolved: 'gone',
      held: 'gone',
      own: 'closed',
      unsorted: 'cancelled',
      target: 'anonymised',
    });
    expect(
      await tracesOf(
        cases.plain.ticketId,
        cases.plain.conversationId,
        cases.held.customer.name,
        cases.held.customer.id,
      ),
    ).toEqual([]);
    const never = formatNumber(700_000_000n);
    const [gone, absent] = await Promise.all(
      [cases.held.number, never].map(async (number) => {
        const answer = await desk.http.get(`/status/${number}?key=x`);
        const api = await (await admin()).get(`/api/tickets/${number}`);
        return [answer.status, answer.text.replaceAll(number, ''), api.status, api.body.code];
      }),
    );
    expect(gone).toEqual(absent);
  });

  /** A table that is new here says by a reference that cascades, or in the eraser of its room, how its part of a case goes. */
  it('knows every table that keeps something of a case', async () => {
    const kept = await desk.database.query<{ place: string }>(`
      SELECT c.table_name || '.' || c.column_name AS place FROM information_schema.columns c
        JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
         AND c.column_name IN ('ticket_id', 'conversation_id', 'entry_id', 'from_ticket_id')
         AND NOT EXISTS (
           SELECT FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
            WHERE k.contype = 'f' AND k.confdeltype IN ('c', 'n') AND k.conrelid = c.table_name::regclass AND a.attname = c.column_name)
       ORDER BY 1`);
    expect(kept.map(({ place }) => place)).toEqual([
      'attachments.conversation_id',
      'attachments.entry_id',
      'bot_answers.conversation_id',
      'bot_answers.entry_id',
      'bot_dialogues.conversation_id',
      'bot_flags.conversation_id',
      'bot_flags.entry_id',
      'bot_look_up_calls.conversation_id',
      'bot_model_calls.conversation_id',
      'bot_model_calls.ticket_id',
      'bot_writing.conversation_id',
      'case_import_rows.ticket_id',
      'conversation_grants.conversation_id',
      'entries.conversation_id',
      'read_states.conversation_id',
      'said_due.conversation_id',
      'said_words.conversation_id',
      'work_in_hand.ticket_id',
    ]);
  });
});
