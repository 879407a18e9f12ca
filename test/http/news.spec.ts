import type { NoticeView } from '../../src/contract/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { connectAgent } from '../support/clients.js';
import { type BuiltTeam, buildSite, buildTeam } from '../support/factories.js';
import { type AgentAtWork, agentAtWork, passTime } from '../support/rescue.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

describe('whoever loses a case, or is told something by a supervisor,', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let site: { id: string };
  let chen: AgentAtWork;
  let lin: AgentAtWork;

  beforeEach(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    site = await buildSite(desk);
    lin = await agentAtWork(desk, { teams: [team], name: '林主管', role: 'supervisor', presence: 'busy' });
    await desk.database.query('UPDATE teams SET lead_id = $2 WHERE id = $1', [team.id, lin.id]);
    chen = await agentAtWork(desk, { teams: [team], name: '陈小北' });
  });
  afterEach(() => desk.close());

  const given = async (): Promise<BuiltTicket> => {
    const built = await buildTicket(desk, { site });
    await desk.settle();
    return built;
  };
  const noticesOf = async ({ http }: AgentAtWork): Promise<NoticeView[]> => (await http.get('/api/notices')).body.items;
  const common = { id: expect.any(String), createdAt: expect.any(String), read: false };
  const ofTicket = ({ number }: BuiltTicket) => ({
    ...common,
    number,
    subject: expect.any(String),
    priority: 'P2',
    status: 'open',
  });

  it('finds a notice of each case that went back, at once and later', async () => {
    const screen = await connectAgent(desk, chen);
    const silent = await given();
    await passTime(desk, 180);
    expect(await noticesOf(chen)).toEqual([{ ...ofTicket(silent), kind: 'returned', because: 'silent' }]);
    await screen.heard('notices.changed', ({ added }) => added?.kind === 'returned');
    screen.close();
    const gone = await given();
    await chen.http.put('/api/presences/current').send({ presence: 'offline' }).expect(200);
    await passTime(desk, 6);
    expect((await noticesOf(chen))[0]).toEqual({ ...ofTicket(gone), kind: 'returned', because: 'gone' });
    // Nobody else, and nothing of a case that somebody gave away by their own word.
    expect(await noticesOf(lin)).toEqual([]);
  });

  it('hears that they take nothing new, as does who leads the team', async () => {
    await given();
    await given();
    await passTime(desk, 180);
    const presence = { ...common, kind: 'presence', presence: 'busy', because: 'silent' };
    expect((await noticesOf(chen)).filter(({ kind }) => kind === 'presence')).toEqual([presence]);
    expect(await noticesOf(lin)).toEqual([{ ...presence, about: '陈小北' }]);
  });

  it('hears of a take-over, a whisper and a presence that was set, each by name', async () => {
    const mine = await given();
    await lin.http.post(`/api/tickets/${mine.number}/whispers`).send({ body: '先核对流水' }).expect(204);
    await lin.http
      .post(`/api/tickets/${mine.number}/assignments`)
      .send({ teamId: team.id, staffId: lin.id })
      .expect(201);
    await desk.settle();
    await lin.http.put(`/api/staff/${chen.id}/presence`).send({ presence: 'busy' }).expect(200);
    await desk.settle();
    const notices = await noticesOf(chen);
    expect(notices.toReversed()).toEqual([
      { ...ofTicket(mine), kind: 'whispered', by: '林主管' },
      { ...ofTicket(mine), kind: 'taken_over', by: '林主管' },
      { ...common, kind: 'presence', presence: 'busy', because: 'supervisor', by: '林主管' },
    ]);
    const [{ id }] = notices as [NoticeView];
    await chen.http.post(`/api/notices/${id}/reads`).expect(200);
    expect((await chen.http.get('/api/notices/unread')).body).toEqual({ unread: 2 });
    expect((await chen.http.post(`/api/notices/${id}/acknowledgements`)).body.code).toBe('not_found');
  });
});
