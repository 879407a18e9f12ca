import { ConversationIdentified, conversationKey, Entries, Grants } from '../../src/conversations/index.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildCustomer, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { buildConversation, buildTicket } from '../support/tickets.js';

describe('a ticket', () => {
  let desk: TestApp;
  let frontline: BuiltTeam;
  let settlement: BuiltTeam;
  let agent: SignedIn;
  let specialist: SignedIn;
  let admin: SignedIn;

  beforeAll(async () => {
    desk = await startTestApp();
    frontline = await buildTeam(desk, { key: 'frontline' });
    settlement = await buildTeam(desk, { key: 'settlement' });
    agent = await signIn(desk, await buildStaff(desk, { name: '陈晓明', teams: [frontline] }));
    specialist = await signIn(desk, await buildStaff(desk, { name: '王芳', teams: [settlement] }));
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
  });
  afterAll(() => desk.close());

  const entries = async (conversationId: string) =>
    (await desk.get(Entries).after(conversationId, 0, 'staff')).map(({ kind, data, body, customerSeq }) => ({
      kind,
      data,
      body,
      visible: customerSeq !== null,
    }));
  const events = async (ticketId: string, type: string) =>
    (
      await desk.database.query<{ payload: Record<string, unknown> }>(
        'SELECT payload FROM outbox WHERE key = $1 AND type = $2 ORDER BY id',
        [`ticket:${ticketId}`, type],
      )
    ).map(({ payload }) => payload);
  const take = (who: SignedIn, number: string, team = frontline) =>
    who.http.post(`/api/tickets/${number}/assignments`).send({ teamId: team.id, staffId: who.principal.staffId });
  const move = (who: SignedIn, number: string, to: string, note?: string) =>
    who.http.post(`/api/tickets/${number}/transitions`).send({ to, note });

  describe('is opened from a conversation', () => {
    it('with what the conversation says, for the front line, and tells the customer its number', async () => {
      const ticket = await buildTicket(desk, { shop: { name: '林记茶铺', tier: 'premium' } });
      const { body } = await agent.http.get(`/api/tickets/${ticket.number}`).expect(200);
      expect(body).toMatchObject({
        number: ticket.number,
        subject: '昨天有一笔订单货款没有到账',
        status: 'new',
        priority: 'P2',
        category: 'earnings',
        tier: 'premium',
        shopName: '林记茶铺',
        teamId: frontline.id,
        conversationIds: [ticket.conversationId],
        unread: 1,
        preview: '昨天有一笔订单货款没有到账',
        escalated: false,
        version: 1,
        allowed: { transitions: ['open', 'cancelled'], reply: true, assign: true, edit: true },
      });
      expect(await entries(ticket.conversationId)).toContainEqual({
        kind: 'system',
        data: { type: 'ticket_opened', number: ticket.number },
        body: '',
        visible: true,
      });
      expect((await desk.get(Grants).of(ticket.conversationId)).sort()).toEqual(
        [`customer:${ticket.customer.id}`, 'role:admin', `team:${frontline.id}`].sort(),
      );
      expect(await events(ticket.ticketId, 'ticket.opened')).toMatchObject([
        { number: ticket.number, tier: 'premium', priority: 'P2', reason: 'person_requested', assigneeId: null },
      ]);
    });

    it('once, however many ask at once', async () => {
      const { conversationId } = await buildConversation(desk, { says: '转人工' });
      const open = () =>
        desk.database.transaction((tx) =>
          desk.get(Tickets).openForConversation(tx, { conversationId, reason: 'person_requested' }),
        );
      const answers = await Promise.all([open(), open(), open(), open()]);
      expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
      expect(answers.filter(({ opened }) => opened)).toHaveLength(1);
      expect((await entries(conversationId)).filter(({ kind }) => kind === 'system')).toHaveLength(1);
    });

    it('for the specialists when the sub-category was chosen, with its priority', async () => {
      const ticket = await buildTicket(desk, { subCategory: 'payout_delay' });
      const { body } = await specialist.http.get(`/api/tickets/${ticket.number}`).expect(200);
      expect(body).toMatchObject({
        teamId: settlement.id,
        priority: 'P1',
        nature: 'fault',
        subCategory: 'payout_delay',
      });
    });

    it('linked to the case that it follows up', async () => {
      const first = await buildTicket(desk);
      const second = await buildTicket(desk, { customer: first.customer, followUpOf: first.conversationId });
      const { body } = await agent.http.get(`/api/tickets/${second.number}`).expect(200);
      expect(body.followUpOf).toBe(first.number);
    });
  });

  describe('is seen', () => {
    it('by its team and by admins; others of the staff are asked for a reason, which is logged', async () => {
      const { number, ticketId, conversationId } = await buildTicket(desk);
      await admin.http.get(`/api/tickets/${number}`).expect(200);
      for (const path of ['', '/timeline', '/context', '/steps'])
        await specialist.http.get(`/api/tickets/${number}${path}`).expect(403);
      await specialist.http.post(`/api/tickets/${number}/accesses`).send({ reason: '  ' }).expect(400);
      const { body } = await specialist.http
        .post(`/api/tickets/${number}/accesses`)
        .send({ reason: '商家来电询问结算' })
        .expect(201);
      expect(body.allowed).toEqual({ transitions: [], reply: true, assign: false, edit: false });
      expect(await desk.get(Grants).of(conversationId)).toContain(`staff:${specialist.principal.staffId}`);
      const timeline = await specialist.http.get(`/api/tickets/${number}/timeline`).expect(200);
      expect(timeline.body.items).toContainEqual(
        expect.objectContaining({
          kind: 'accessed',
          actor: { kind: 'staff', name: '王芳' },
          data: { reason: '商家来电询问结算' },
          customerVisible: false,
        }),
      );
      await move(specialist, number, 'open').expect(403);
      await take(specialist, number, settlement).expect(403);
      await specialist.http.patch(`/api/tickets/${number}`).send({ version: 1, priority: 'P0' }).expect(403);
      const rows = await desk.database.query('SELECT status, version FROM tickets WHERE id = $1', [ticketId]);
      expect(rows).toEqual([{ status: 'new', version: 1 }]);
    });

    it('no longer by who has left the team, or whose session has ended', async () => {
      const { number } = await buildTicket(desk);
      const leaver = await signIn(desk, await buildStaff(desk, { teams: [frontline] }));
      await leaver.http.get(`/api/tickets/${number}`).expect(200);
      await desk.database.query('DELETE FROM team_members WHERE staff_id = $1', [leaver.principal.staffId]);
      await leaver.http.get(`/api/tickets/${number}`).expect(403);
      await move(leaver, number, 'cancelled').expect(403);
      await leaver.http.delete('/api/sessions/current').expect(204);
      await leaver.http.get(`/api/tickets/${number}`).expect(401);
    });

    it('by nobody without a session, and by no number that does not exist', async () => {
      const { number } = await buildTicket(desk);
      await desk.http.get(`/api/tickets/${number}`).expect(401);
      await agent.http.get('/api/tickets/PL-000-0000').expect(404);
      await agent.http.get('/api/tickets/nonsense').expect(404);
      await agent.http.get(`/api/tickets/${encodeURIComponent(number.toLowerCase().replace(/-/g, ' '))}`).expect(200);
    });
  });

  describe('is given', () => {
    it('to a person: the case opens and the customer learns a first name', async () => {
      const { number, conversationId, ticketId } = await buildTicket(desk);
      await take(agent, number).expect(201, { number, withdrawn: false });
      const { body } = await agent.http.get(`/api/tickets/${number}`).expect(200);
      expect(body).toMatchObject({ status: 'open', assigneeId: agent.principal.staffId, assigneeName: '陈晓明' });
      expect(await desk.get(Grants).of(conversationId)).toContain(`staff:${agent.principal.staffId}`);
      expect(await entries(conversationId)).toContainEqual(
        expect.objectContaining({ data: { type: 'agent_joined', name: '晓明' }, visible: true }),
      );
      expect(await events(ticketId, 'ticket.assigned')).toMatchObject([
        { assigneeId: agent.principal.staffId, because: 'claimed', formerAssigneeId: null },
      ]);
      await take(agent, number).expect(201);
      expect(await events(ticketId, 'ticket.assigned')).toHaveLength(1);
    });

    it('to another team with a note that only staff see; the old team loses sight at once', async () => {
      const { number, conversationId, ticketId } = await buildTicket(desk);
      await take(agent, number).expect(201);
      await agent.http
        .post(`/api/tickets/${number}/assignments`)
        .send({ teamId: settlement.id, note: '怀疑重复结算，请核对' })
        .expect(201, { number, withdrawn: true });
      await agent.http.get(`/api/tickets/${number}`).expect(403);
      const grants = await desk.get(Grants).of(conversationId);
      expect(grants).toContain(`team:${settlement.id}`);
      expect(grants).not.toContain(`team:${frontline.id}`);
      expect(grants).not.toContain(`staff:${agent.principal.staffId}`);
      const thread = await entries(conversationId);
      expect(thread).toContainEqual({ kind: 'note', data: null, body: '怀疑重复结算，请核对', visible: false });
      expect(thread).toContainEqual(
        expect.objectContaining({ data: { type: 'handed_over', team: settlement.name }, visible: true }),
      );
      const { body } = await specialist.http.get(`/api/tickets/${number}`).expect(200);
      expect(body).toMatchObject({ status: 'open', teamId: settlement.id });
      expect(body.assigneeId).toBeUndefined();
      expect(await events(ticketId, 'ticket.assigned')).toContainEqual(
        expect.objectContaining({
          assigneeId: null,
          teamId: settlement.id,
          formerTeamId: frontline.id,
          withdrawnFrom: expect.arrayContaining([`team:${frontline.id}`]),
        }),
      );
    });

    it('to nobody who is not of that team, and to no team that does not exist', async () => {
      const { number } = await buildTicket(desk);
      const give = (body: object) => agent.http.post(`/api/tickets/${number}/assignments`).send(body).expect(400);
      await give({ teamId: frontline.id, staffId: specialist.principal.staffId });
      await give({ teamId: agent.principal.staffId });
      await give({ teamId: { id: frontline.id } });
      await give({ teamId: frontline.id, role: 'admin' });
      expect((await agent.http.get(`/api/tickets/${number}`)).body).toMatchObject({ status: 'new', version: 1 });
    });

    it('to one person when two take it at once', async () => {
      const second = await signIn(desk, await buildStaff(desk, { teams: [frontline] }));
      const { number, ticketId } = await buildTicket(desk);
      await Promise.all([take(agent, number), take(second, number)]);
      const { body } = await agent.http.get(`/api/tickets/${number}`).expect(200);
      const told = await events(ticketId, 'ticket.assigned');
      expect(told.at(-1)?.assigneeId).toBe(body.assigneeId);
      const grants = (await desk.get(Grants).of(body.conversationIds[0])).filter((p) => p.startsWith('staff:'));
      expect(grants).toEqual([`staff:${body.assigneeId}`]);
    });
  });

  describe('is edited', () => {
    it('with sub-category, priority and form, once per version', async () => {
      const { number, ticketId } = await buildTicket(desk);
      const patch = (body: object) => agent.http.patch(`/api/tickets/${number}`).send(body);
      const { body } = await patch({
        version: 1,
        category: 'earnings',
        subCategory: 'payout_delay',
        form: { order_number: 'DD20261119001' },
      }).expect(200);
      expect(body).toMatchObject({
        version: 2,
        subCategory: 'payout_delay',
        nature: 'fault',
        priority: 'P1',
        form: { order_number: 'DD20261119001' },
      });
      await patch({ version: 1, priority: 'P0' }).expect(409);
      await patch({ version: 2, priority: 'P0' }).expect(200);
      const moved = await patch({ version: 3, category: 'account' }).expect(200);
      expect(moved.body).toMatchObject({ category: 'account', priority: 'P0', form: {} });
      expect(moved.body.subCategory).toBeUndefined();
      expect((await events(ticketId, 'ticket.edited')).map(({ changed }) => changed)).toEqual([
        // Its words had been guessed to be of that nature.
        ['subCategory', 'natureBy', 'priority', 'form', 'formVersion'],
        ['priority'],
        ['category', 'subCategory', 'form', 'formVersion'],
      ]);
    });

    it.each([
      [{ category: 'account', subCategory: 'payout_delay' }],
      [{ subCategory: 'payout_delay', form: {} }],
      [{ subCategory: 'payout_delay', form: { order_number: { a: 1 } } }],
      [{ form: { order_number: 'DD2026' } }],
      [{ status: 'closed' }],
      [{ assigneeId: '00000000-0000-7000-8000-000000000000' }],
      [{ priority: 'P9' }],
      [{ version: 'x' }],
    ])('but not with %j', async (wrong) => {
      const { number } = await buildTicket(desk);
      const { body } = await agent.http
        .patch(`/api/tickets/${number}`)
        .send({ version: 1, ...wrong })
        .expect(400);
      expect(body).toMatchObject({ code: 'invalid_input', errors: expect.any(Array) });
      expect((await agent.http.get(`/api/tickets/${number}`)).body.version).toBe(1);
    });
  });

  describe('follows what is said', () => {
    it('a message in pending opens it again, a reply leaves it as it is', async () => {
      const ticket = await buildTicket(desk);
      await take(agent, ticket.number).expect(201);
      await move(agent, ticket.number, 'pending').expect(201);
      await ticket.reply(agent.principal, '请提供订单号');
      await desk.settle();
      expect((await agent.http.get(`/api/tickets/${ticket.number}`)).body.status).toBe('pending');
      await ticket.say('DD20261119001');
      await desk.settle();
      const { body } = await agent.http.get(`/api/tickets/${ticket.number}`);
      expect(body).toMatchObject({ status: 'open', preview: 'DD20261119001' });
    });

    it('a message in resolved, and in closed within seven days, opens it again; later it is refused', async () => {
      const ticket = await buildTicket(desk);
      await take(agent, ticket.number).expect(201);
      await move(agent, ticket.number, 'resolved').expect(201);
      await ticket.say('还是没有到账');
      await desk.settle();
      expect((await agent.http.get(`/api/tickets/${ticket.number}`)).body.status).toBe('open');
      await move(agent, ticket.number, 'resolved').expect(201);
      await move(agent, ticket.number, 'closed').expect(201);
      await desk.clock.advance(6 * 86_400_000);
      const again = await signIn(desk, { id: agent.principal.staffId });
      await ticket.say('又出现了');
      await desk.settle();
      expect((await again.http.get(`/api/tickets/${ticket.number}`)).body.status).toBe('open');
      await move(again, ticket.number, 'resolved').expect(201);
      await move(again, ticket.number, 'closed').expect(201);
      await desk.clock.advance(7 * 86_400_000 + 1_000);
      agent = await signIn(desk, { id: agent.principal.staffId });
      await expect(ticket.say('太晚了')).rejects.toMatchObject({ code: 'conversation_closed' });
      await move(agent, ticket.number, 'open').expect(409);
      const { body } = await agent.http.get(`/api/tickets/${ticket.number}`);
      expect(body.allowed).toMatchObject({ transitions: [], reply: false });
      specialist = await signIn(desk, { id: specialist.principal.staffId });
      admin = await signIn(desk, { id: admin.principal.staffId });
    });

    it('a message that came before the case was resolved does not open it again, however late its event', async () => {
      const ticket = await buildTicket(desk);
      await take(agent, ticket.number).expect(201);
      await ticket.say('谢谢，已经收到了');
      await move(agent, ticket.number, 'resolved').expect(201);
      await desk.settle();
      expect((await agent.http.get(`/api/tickets/${ticket.number}`)).body.status).toBe('resolved');
    });

    it('the customer who turns out to be behind it takes the case along, with the tier of their shop', async () => {
      const ticket = await buildTicket(desk, { customer: await buildCustomer(desk, { externalId: null, name: '' }) });
      const known = await buildCustomer(desk, { site: { id: ticket.customer.siteId }, shop: { tier: 'premium' } });
      await desk.database.transaction(async (tx) => {
        await tx.query('UPDATE conversations SET customer_id = $2 WHERE id = $1', [ticket.conversationId, known.id]);
        await desk.get(Outbox).add(
          tx,
          ConversationIdentified(conversationKey(ticket.conversationId), {
            conversationId: ticket.conversationId,
            customerId: known.id,
          }),
        );
      });
      await desk.settle();
      const { body } = await agent.http.get(`/api/tickets/${ticket.number}`);
      expect(body).toMatchObject({ tier: 'premium', customer: { customerId: known.id, identified: true } });
    });
  });

  it('asks for a confirmation and a rating when it is resolved', async () => {
    const ticket = await buildTicket(desk);
    await take(agent, ticket.number).expect(201);
    await move(agent, ticket.number, 'resolved', '已补发').expect(201);
    const thread = await entries(ticket.conversationId);
    expect(thread.slice(-3)).toEqual([
      { kind: 'note', data: null, body: '已补发', visible: false },
      { kind: 'system', data: { type: 'ticket_status', status: 'resolved' }, body: '', visible: true },
      { kind: 'system', data: { type: 'rating_requested', number: ticket.number }, body: '', visible: true },
    ]);
  });
});
