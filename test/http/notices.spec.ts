import type { EscalationNoticeView } from '../../src/contract/index.js';
import { DeliverDueNotices } from '../../src/notifications/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Jobs } from '../../src/platform/jobs/index.js';
import { Sweep } from '../../src/sla/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent } from '../support/clients.js';
import { escalate } from '../support/escalations.js';
import { type BuiltStaff, buildCustomer, buildStaff, buildTeam, signIn } from '../support/factories.js';
import { startMailServer, type TestMailServer } from '../support/mail-server.js';
import { startRobot, type TestRobot } from '../support/robot.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const MINUTE = 60_000;

let desk: TestApp;
let server: TestMailServer;
let robot: TestRobot;
let lead: BuiltStaff;
let manager: BuiltStaff;
let agent: BuiltStaff;
let team: { id: string };
beforeAll(async () => {
  [server, robot] = [await startMailServer(), await startRobot()];
  desk = await startTestApp({
    env: {
      SMTP_URL: `smtp://127.0.0.1:${server.port}`,
      MAIL_FROM: 'desk@shop.example',
      FETCH_ALLOWED_HOSTS: robot.host,
    },
  });
  lead = await buildStaff(desk, { name: '组长', email: 'lead@porchlight.example' });
  manager = await buildStaff(desk, { name: 'Mia Duty', locale: 'en', email: 'duty@porchlight.example' });
  team = await buildTeam(desk, { key: 'frontline', leadId: lead.id, dutyManagerId: manager.id });
  agent = await buildStaff(desk, { name: '小林', teams: [team] });
});
afterAll(async () => {
  await desk.close();
  await Promise.all([server.close(), robot.close()]);
});
beforeEach(() => {
  server.received.splice(0);
  robot.heard = [];
  robot.answer = { body: '{"errcode":0}' };
});

async function open(options: Parameters<typeof buildTicket>[1] = {}): Promise<BuiltTicket> {
  const ticket = await buildTicket(desk, options);
  await desk.settle();
  server.received.splice(0);
  return ticket;
}

async function noticesOf(staff: { id: string }, query = ''): Promise<EscalationNoticeView[]> {
  const { http } = await signIn(desk, staff);
  return (await http.get(`/api/notices?${query}`).expect(200)).body.items;
}
const toldOf = async (escalationId: string) =>
  (
    await desk.database.query<{ name: string }>(
      'SELECT s.name FROM notices n JOIN staff s ON s.id = n.staff_id WHERE n.escalation_id = $1 ORDER BY s.name',
      [escalationId],
    )
  ).map(({ name }) => name);

describe('whom a rung means', () => {
  it('is the duty manager, at once, of a case that becomes urgent, however long it has waited', async () => {
    const ticket = await open();
    await desk.database.query(`UPDATE tickets SET assignee_id = $2, status = 'open' WHERE id = $1`, [
      ticket.ticketId,
      agent.id,
    ]);
    const night = await buildStaff(desk, { name: '夜班', teams: [team] });
    await desk.database.query(
      `INSERT INTO shifts (id, team_id, staff_id, starts_at, ends_at)
       VALUES ($1, $2, $3, desk_now() - interval '1 hour', desk_now() + interval '1 hour')`,
      [newId(), team.id, night.id],
    );
    await desk.clock.advance(20 * MINUTE);
    const { http } = await signIn(desk, agent);
    const { body } = await http.get(`/api/tickets/${ticket.number}`).expect(200);
    await http.patch(`/api/tickets/${ticket.number}`).send({ version: body.version, priority: 'P0' }).expect(200);
    await desk.settle();
    expect(await desk.get(Sweep).runOnce()).toBe(1);
    await desk.settle();
    const [fired] = await desk.database.query<{ id: string; rung: number }>(
      `SELECT e.id, e.rung FROM escalations e JOIN clocks c ON c.id = e.clock_id WHERE c.ticket_id = $1 AND e.state = 'fired'`,
      [ticket.ticketId],
    );
    expect(fired?.rung).toBe(102);
    expect((await toldOf(fired?.id ?? '')).sort()).toEqual(['Mia Duty', '夜班', '小林'].sort());
    await desk.database.query('DELETE FROM shifts');
  });

  it('is each person once, however many names they have', async () => {
    const ticket = await open();
    const id = await escalate(desk, ticket, {
      whom: ['duty_manager', 'team_lead', 'on_duty', { staffId: lead.id }, 'assignee'],
      how: ['in_app', 'email'],
      times: 2,
    });
    expect((await toldOf(id)).sort()).toEqual(['Mia Duty', '组长']);
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual([
      'duty@porchlight.example',
      'lead@porchlight.example',
    ]);
  });

  it('is who is on shift, and the assignee of now', async () => {
    const ticket = await open();
    const night = await buildStaff(desk, { name: '夜班', teams: [team] });
    await desk.database.query(
      `INSERT INTO shifts (id, team_id, staff_id, starts_at, ends_at)
       VALUES ($1, $2, $3, desk_now() - interval '1 hour', desk_now() + interval '1 hour')`,
      [newId(), team.id, night.id],
    );
    await desk.database.query(`UPDATE tickets SET assignee_id = $2, status = 'open' WHERE id = $1`, [
      ticket.ticketId,
      agent.id,
    ]);
    expect((await toldOf(await escalate(desk, ticket, { whom: ['on_duty', 'assignee'] }))).sort()).toEqual(
      ['夜班', '小林'].sort(),
    );
    await desk.database.query('DELETE FROM shifts');
  });

  it('is the account manager of the shop by e-mail or name, but not one of two', async () => {
    const account = await buildStaff(desk, { name: '客户经理赵', email: 'zhao@porchlight.example' });
    const by = async (manages: string, rung: number) => {
      const ticket = await open({ customer: await buildCustomer(desk, { shop: {} }) });
      await desk.database.query(
        'UPDATE shops SET account_manager = $2 WHERE id = (SELECT shop_id FROM tickets WHERE id = $1)',
        [ticket.ticketId, manages],
      );
      return await toldOf(await escalate(desk, ticket, { whom: ['account_manager'], rung }));
    };
    expect(await by('Zhao@Porchlight.example', 1)).toEqual([account.name]);
    expect(await by('客户经理赵', 2)).toEqual([account.name]);
    await buildStaff(desk, { name: '客户经理赵' });
    expect(await by('客户经理赵', 3)).toEqual(['Mia Duty', '组长']);
  });

  it('is those who answer for the team when it would be nobody, or somebody who has left', async () => {
    const gone = await buildStaff(desk, { name: '已离职' });
    await desk.database.query('UPDATE staff SET disabled_at = desk_now() WHERE id = $1', [gone.id]);
    const ticket = await open();
    expect(await toldOf(await escalate(desk, ticket, { whom: ['assignee', { staffId: gone.id }] }))).toEqual([
      'Mia Duty',
      '组长',
    ]);
  });

  it('is the administrators when a team has nobody at all', async () => {
    const admin = await buildStaff(desk, { name: '管理员', role: 'admin' });
    const ticket = await open();
    await desk.database.query('UPDATE teams SET lead_id = NULL, duty_manager_id = NULL WHERE id = $1', [team.id]);
    expect(await toldOf(await escalate(desk, ticket, { whom: ['assignee'] }))).toEqual([admin.name]);
    await desk.database.query('UPDATE teams SET lead_id = $2, duty_manager_id = $3 WHERE id = $1', [
      team.id,
      lead.id,
      manager.id,
    ]);
  });
});

describe('a case that nobody answers', () => {
  it('is on the lead’s screen and in their mailbox once its time is up, once', async () => {
    const ticket = await open();
    await desk.clock.advance(8 * 60 * MINUTE + 1_000);
    for (let round = 0; round < 2; round += 1) {
      await desk.get(Sweep).runOnce();
      await desk.settle();
    }
    const told = (await noticesOf(lead)).filter(({ number }) => number === ticket.number);
    expect(told).toMatchObject([{ at: { breach: true }, clockKind: 'first_response', needsAcknowledgement: true }]);
    const mails = server.received.filter(({ headers }) => headers.get('subject')?.includes(ticket.number));
    expect(mails.map(({ to }) => to)).toEqual([['lead@porchlight.example']]);
  });
});

describe('a notice', () => {
  it('is on the screen at once, and counted', async () => {
    const reader = await buildStaff(desk, { name: '新人', teams: [team] });
    const { cookie, http } = await signIn(desk, reader);
    const socket = await connectAgent(desk, { cookie });
    const ticket = await open({ says: '保证金什么时候退？' });
    const escalationId = await escalate(desk, ticket, { whom: [{ staffId: reader.id }], at: { afterMinutes: 60 } });
    const push = await socket.heard('notices.changed');
    const notice: EscalationNoticeView = {
      kind: 'escalation',
      id: expect.any(String),
      escalationId,
      number: ticket.number,
      subject: '保证金什么时候退？',
      priority: 'P2',
      status: 'new',
      clockKind: 'first_response',
      rung: 2,
      at: { afterMinutes: 60 },
      dueAt: expect.any(String),
      createdAt: expect.any(String),
      read: false,
      needsAcknowledgement: true,
    };
    expect(push).toEqual({ unread: 1, added: notice });
    expect((await http.get('/api/notices').expect(200)).body).toEqual({ items: [notice] });
    expect((await http.get('/api/notices/unread').expect(200)).body).toEqual({ unread: 1 });
    const { body } = await http.post(`/api/notices/${push.added?.id}/reads`).expect(200);
    expect(body).toEqual({ ...notice, read: true });
    await socket.heard('notices.changed', ({ unread, added: more }) => unread === 0 && !more);
    expect((await http.get('/api/notices?unread=true').expect(200)).body).toEqual({ items: [] });
    socket.close();
  });

  it('is nobody else’s', async () => {
    await escalate(desk, await open(), { whom: ['team_lead'] });
    const [notice] = await noticesOf(lead);
    const other = await signIn(desk, agent);
    await other.http.post(`/api/notices/${notice?.id}/reads`).expect(404);
    await other.http.post('/api/notices/reads').send({ upTo: notice?.id }).expect(200);
    expect((await noticesOf(lead))[0]).toMatchObject({ id: notice?.id, read: false });
    await desk.http.get('/api/notices').expect(401);
  });

  it('is acknowledged by one, for all who were told', async () => {
    const ticket = await open();
    const id = await escalate(desk, ticket, { whom: ['team_lead', 'duty_manager'] });
    const of = async (staff: { id: string }) =>
      (await noticesOf(staff)).find(({ escalationId }) => escalationId === id) as EscalationNoticeView;
    const [first, second] = [await signIn(desk, manager), await signIn(desk, lead)];
    const socket = await connectAgent(desk, second);
    const { body } = await first.http.post(`/api/notices/${(await of(manager)).id}/acknowledgements`).expect(200);
    expect(body).toMatchObject({ acknowledgedBy: 'Mia Duty', acknowledgedAt: expect.any(String), read: true });
    await desk.settle();
    await socket.heard('notices.changed', ({ added }) => !added);
    await second.http.post(`/api/notices/${(await of(lead)).id}/acknowledgements`).expect(200);
    expect(await of(lead)).toMatchObject({ acknowledgedBy: 'Mia Duty', acknowledgedAt: body.acknowledgedAt });
    const other = await signIn(desk, agent);
    await other.http.post(`/api/notices/${body.id}/acknowledgements`).expect(404);
    socket.close();
  });

  it('is acknowledged elsewhere, and whoever was told sees it at once', async () => {
    const id = await escalate(desk, await open(), { whom: ['team_lead'] });
    const socket = await connectAgent(desk, await signIn(desk, lead));
    const { http } = await signIn(desk, manager);
    await http.post(`/api/escalations/${id}/acknowledgements`).expect(201);
    await desk.settle();
    await socket.heard('notices.changed', ({ added }) => !added);
    expect((await noticesOf(lead))[0]).toMatchObject({ escalationId: id, acknowledgedBy: manager.name });
    socket.close();
  });

  it('is acknowledged by whoever was told, though the case is not theirs', async () => {
    const account = await buildStaff(desk, { name: '别组的客户经理' });
    await escalate(desk, await open(), { whom: [{ staffId: account.id }] });
    const [notice] = await noticesOf(account);
    const { http } = await signIn(desk, account);
    const { body } = await http.post(`/api/notices/${notice?.id}/acknowledgements`).expect(200);
    expect(body).toMatchObject({ acknowledgedBy: account.name, read: true });
  });

  it('comes in pages, and all are read up to the one that was seen', async () => {
    const reader = await buildStaff(desk, { name: '看很多' });
    for (const rung of [1, 2, 3]) {
      await escalate(desk, await open(), { whom: [{ staffId: reader.id }], rung });
      await desk.clock.advance(MINUTE);
    }
    const { http } = await signIn(desk, reader);
    const first = (await http.get('/api/notices?limit=2').expect(200)).body;
    expect(first.items.map(({ rung }: EscalationNoticeView) => rung)).toEqual([3, 2]);
    const second = (await http.get(`/api/notices?limit=2&cursor=${first.nextCursor}`).expect(200)).body;
    expect(second.items.map(({ rung }: EscalationNoticeView) => rung)).toEqual([1]);
    expect(second.nextCursor).toBeUndefined();
    const { body } = await http.post('/api/notices/reads').send({ upTo: first.items[1].id }).expect(200);
    expect(body).toEqual({ unread: 1 });
    await http.get('/api/notices?cursor=x').expect(400);
    await http.get('/api/notices?limit=101').expect(400);
    await http.post('/api/notices/reads').send({}).expect(400);
  });

  it('goes by mail in the reader’s language, with a link and no reply', async () => {
    const ticket = await open({ says: '<b>货款</b> & 保证金' });
    await escalate(desk, ticket, { whom: ['team_lead', 'duty_manager'], how: ['email'] });
    const mail = (address: string) => server.received.find(({ to }) => to[0] === address);
    const [zh, en] = [mail('lead@porchlight.example'), mail('duty@porchlight.example')];
    expect(zh?.headers.get('subject')).toBe(`${ticket.number} 首次响应已超时`);
    expect(en?.headers.get('subject')).toBe(`${ticket.number}: First response is overdue`);
    expect(en?.headers.get('auto-submitted')).toBe('auto-generated');
    const link = `/console/tickets/${ticket.number}`;
    for (const { parts } of [zh, en].flatMap((one) => one ?? [])) {
      expect(parts['text/plain']).toContain(link);
      expect(parts['text/plain']).toContain('<b>货款</b> & 保证金');
      expect(parts['text/html']).toContain(link);
      expect(parts['text/html']).toContain('&lt;b&gt;货款&lt;/b&gt; &amp; 保证金');
    }
  });
});

describe('a group’s robot and a provider', () => {
  let admin: Awaited<ReturnType<typeof signIn>>;
  const channel = async (kind: string, over: object = {}) =>
    (
      await admin.http
        .post('/api/notice-channels')
        .send({ kind, name: kind, locale: 'zh-CN', enabled: true, address: `http://${robot.host}/${kind}`, ...over })
        .expect(201)
    ).body.id as string;
  beforeAll(async () => {
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
  });
  afterEach(() => desk.database.query('DELETE FROM notice_channels'));
  const heard = () => robot.heard.map(({ url, body }) => ({ path: url.pathname, ...JSON.parse(body) }));
  const beat = async () => {
    await desk.get(Jobs).add(DeliverDueNotices, {});
    await desk.settle();
  };

  it('are told: the group once, each person once, in the channel’s language', async () => {
    const other = await buildTeam(desk);
    await channel('dingtalk', { teamId: team.id });
    await channel('wecom', { locale: 'en' });
    await channel('wecom', { teamId: other.id, address: `http://${robot.host}/of-another-team` });
    await channel('dingtalk', { enabled: false, address: `http://${robot.host}/off` });
    await channel('sms', { secret: 'provider' });
    const ticket = await open();
    await escalate(desk, ticket, { whom: ['team_lead', 'duty_manager'], how: ['im', 'sms', 'in_app'], times: 2 });
    const said = heard();
    expect(said.map(({ path }) => path).sort()).toEqual(['/dingtalk', '/sms', '/sms', '/wecom']);
    const by = (path: string) => said.filter((one) => one.path === path);
    expect(by('/dingtalk')[0].text.content).toContain(`${ticket.number}（P2）首次响应已超时`);
    expect(by('/dingtalk')[0].text.content).toMatch(/组长/);
    expect(by('/wecom')[0].text.content).toContain('First response is overdue');
    expect(
      by('/sms')
        .map(({ to }) => to[0].email)
        .sort(),
    ).toEqual(['duty@porchlight.example', 'lead@porchlight.example']);
    expect(by('/sms')[0]).toMatchObject({ kind: 'sms', ticket: { number: ticket.number } });
    // What the customer wrote is not for a provider.
    expect(JSON.stringify(said)).not.toContain('货款');
  });

  it('are those of the team that the rung has handed the case to, as are the people', async () => {
    const other = await buildTeam(desk);
    await channel('dingtalk', { teamId: team.id });
    await channel('wecom', { teamId: other.id });
    const ticket = await open();
    await desk.database.query('UPDATE tickets SET team_id = $2 WHERE id = $1', [ticket.ticketId, other.id]);
    await escalate(desk, ticket, { whom: [{ staffId: lead.id }], how: ['im'] });
    expect(heard().map(({ path }) => path)).toEqual(['/wecom']);
  });

  it('that stumble are told again, once they can; a wrong signature is not tried twice', async () => {
    await channel('dingtalk');
    const flawed = await channel('feishu');
    robot.answer = { status: 500, body: 'down' };
    await escalate(desk, await open(), { whom: ['team_lead'], how: ['im'] });
    expect(robot.heard).toHaveLength(2);
    await beat();
    expect(robot.heard).toHaveLength(2);
    await desk.clock.advance(MINUTE);
    robot.answer = { body: '{"errcode":0}' };
    await beat();
    await desk.clock.advance(MINUTE);
    await beat();
    expect(robot.heard).toHaveLength(4);

    robot.answer = { body: '{"code":19021,"msg":"sign match fail"}' };
    await escalate(desk, await open(), { whom: ['team_lead'], how: ['im'] });
    await desk.clock.advance(MINUTE);
    await beat();
    expect(robot.heard).toHaveLength(6);
    const { body } = await admin.http.get('/api/notice-channels').expect(200);
    expect(body.items.find(({ id }: { id: string }) => id === flawed).last).toMatchObject({
      state: 'failed',
      answer: expect.stringContaining('sign match fail'),
    });
  });

  it('are told although another has much that it does not take', async () => {
    await channel('dingtalk');
    robot.answer = { status: 503 };
    const escalation = await escalate(desk, await open(), { whom: ['team_lead'], how: ['im'] });
    await desk.database.query(
      `INSERT INTO notice_deliveries (id, channel_id, key, text)
       SELECT gen_random_uuid(), channel_id, 'more ' || n, text FROM notice_deliveries, generate_series(1, 40) n`,
    );
    await channel('wecom');
    await desk.database.query(
      `INSERT INTO notice_deliveries (id, channel_id, key, text)
       SELECT gen_random_uuid(), id, $1, 'news' FROM notice_channels WHERE kind = 'wecom'`,
      [escalation],
    );
    robot.heard = [];
    await beat();
    const paths = robot.heard.map(({ url }) => url.pathname);
    expect(paths).toHaveLength(41);
    expect(paths.indexOf('/wecom')).toBeLessThan(8);
  });

  it('are told what a dead process had in hand, and nothing that is hours old', async () => {
    await channel('dingtalk');
    robot.answer = { status: 503 };
    await escalate(desk, await open(), { whom: ['team_lead'], how: ['im'] });
    await desk.database.query(`UPDATE notice_deliveries SET state = 'sending'`);
    await desk.clock.advance(3 * MINUTE);
    await beat();
    expect(robot.heard).toHaveLength(2);
    await desk.clock.advance(180 * MINUTE);
    await beat();
    const rows = await desk.database.query('SELECT state, tries FROM notice_deliveries');
    expect(rows).toEqual([{ state: 'failed', tries: 3 }]);
  });
});
