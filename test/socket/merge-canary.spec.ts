import { WriteDueLetters } from '../../src/notifications/index.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent, connectWidget, type WidgetClient } from '../support/clients.js';
import { type BuiltSite, buildSite, buildTeam, identityToken } from '../support/factories.js';
import { startMailServer, type TestMailServer } from '../support/mail-server.js';
import { type AgentAtWork, agentAtWork } from '../support/rescue.js';

/** One of the two customers, with the words by which anything of theirs is known. */
interface Party {
  client: WidgetClient;
  conversationId: string;
  number: string;
  email: string;
  /** What nobody but them, or nobody but colleagues, may ever read. */
  secrets: string[];
}

describe('two customers of one case', () => {
  let desk: TestApp;
  let mail: TestMailServer;
  let site: BuiltSite;
  let chen: AgentAtWork;
  const open: { close(): void }[] = [];

  beforeAll(async () => {
    mail = await startMailServer();
    desk = await startTestApp({
      env: { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: '长明 <desk@shop.example>' },
    });
    site = await buildSite(desk);
    const team = await buildTeam(desk, { key: 'frontline' });
    chen = await agentAtWork(desk, { name: '陈小北', teams: [team], presence: 'busy', capacity: 50 });
  });
  afterAll(async () => {
    for (const client of open) client.close();
    await desk.close();
    await mail.close();
  });

  const staff = (number: string, what: string, body: object) =>
    chen.http.post(`/api/tickets/${number}/${what}`).send(body);
  const pass = async (milliseconds: number) => {
    await desk.settle();
    await desk.clock.advance(milliseconds);
    await desk.get(Jobs).add(WriteDueLetters, {});
    await desk.settle();
  };

  /** Says, writes and is written about in words of its own. */
  async function party(mark: string): Promise<Party> {
    const client = await connectWidget(desk, { site });
    open.push(client);
    const email = `${mark.toLowerCase()}@shop.example`;
    const claims = {
      sub: mark,
      name: `${mark}-name`,
      email,
      shop: { id: `shop-${mark}`, name: `${mark}-shop`, tier: 'standard' },
    };
    await client.call('identify', { token: await identityToken(desk, site, claims) });
    const conversationId = await client.begin(`${mark}-message`, 'earnings');
    const { conversation } = await client.call('person.request', { conversationId });
    await desk.settle();
    const number = conversation.ticket?.number ?? '';
    await staff(number, 'assignments', { teamId: chen.teamIds[0], staffId: chen.id }).expect(201);
    const { body: ticket } = await chen.http.get(`/api/tickets/${number}`).expect(200);
    await chen.http
      .patch(`/api/tickets/${number}`)
      .send({
        version: ticket.version,
        subject: `${mark}-subject`,
        subCategory: 'payout_delay',
        form: { order_number: `${mark}77` },
        tags: [`${mark}-tag`],
      })
      .expect(200);
    const agent = await connectAgent(desk, chen);
    open.push(agent);
    const send = (event: 'note.add' | 'message.send', body: string) =>
      agent.call(event, { conversationId, clientMessageId: crypto.randomUUID(), body });
    await send('note.add', `${mark}-note`);
    await send('message.send', `${mark}-answer`);
    const promise = {
      promisedAt: new Date(desk.clock.now().getTime() + 7_200_000).toISOString(),
      basis: `${mark}-basis`,
    };
    await staff(number, 'promises', promise).expect(201);
    await staff(number, 'tasks', { subject: `${mark}-task` }).expect(201);
    await desk.settle();
    return { client, conversationId, number, email, secrets: [mark, number] };
  }

  /** Everything that has reached, or can be fetched by, this customer. */
  async function allOf({ client, conversationId, number, email }: Party): Promise<string> {
    const { entries } = await client.call('conversation.catch_up', { conversationId, afterSeq: 0 });
    const resumed = await client.call('session.resume', {});
    const lists = await Promise.all(
      (['own', 'shop'] as const).flatMap((of) =>
        (['active', 'done'] as const).map((state) => client.call('cases.list', { of, state })),
      ),
    );
    const ticket = resumed.conversations.find(({ id }) => id === conversationId)?.ticket;
    expect(ticket?.number).toBe(number);
    await desk.database.query('TRUNCATE rate_limits');
    const lookedUp = await desk.http
      .post('/api/status/lookups')
      .send({ number, factor: ticket?.lookupCode })
      .expect(200);
    const pages = await Promise.all(
      ['zh-CN', 'en'].map(
        async (locale) => (await desk.http.get(`${ticket?.statusUrl}&locale=${locale}`).expect(200)).text,
      ),
    );
    const mails = mail.received.filter(({ to }) => to.includes(email)).map(({ raw, parts }) => [raw, parts]);
    expect(mails.length).toBeGreaterThan(0);
    return JSON.stringify([client.pushes, entries, resumed, lists, lookedUp.text, pages, mails]);
  }

  async function expectApart(one: Party, other: Party): Promise<void> {
    const [hers, his] = [await allOf(one), await allOf(other)];
    for (const [text, own, foreign] of [
      [hers, one, other],
      [his, other, one],
    ] as const) {
      for (const secret of foreign.secrets) expect(text).not.toContain(secret);
      const [mark] = own.secrets;
      expect(text).toContain(`${mark}-message`);
      for (const inside of ['note', 'subject', 'tag', 'task']) expect(text).not.toContain(`${mark}-${inside}`);
    }
  }

  it('read nothing of each other: in no push, catch-up, list, page, look-up or letter, before or after', async () => {
    // The target's date comes first, and so stands: its words are for its own customer.
    const [target, source] = [await party('CANARYB'), await party('CANARYA')];
    await pass(20_000);
    await expectApart(source, target);

    await staff(source.number, 'merges', { into: target.number, note: 'CANARYA-note CANARYB-note' }).expect(201);
    await pass(20_000);
    await expectApart(source, target);

    const agent = await connectAgent(desk, chen);
    open.push(agent);
    for (const { conversationId, client, secrets } of [source, target]) {
      await agent.call('typing', { conversationId, isTyping: true });
      await agent.call('message.send', {
        conversationId,
        clientMessageId: crypto.randomUUID(),
        body: `${secrets[0]}-later`,
      });
      await agent.call('note.add', {
        conversationId,
        clientMessageId: crypto.randomUUID(),
        body: `${secrets[0]}-note`,
      });
      await client.say(conversationId, `${secrets[0]}-again`);
    }
    await staff(target.number, 'transitions', { to: 'on_hold' }).expect(201);
    await pass(6 * 60_000);
    await staff(target.number, 'transitions', { to: 'resolved', despiteTasks: true }).expect(201);
    await pass(20_000);
    await expectApart(source, target);

    await source.client.call('ticket.confirm', { number: source.number, solved: true });
    await source.client.call('ticket.rate', {
      number: source.number,
      score: 2,
      solved: true,
      comment: 'CANARYA-rating',
    });
    await target.client.call('ticket.rate', {
      number: target.number,
      score: 5,
      solved: true,
      comment: 'CANARYB-rating',
    });
    await pass(20_000);
    await expectApart(source, target);
    for (const { number, client } of [source, target]) {
      const { conversations } = await client.call('session.resume', {});
      const factor = conversations.find(({ ticket }) => ticket?.number === number)?.ticket?.lookupCode;
      const { body } = await desk.http.post('/api/status/lookups').send({ number, factor }).expect(200);
      expect(body.timeline.filter(({ kind }: { kind: string }) => kind === 'rated')).toHaveLength(1);
    }
    for (const [asker, other] of [
      [source, target],
      [target, source],
    ] as const)
      for (const ask of [
        asker.client.ask('ticket.confirm', { number: other.number, solved: false }),
        asker.client.ask('ticket.rate', { number: other.number, score: 1, solved: false }),
        asker.client.ask('ticket.nudge', { number: other.number }),
        asker.client.ask('conversation.catch_up', { conversationId: other.conversationId, afterSeq: 0 }),
        asker.client.ask('message.send', {
          conversationId: other.conversationId,
          clientMessageId: crypto.randomUUID(),
          body: 'x',
        }),
      ])
        expect(await ask).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});
