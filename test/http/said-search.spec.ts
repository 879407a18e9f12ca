import type { SaidView, TicketListItemView } from '../../src/contract/index.js';
import { BOT, Entries } from '../../src/conversations/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { CommonWords } from '../../src/tickets/search/common-words.service.js';
import { SaidIndex } from '../../src/tickets/search/said/said-index.service.js';
import { TextMatches } from '../../src/tickets/search/text-matches.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { type BuiltTicket, buildConversation, buildTicket } from '../support/tickets.js';

describe('searching for what was said', () => {
  let desk: TestApp;
  let site: { id: string };
  let own: BuiltTeam;
  let other: BuiltTeam;
  let agent: SignedIn;
  let stranger: SignedIn;
  let admin: SignedIn;

  beforeAll(async () => {
    desk = await startTestApp();
    site = await buildSite(desk);
    own = await buildTeam(desk, { key: 'frontline' });
    other = await buildTeam(desk);
    agent = await signIn(desk, await buildStaff(desk, { name: '陈晨', teams: [own] }));
    stranger = await signIn(desk, await buildStaff(desk, { teams: [other] }));
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
  });
  afterAll(() => desk.close());

  /** Carries all events, and writes down what they bring. */
  const settle = async () => {
    await desk.settle();
    while ((await desk.get(SaidIndex).runOnce()) > 0);
  };
  const ask = async (who: SignedIn, q: string, rest: object = {}): Promise<TicketListItemView[]> => {
    const { body } = await who.http
      .get('/api/tickets/search')
      .query({ q, ...rest })
      .expect(200);
    const { body: counted } = await who.http
      .get('/api/tickets/search/count')
      .query({ q, ...rest })
      .expect(200);
    expect(counted).toEqual({ count: body.items.length });
    return body.items;
  };
  const found = async (who: SignedIn, q: string, rest?: object) =>
    (await ask(who, q, rest)).map(({ number }) => number).sort();
  const note = async (ticket: BuiltTicket, body: string) => {
    await desk.database.transaction((tx) =>
      desk.get(Entries).add(tx, {
        conversationId: ticket.conversationId,
        kind: 'note',
        author: { kind: 'staff', id: agent.principal.staffId, name: '陈晨' },
        body,
        channel: 'console',
      }),
    );
  };
  const shown = (said: SaidView | undefined) => {
    let text = said?.text ?? '';
    for (const { from, to } of said?.marks.toReversed() ?? [])
      text = `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
    return text;
  };

  it('finds two characters and whole words, in whatever width and case, of customer, staff, bot and notes', async () => {
    const talk = await buildConversation(desk, { site, says: '你好，我想问问' });
    await desk.database.transaction((tx) =>
      desk.get(Entries).add(tx, {
        conversationId: talk.conversationId,
        kind: 'message',
        author: BOT,
        body: '请先看看橱窗说明',
      }),
    );
    const ticket = await buildTicket(desk, { site, says: '上周的佣金少了，单号ＡＢ９９' });
    const { body: given } = await admin.http.get(`/api/tickets/${ticket.number}`).expect(200);
    expect(given.subject).toContain('佣金');
    await ticket.say('My INVOICE please\n以及税务登记');
    await ticket.reply(agent.principal, '已经为您核实，是弹幕活动的结算差异');
    await note(ticket, '怀疑是推流侧的问题，别告诉客户');
    await settle();

    const passages: [q: string, passage: string, kind: string][] = [
      ['税务', 'My INVOICE please 以及[税务]登记', 'message'],
      ['invoice', 'My [INVOICE] please 以及税务登记', 'message'],
      ['登记 Ｉｎｖｏｉｃｅ', 'My [INVOICE] please 以及税务[登记]', 'message'],
      ['ab99', '上周的佣金少了，单号[ＡＢ９９]', 'message'],
      ['弹幕', '已经为您核实，是[弹幕]活动的结算差异', 'message'],
      ['推流', '怀疑是[推流]侧的问题，别告诉客户', 'note'],
    ];
    for (const [q, passage, kind] of passages) {
      const [item, ...rest] = await ask(agent, q);
      expect({ q, number: item?.number, passage: shown(item?.said), kind: item?.said?.kind, rest }).toEqual({
        q,
        number: ticket.number,
        passage,
        kind,
        rest: [],
      });
    }
    expect((await ask(agent, '推流'))[0]?.said).toMatchObject({ authorKind: 'staff', authorName: '陈晨' });
    // By its number alone there is nothing to show of the thread.
    expect((await ask(agent, ticket.number))[0]).not.toHaveProperty('said');
    // All words in one message: these stand in two.
    expect(await found(agent, '税务 弹幕')).toEqual([]);
    expect(await found(agent, '%')).toEqual([]);
    expect(await found(agent, '推流', { status: 'closed' })).toEqual([]);

    // Of a talk with the bot nobody finds anything, until it becomes a case.
    expect(await found(admin, '橱窗')).toEqual([]);
    const became = await buildTicketOf(talk.conversationId);
    await settle();
    expect(await found(admin, '橱窗')).toEqual([became]);
    expect((await ask(admin, '橱窗'))[0]?.said).toMatchObject({ authorKind: 'bot', text: '请先看看橱窗说明' });
  });

  const buildTicketOf = async (conversationId: string): Promise<string> => {
    const { number } = await desk.database.transaction((tx) =>
      desk.get(Tickets).openForConversation(tx, { conversationId, reason: 'person_requested' }),
    );
    return number;
  };

  it('shows each only what they may see', async () => {
    const ticket = await buildTicket(desk, { site, says: '粉丝数突然下降' });
    await note(ticket, '内部口令 canary-only-staff');
    await settle();
    for (const q of ['粉丝', 'canary-only-staff']) {
      expect(await found(agent, q)).toEqual([ticket.number]);
      expect(await found(admin, q)).toEqual([ticket.number]);
      expect(await found(stranger, q)).toEqual([]);
    }
    await stranger.http.post(`/api/tickets/${ticket.number}/accesses`).send({ reason: '客户来电' });
    expect(await found(stranger, '粉丝')).toEqual([ticket.number]);
    await desk.database.query('DELETE FROM ticket_watchers');
    expect(await found(stranger, '粉丝')).toEqual([]);
    await desk.database.query('UPDATE tickets SET team_id = $1 WHERE id = $2', [other.id, ticket.ticketId]);
    expect(await found(agent, '粉丝')).toEqual([]);
    expect(await found(stranger, '粉丝')).toEqual([ticket.number]);
  });

  it('finds what was said in a case that was merged in the one that has its thread now', async () => {
    const source = await buildTicket(desk, { site, says: '连麦的时候声音断断续续' });
    const target = await buildTicket(desk, { site, says: '直播没有声音' });
    await settle();
    expect(await found(admin, '断断续续')).toEqual([source.number]);
    const { body: seen } = await admin.http.get(`/api/tickets/${source.number}`).expect(200);
    await admin.http
      .post(`/api/tickets/${source.number}/merges`)
      .send({ into: target.number, version: seen.version })
      .expect((answer) => expect(answer.status).toBeLessThan(300));
    await source.say('现在回放也断断续续的');
    await settle();
    const items = await ask(admin, '断断续续');
    const ofTarget = items.find(({ number }) => number === target.number);
    expect(shown(ofTarget?.said)).toBe('现在回放也[断断续续]的');
    // The merged one is there by its subject alone.
    expect(items.find(({ number }) => number === source.number)?.said).toBeUndefined();
  });

  it('forgets at once what is taken back, and whatever was being written down meanwhile', async () => {
    const ticket = await buildTicket(desk, { site, says: '我的优惠券在哪' });
    await ticket.say('银行卡号是六二二二零零');
    await ticket.say('身份证号是一一零一零五');
    await settle();
    expect(await found(admin, '六二二二')).toEqual([ticket.number]);
    // Somebody is reading the thread at this moment to write it down, and has its old words.
    await ticket.say('刚才发错了');
    await desk.settle();
    const stale = await desk.database.query<{ words: string; seq: number }>(
      `SELECT seq, words FROM said_words WHERE conversation_id = $1 AND words LIKE '%六二二二%'`,
      [ticket.conversationId],
    );
    await desk.database.query(
      `UPDATE entries SET body = '［已撤回］' WHERE conversation_id = $1 AND body LIKE '%六二二二%'`,
      [ticket.conversationId],
    );
    expect(await found(admin, '六二二二')).toEqual([]);
    await desk.database.query('INSERT INTO said_words (conversation_id, seq, words) VALUES ($1, $2, $3)', [
      ticket.conversationId,
      stale[0]?.seq,
      stale[0]?.words,
    ]);
    await settle();
    expect(await desk.database.query(`SELECT 1 AS left FROM said_words WHERE words LIKE '%六二二二%'`)).toEqual([]);
    expect(await found(admin, '已撤回')).toEqual([ticket.number]);
    expect(await found(admin, '发错了')).toEqual([ticket.number]);
    await desk.database.query(`DELETE FROM entries WHERE conversation_id = $1 AND body LIKE '身份证%'`, [
      ticket.conversationId,
    ]);
    expect(await found(admin, '身份证')).toEqual([]);
    await settle();
    expect(await found(admin, '身份证')).toEqual([]);
  });

  it('takes up what there was before, in slices, from wherever it broke off; and what was overlooked', async () => {
    const tickets: BuiltTicket[] = [];
    for (let n = 0; n < 3; n += 1) tickets.push(await buildTicket(desk, { site, says: `资质审核第${n}次` }));
    const long = tickets[0] as BuiltTicket;
    await desk.database.query(
      `INSERT INTO entries (id, conversation_id, seq, customer_seq, kind, author_kind, author_name, channel, body)
       SELECT gen_random_uuid(), $1, 100 + n, 100 + n, 'message', 'customer', '客户', 'widget', '样品寄到哪里 ' || n
       FROM generate_series(1, 120) n`,
      [long.conversationId],
    );
    await settle();
    await desk.database.query('DELETE FROM said_words');
    expect(await found(admin, '寄到哪里 97')).toEqual([]);
    // As the migration leaves it.
    await desk.database.query(
      'INSERT INTO said_due (conversation_id) SELECT conversation_id FROM ticket_conversations',
    );
    const index = desk.get(SaidIndex);
    await index.runOnce();
    const part = await desk.database.query<{ entries: number }>(
      'SELECT count(*)::int AS entries FROM said_words WHERE conversation_id = $1',
      [long.conversationId],
    );
    expect(part[0]?.entries).toBe(50);
    while ((await index.runOnce()) > 0);
    expect(await found(admin, '寄到哪里 97')).toEqual([long.number]);
    expect(await found(admin, '资质审核')).toEqual(tickets.map(({ number }) => number).sort());
    const [all] = await desk.database.query(
      `SELECT (SELECT count(*)::int FROM said_words) AS written, (SELECT count(*)::int FROM entries e
         JOIN ticket_conversations tc ON tc.conversation_id = e.conversation_id WHERE kind <> 'system' AND body <> '') AS said`,
    );
    expect(all?.written).toBe(all?.said);

    await desk.database.query('DELETE FROM said_words WHERE conversation_id = $1 AND seq >= 220', [
      long.conversationId,
    ]);
    expect(await found(admin, '寄到哪里 120')).toEqual([]);
    await index.noteMissed();
    await settle();
    expect(await found(admin, '寄到哪里 120')).toEqual([long.number]);
  });

  it('goes through the tickets in order when a word stands almost everywhere', async () => {
    const ticket = await buildTicket(desk, { site, says: '类目怎么改' });
    await desk.database.query(
      `INSERT INTO said_words (conversation_id, seq, words)
       SELECT $1, 1000 + n, ' 泛滥词语 ' || n FROM generate_series(1, 20100) n`,
      [ticket.conversationId],
    );
    expect(await found(agent, '泛滥词语')).toEqual([ticket.number]);
    expect(await found(stranger, '泛滥词语')).toEqual([]);
    // Of two characters it is known beforehand.
    await desk.database.query('ANALYZE said_words');
    const common = new CommonWords(desk.database);
    expect(await common.rowsOf('said_words_bigrams', '泛滥')).toBeGreaterThan(20_000);
    expect(await common.rowsOf('said_words_bigrams', '类目')).toBe(0);
    expect(await new TextMatches(desk.database, common).of('泛滥')).toEqual({ words: ['%泛滥%'] });
    await desk.database.query('DELETE FROM said_words WHERE conversation_id = $1', [ticket.conversationId]);
  });

  it('asks nothing of who posts: no trigger on what is posted, and one event as ever', async () => {
    const triggers = await desk.database.query<{ on: string }>(
      `SELECT string_agg(event_manipulation, ' ' ORDER BY event_manipulation) AS "on" FROM information_schema.triggers
       WHERE event_object_table = 'entries' AND trigger_name NOT LIKE 'RI_%'`,
    );
    expect(triggers).toEqual([{ on: 'DELETE UPDATE' }]);
    const ticket = await buildTicket(desk, { site });
    await settle();
    const before = await desk.database.query('SELECT 1 AS due FROM said_due');
    await ticket.say('再问一句');
    expect(await desk.database.query('SELECT 1 AS due FROM said_due')).toEqual(before);
  });
});
