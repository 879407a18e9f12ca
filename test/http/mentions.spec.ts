import type { NoticeView } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type AgentClient, connectAgent } from '../support/clients.js';
import { type BuiltStaff, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

describe('a colleague who is mentioned in a note', () => {
  let desk: TestApp;
  let lin: SignedIn;
  let ticket: BuiltTicket;
  /** Of another team. */
  let grace: BuiltStaff;
  let hers: SignedIn;
  let gone: BuiltStaff;
  let screen: AgentClient;

  beforeAll(async () => {
    desk = await startTestApp();
    const team = await buildTeam(desk, { key: 'frontline' });
    lin = await signIn(desk, await buildStaff(desk, { teams: [team], name: '林晓' }));
    grace = await buildStaff(desk, { teams: [await buildTeam(desk)], name: '曾雨' });
    hers = await signIn(desk, grace);
    gone = await buildStaff(desk, { name: '已离职' });
    await desk.database.query('UPDATE staff SET disabled_at = desk_now() WHERE id = $1', [gone.id]);
    ticket = await buildTicket(desk, { site: await buildSite(desk) });
    await desk.settle();
    screen = await connectAgent(desk, lin);
  });
  afterAll(async () => {
    screen.close();
    await desk.close();
  });

  const noticesOf = async ({ http }: SignedIn): Promise<NoticeView[]> => (await http.get('/api/notices')).body.items;
  const note = (mentions: string[], clientMessageId = newId(), body = '@曾雨 请看一下流水') =>
    screen.ask('note.add', { conversationId: ticket.conversationId, clientMessageId, body, mentions });

  it('is found by name, pinyin and first letters, unless they have left', async () => {
    const { body } = await lin.http.get('/api/colleagues').expect(200);
    const spelled = body.items.map(({ name, pinyin, initials }: Record<string, string>) => [name, pinyin, initials]);
    expect(spelled).toContainEqual(['曾雨', 'zengyu', 'zy']);
    expect(body.items.map(({ name }: { name: string }) => name)).not.toContain('已离职');
  });

  it('must work here: otherwise nothing is written, and nobody is told', async () => {
    for (const mentions of [[gone.id], [newId()], [grace.id, gone.id]])
      expect(await note(mentions)).toMatchObject({
        ok: false,
        error: { code: 'invalid_input', errors: [{ path: 'mentions' }] },
      });
    expect(await note(['曾雨'])).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    await desk.settle();
    expect(await noticesOf(hers)).toEqual([]);
    await hers.http.get(`/api/tickets/${ticket.number}`).expect(403);
  });

  it('sees the case, watches it and is told, once, however often the note is sent', async () => {
    const hersNow = await connectAgent(desk, hers);
    const id = newId();
    const first = await note([grace.id, lin.principal.staffId], id);
    expect(first).toMatchObject({
      ok: true,
      entry: {
        kind: 'note',
        data: { type: 'mentions', people: expect.arrayContaining([{ id: grace.id, name: '曾雨' }]) },
      },
    });
    expect(await note([grace.id], id)).toEqual(first);
    await hersNow.heard('entry.added', ({ entry }) => entry.kind === 'note');
    await desk.settle();
    expect(await noticesOf(hers)).toMatchObject([{ kind: 'mentioned', number: ticket.number, by: '林晓' }]);
    // Who mentions themselves hears nothing.
    expect(await noticesOf(lin)).toEqual([]);
    const { body } = await hers.http.get(`/api/tickets/${ticket.number}`).expect(200);
    expect(body).toMatchObject({ watching: true, allowed: { reply: true, edit: false } });
    const lists = await hers.http.get('/api/tickets?list=follow_up');
    expect(lists.body.items).toMatchObject([{ number: ticket.number }]);
    const timeline = (await lin.http.get(`/api/tickets/${ticket.number}/timeline`)).body.items;
    expect(timeline.filter(({ kind }: { kind: string }) => kind === 'mentioned')).toMatchObject([
      { actor: { name: '林晓' }, data: { names: ['曾雨'] }, customerVisible: false },
    ]);
    // What is kept are ids, whoever is named how in the words.
    expect(await note([grace.id], newId(), '再看一下')).toMatchObject({ ok: true });
    await desk.settle();
    expect(await noticesOf(hers)).toHaveLength(2);
    hersNow.close();
  });

  it('is nobody’s who does not see the case, and an @ in words to the customer is only words', async () => {
    const stranger = await signIn(desk, await buildStaff(desk, { teams: [await buildTeam(desk)] }));
    const outside = await connectAgent(desk, stranger);
    const { conversationId } = ticket;
    const body = '@曾雨 您好';
    expect(
      await outside.ask('note.add', { conversationId, clientMessageId: newId(), body, mentions: [grace.id] }),
    ).toMatchObject({ ok: false, error: { code: 'not_found' } });
    const told = (await noticesOf(hers)).length;
    expect(
      await screen.ask('message.send', { conversationId, clientMessageId: newId(), body, mentions: [grace.id] }),
    ).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
    await screen.call('message.send', { conversationId, clientMessageId: newId(), body });
    await desk.settle();
    expect(await noticesOf(hers)).toHaveLength(told);
    outside.close();
  });
});
