import { newId } from '../../src/platform/clock/index.js';
import { Onlookers } from '../../src/realtime/onlookers.service.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type AgentClient, connectAgent } from '../support/clients.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';
import { until } from '../support/until.js';

/** Two of the staff at one case. */
describe('a reply onto a case that changed since it was read', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };
  let lin: SignedIn;
  let chen: SignedIn;
  let screen: AgentClient;
  let ticket: BuiltTicket;

  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    lin = await signIn(desk, await buildStaff(desk, { teams: [team], name: '林晓' }));
    chen = await signIn(desk, await buildStaff(desk, { teams: [team], name: '陈静' }));
    screen = await connectAgent(desk, chen);
  });
  afterAll(async () => {
    screen.close();
    await desk.close();
  });
  beforeEach(async () => {
    ticket = await buildTicket(desk, { site });
  });

  const entriesOf = async (at: AgentClient) =>
    (await at.call('conversation.catch_up', { conversationId: ticket.conversationId, afterSeq: 0 })).entries;
  const lastSeq = async () => (await entriesOf(screen)).at(-1)?.seq ?? 0;
  const send = (seenSeq: number | undefined, clientMessageId = newId(), body = '马上为您处理') =>
    screen.ask('message.send', { conversationId: ticket.conversationId, clientMessageId, body, seenSeq });
  const note = (body: string) =>
    lin.http &&
    connectAgent(desk, lin).then(async (at) => {
      await at.call('note.add', { conversationId: ticket.conversationId, clientMessageId: newId(), body });
      at.close();
    });

  it.each<[what: string, asked: boolean, come: () => Promise<unknown>]>([
    ['nothing', false, async () => undefined],
    ['words of the customer', true, () => ticket.say('还在吗')],
    ['an answer of a colleague', true, () => ticket.reply(lin.principal, '我来处理')],
    ['one’s own answer', false, () => ticket.reply(chen.principal, '请稍等')],
    ['a colleague’s note', false, () => note('先核对流水')],
    [
      'a case given to somebody',
      false,
      () =>
        lin.http
          .post(`/api/tickets/${ticket.number}/assignments`)
          .send({ teamId: team.id, staffId: lin.principal.staffId })
          .expect(201),
    ],
    [
      'the end of the case',
      true,
      async () => {
        await desk.database.query(`UPDATE tickets SET status = 'open', assignee_id = $2 WHERE id = $1`, [
          ticket.ticketId,
          lin.principal.staffId,
        ]);
        await lin.http.post(`/api/tickets/${ticket.number}/transitions`).send({ to: 'cancelled' }).expect(201);
      },
    ],
  ])('%s since: asked first %s', async (_, asked, come) => {
    const seen = await lastSeq();
    await come();
    const before = await lastSeq();
    const id = newId();
    const answer = await send(seen, id);
    if (!asked) {
      expect(answer).toMatchObject({ ok: true, entry: { seq: before + 1 } });
      return;
    }
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'case_changed', status: 409, detail: expect.any(String) },
    });
    // Nothing was stored, no number is missing, and the way out is to have seen it.
    expect(await lastSeq()).toBe(before);
    expect(await send(before, id)).toMatchObject({ ok: true, entry: { seq: before + 1, clientMessageId: id } });
  });

  it('goes whatever has come when its sender does not say what they have seen, or says more than there is', async () => {
    const seen = await lastSeq();
    await ticket.say('还在吗');
    expect(await send(undefined)).toMatchObject({ ok: true });
    expect(await send(seen + 100)).toMatchObject({ ok: true });
    expect(await send(-1)).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it('is answered again as before when it is sent again, though others have spoken meanwhile', async () => {
    const seen = await lastSeq();
    const id = newId();
    const first = await send(seen, id);
    await ticket.reply(lin.principal, '我也看看');
    expect(await send(seen, id)).toEqual(first);
  });

  it('is decided where it is posted: of many at the same time the first goes, and whoever has not read it is asked', async () => {
    const seen = await lastSeq();
    const other = await connectAgent(desk, lin);
    const replies = Array.from({ length: 40 }, (_, n) =>
      (n % 2 === 0 ? screen : other).ask('message.send', {
        conversationId: ticket.conversationId,
        clientMessageId: newId(),
        body: `回复 ${n}`,
        seenSeq: seen,
      }),
    );
    const answers = await Promise.all(replies);
    const went = answers.flatMap((answer) => (answer.ok ? answer.entry.author.name : []));
    expect(new Set(went).size).toBe(1);
    expect(went).toHaveLength(20);
    expect(answers.flatMap((answer) => (answer.ok ? [] : answer.error.code))).toEqual(Array(20).fill('case_changed'));
    // Own ones between them ask for nothing, and no number is missing.
    expect((await entriesOf(screen)).map(({ seq }) => seq)).toEqual(Array.from({ length: seen + 20 }, (_, n) => n + 1));
    other.close();
  });

  it('waits for what is being written at this moment, and sees it', async () => {
    const seen = await lastSeq();
    let answer: ReturnType<typeof send> | undefined;
    await desk.database.transaction(async (tx) => {
      // The customer’s message is on its way: its numbers are taken, and nobody else sees it yet.
      await tx.query('UPDATE conversations SET seq = seq + 1, customer_seq = customer_seq + 1 WHERE id = $1', [
        ticket.conversationId,
      ]);
      await tx.query(
        `INSERT INTO entries (id, conversation_id, seq, customer_seq, kind, author_kind, author_id, author_name, channel, body)
         SELECT $2, id, seq, customer_seq, 'message', 'customer', customer_id, '', 'widget', '等一下' FROM conversations WHERE id = $1`,
        [ticket.conversationId, newId()],
      );
      answer = send(seen);
      await until(
        async () =>
          (
            await desk.database.query(`SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%post_entry%' OR
            wait_event_type = 'Lock' AND query LIKE '%WITH files AS%'`)
          ).length > 0,
        'a reply that waits',
      );
    });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'case_changed' } });
  });

  it('shows who else is there, and who is typing, to those who are', async () => {
    const { conversationId } = ticket;
    const other = await connectAgent(desk, lin);
    expect(await screen.call('conversation.attend', { conversationId })).toMatchObject({
      onlookers: [{ name: '陈静' }],
    });
    await other.call('conversation.attend', { conversationId });
    const named = (name: string, isTyping: boolean) =>
      expect.objectContaining({ onlookers: expect.arrayContaining([expect.objectContaining({ name, isTyping })]) });
    await screen.heard('onlookers.changed', ({ onlookers }) => onlookers.length === 2);
    await other.call('typing', { conversationId, isTyping: true });
    await screen.heard('onlookers.changed', ({ onlookers }) => onlookers.some(({ isTyping }) => isTyping));
    expect(screen.of('onlookers.changed').at(-1)).toEqual(named('林晓', true));
    await other.call('typing', { conversationId, isTyping: false });
    await until(
      () =>
        screen
          .of('onlookers.changed')
          .at(-1)
          ?.onlookers.every(({ isTyping }) => !isTyping),
      'a pause',
    );
    const told = other.of('onlookers.changed').length;
    // On to another case: gone from this one, and told nothing more of it.
    await other.call('conversation.attend', { conversationId: (await buildTicket(desk, { site })).conversationId });
    await until(() => screen.of('onlookers.changed').at(-1)?.onlookers.length === 1, 'one who left');
    await screen.call('typing', { conversationId, isTyping: true });
    await other.call('conversation.attend', { conversationId: null });
    expect(
      other
        .of('onlookers.changed')
        .slice(told)
        .every((push) => push.conversationId !== conversationId),
    ).toBe(true);
    await other.call('conversation.attend', { conversationId });
    await until(() => screen.of('onlookers.changed').at(-1)?.onlookers.length === 2, 'one who came back');
    const stranger = await signIn(desk, await buildStaff(desk, { teams: [await buildTeam(desk)] }));
    const outside = await connectAgent(desk, stranger);
    expect(await outside.ask('conversation.attend', { conversationId })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
    for (const client of [other, outside]) client.close();
  });

  it('shows nobody more who may see it no more: grants change by themselves, so it is looked for now and then', async () => {
    const { conversationId } = ticket;
    const here = { url: desk.urls.webs[0] as string };
    const elsewhere = await buildTeam(desk);
    const admin = await signIn(desk, await buildStaff(desk, { teams: [elsewhere], role: 'admin' }));
    const [loses, keeps] = [await connectAgent(here, lin), await connectAgent(here, admin)];
    for (const client of [loses, keeps]) await client.call('conversation.attend', { conversationId });
    await loses.heard('onlookers.changed', ({ onlookers }) => onlookers.length === 2);
    await admin.http.post(`/api/tickets/${ticket.number}/assignments`).send({ teamId: elsewhere.id }).expect(201);
    const heard = loses.of('onlookers.changed').length;
    await desk.get(Onlookers).round();
    await until(() => keeps.of('onlookers.changed').at(-1)?.onlookers.length === 1, 'one who is gone');
    expect(loses.of('onlookers.changed')).toHaveLength(heard);
    for (const client of [loses, keeps]) client.close();
  });
});
