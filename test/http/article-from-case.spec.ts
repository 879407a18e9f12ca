import type { ArticleFromCaseView, CaseMessageView } from '../../src/contract/index.js';
import { Entries, staffAuthor } from '../../src/conversations/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  type BuiltTeam,
  buildCustomer,
  buildSite,
  buildStaff,
  buildTeam,
  type SignedIn,
  signIn,
} from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

describe('an article out of a case', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };
  let supervisor: SignedIn;
  let agent: SignedIn;
  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', name: '王丽娜', teams: [team] }));
    agent = await signIn(desk, await buildStaff(desk, { name: '陈晓明', teams: [team] }));
  });
  afterAll(() => desk.close());

  const url = (ticket: { number: string }) => `/api/tickets/${ticket.number}/article-drafts`;
  const proposal = async (ticket: { number: string }): Promise<ArticleFromCaseView> =>
    (await supervisor.http.get(`${url(ticket)}/proposal`).expect(200)).body;
  const shown = ({ parts }: CaseMessageView) => parts.map(({ text, replacedBy }) => replacedBy ?? text).join('');
  const said = ({ parts }: CaseMessageView) => parts.map(({ text }) => text).join('');
  const slug = () => `from-case-${newId().slice(-12)}`;

  /** A case in which everything is told that must not be. */
  const told = async (end = 'resolved'): Promise<BuiltTicket> => {
    const customer = await buildCustomer(desk, {
      site,
      name: '李小鹿',
      phone: '+8613800138000',
      email: 'xiaolu@shop.example',
      shop: { name: '小鹿童装旗舰店' },
    });
    const ticket = await buildTicket(desk, { customer, says: '我是李小鹿，小鹿童装的订单 2026112000017 货款没到账' });
    await ticket.reply(agent.principal, '李女士您好，晓明为您处理，请先看结算单。\n1. 打开账单\n2. 点申诉');
    await ticket.say('我电话１３８ ００１３ ８０００，邮箱 XIAOLU@shop.example');
    await desk.get(Entries).post(staffAuthor(agent.principal), {
      conversationId: ticket.conversationId,
      kind: 'note',
      body: '这个客户有风险，别答应',
      clientMessageId: newId(),
    });
    for (const to of ['open', 'resolved', ...(end === 'closed' ? [end] : [])])
      await agent.http.post(`/api/tickets/${ticket.number}/transitions`).send({ to }).expect(201);
    return ticket;
  };

  it('has what was said to the customer and by them, and nothing that tells who it was', async () => {
    const ticket = await told();
    const found = await proposal(ticket);
    expect(found).toMatchObject({
      ticketNumber: ticket.number,
      status: 'resolved',
      locale: 'zh-CN',
      category: 'earnings',
    });
    expect(found.messages.map(({ by }) => by)).toEqual(['customer', 'staff', 'customer']);
    expect(found.messages.map(shown)).toEqual([
      '我是【客户】，【店铺】的订单 【订单号】 货款没到账',
      '【客户】您好，【客服】为您处理，请先看结算单。\n1. 打开账单\n2. 点申诉',
      '我电话【手机号】，邮箱 【邮箱】',
    ]);
    expect(said(found.messages[0] as CaseMessageView)).toBe('我是李小鹿，小鹿童装的订单 2026112000017 货款没到账');
    expect(found.title).not.toMatch(/小鹿|2026112000017/);
    expect(JSON.stringify(found)).not.toContain('风险');
  });

  it('becomes a draft of the chosen messages, tied to a task, once', async () => {
    const ticket = await told();
    const { messages } = await proposal(ticket);
    const body = {
      slug: slug(),
      category: 'earnings',
      title: '小鹿童装的货款没到账怎么办',
      entryIds: messages.slice(0, 2).map(({ entryId }) => entryId),
    };
    const { body: draft } = await supervisor.http.post(url(ticket)).send(body).expect(201);
    expect(draft).toMatchObject({ status: 'draft', content: { slug: body.slug, category: 'earnings' } });
    expect(draft.content.words['zh-CN']).toMatchObject({
      title: '【店铺】的货款没到账怎么办',
      bodyMarkdown:
        '## 问题\n\n我是【客户】，【店铺】的订单 【订单号】 货款没到账\n\n## 解答\n\n' +
        '【客户】您好，【客服】为您处理，请先看结算单。\n\n## 步骤\n\n::: steps\n1. 打开账单\n2. 点申诉\n:::',
    });
    const { body: tasks } = await supervisor.http.get('/api/article-tasks').expect(200);
    expect(tasks.items[0]).toMatchObject({ kind: 'ticket', ticketNumber: ticket.number, article: { id: draft.id } });
    expect((await proposal(ticket)).articleId).toBe(draft.id);
    await supervisor.http
      .post(url(ticket))
      .send({ ...body, slug: slug() })
      .expect(409);
  });

  it('takes over a task that an agent has proposed', async () => {
    const ticket = await told('closed');
    const about = { kind: 'ticket', ticketNumber: ticket.number, title: '货款没到账' };
    const { body: task } = await agent.http.post('/api/article-tasks').send({ about }).expect(201);
    const { messages } = await proposal(ticket);
    const entryIds = messages.map(({ entryId }) => entryId);
    const given = { slug: slug(), category: 'earnings', title: '货款没到账', entryIds };
    const { body: draft } = await supervisor.http.post(url(ticket)).send(given).expect(201);
    const { body } = await supervisor.http.get('/api/article-tasks').expect(200);
    expect(body.items.find(({ id }: { id: string }) => id === task.id)).toMatchObject({ article: { id: draft.id } });
  });

  it('takes nothing from outside but title and place', async () => {
    const ticket = await told();
    const other = await told();
    const [foreign] = (await proposal(other)).messages;
    const note = await desk.database.one<{ id: string }>(
      `SELECT id FROM entries WHERE conversation_id = $1 AND kind = 'note'`,
      [ticket.conversationId],
    );
    const given = { slug: slug(), category: 'earnings', title: '一', entryIds: [foreign?.entryId, note?.id] };
    const { body: draft } = await supervisor.http.post(url(ticket)).send(given).expect(201);
    expect(draft.content.words['zh-CN'].bodyMarkdown).toBe('');
    const again = { ...given, slug: slug() };
    for (const wrong of [
      { ...again, entryIds: [] },
      { ...again, body: 'x' },
      { ...again, slug: 'No Slug' },
      { ...again, title: '' },
    ])
      await supervisor.http.post(url(other)).send(wrong).expect(400);
    await supervisor.http
      .post(url(other))
      .send({ ...again, slug: given.slug })
      .expect(400);
    expect((await proposal(other)).articleId).toBeUndefined();
  });

  it('is for supervisors and administrators, of cases that they see and that are solved', async () => {
    const ticket = await told();
    const given = { slug: slug(), category: 'earnings', title: '一', entryIds: [newId()] };
    for (const who of [
      agent.http,
      (await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [await buildTeam(desk)] }))).http,
    ]) {
      await who.get(`${url(ticket)}/proposal`).expect(403);
      await who.post(url(ticket)).send(given).expect(403);
    }
    await desk.http.get(`${url(ticket)}/proposal`).expect(401);
    await supervisor.http.get('/api/tickets/PL-000-0000/article-drafts/proposal').expect(404);
    const open = await buildTicket(desk, { site });
    const { body } = await supervisor.http.get(`${url(open)}/proposal`).expect(409);
    expect(body.code).toBe('illegal_transition');
    await supervisor.http.post(url(open)).send(given).expect(409);
  });
});
