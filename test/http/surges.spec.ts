import { DEFAULT_SURGE_SETTINGS, type SurgeView } from '../../src/contract/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';

const HOUR = 3_600_000;

describe('planning a surge', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let other: BuiltTeam;
  let admin: SignedIn;
  let supervisor: SignedIn;
  let agent: SignedIn;

  beforeAll(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk);
    other = await buildTeam(desk);
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [team] }));
    agent = await signIn(desk, await buildStaff(desk, { teams: [team] }));
  });
  afterEach(() => desk.database.query('DELETE FROM surges'));
  afterAll(() => desk.close());

  const inHours = (hours: number) => new Date(desk.clock.now().getTime() + hours * HOUR).toISOString();
  const plan = (body: object = {}) => ({
    teamId: team.id,
    reason: '双十一大促',
    startsAt: inHours(1),
    endsAt: inHours(5),
    settings: DEFAULT_SURGE_SETTINGS,
    ...body,
  });
  const post = (who: SignedIn, body: object) => who.http.post('/api/surges').send(body);
  const surges = async () => Number((await desk.database.query('SELECT count(*) AS n FROM surges'))[0]?.n);

  it('is for supervisors of the team; for all teams at once, for administrators', async () => {
    await post(agent, plan()).expect(403);
    await post(supervisor, plan({ teamId: other.id })).expect(403);
    await post(supervisor, plan({ teamId: null })).expect(403);
    expect(await surges()).toBe(0);
    const { body } = await post(supervisor, plan()).expect(201);
    expect(body).toMatchObject({ state: 'planned', teamId: team.id, version: 1, createdBy: supervisor.principal.name });
    await post(admin, plan({ teamId: other.id })).expect(201);
    const seen = async (who: SignedIn) => (await who.http.get('/api/surges').expect(200)).body.items as SurgeView[];
    expect((await seen(agent)).map(({ teamId }) => teamId)).toEqual([team.id]);
    expect(await seen(admin)).toHaveLength(2);
  });

  it.each([
    ['that ends before it begins', () => ({ startsAt: inHours(5), endsAt: inHours(1) }), 'endsAt'],
    ['that ends as it begins', () => ({ startsAt: inHours(5), endsAt: inHours(5) }), 'endsAt'],
    ['that has ended already', () => ({ startsAt: null, endsAt: inHours(-1) }), 'endsAt'],
    ['that has begun already', () => ({ startsAt: inHours(-1) }), 'startsAt'],
    ['that lasts for months', () => ({ endsAt: inHours(24 * 60) }), 'endsAt'],
    ['in two years', () => ({ startsAt: inHours(24 * 700), endsAt: null }), 'startsAt'],
    [
      'of 0 per cent',
      () => ({ settings: { ...DEFAULT_SURGE_SETTINGS, capacityPercent: 0 } }),
      'settings.capacityPercent',
    ],
    [
      'of 1,000 per cent',
      () => ({ settings: { ...DEFAULT_SURGE_SETTINGS, capacityPercent: 1_000 } }),
      'settings.capacityPercent',
    ],
    [
      'with a part of a person',
      () => ({ settings: { ...DEFAULT_SURGE_SETTINGS, capacityPercent: 120.5 } }),
      'settings.capacityPercent',
    ],
    [
      'that says something in one language alone',
      () => ({ settings: { ...DEFAULT_SURGE_SETTINGS, announcement: { 'zh-CN': '忙' } } }),
      'settings.announcement.en',
    ],
    ['for no reason', () => ({ reason: '  ' }), 'reason'],
    ['of an unknown team', () => ({ teamId: newId() }), 'teamId'],
  ])('refuses one %s, and keeps nothing', async (_what, wrong, path) => {
    const { body } = await post(admin, plan(wrong())).expect(400);
    expect(body).toMatchObject({ code: 'invalid_input', errors: [{ path }] });
    expect(await surges()).toBe(0);
  });

  it('refuses one of a team that is archived', async () => {
    const gone = await buildTeam(desk);
    await desk.database.query('UPDATE teams SET archived_at = desk_now() WHERE id = $1', [gone.id]);
    await post(admin, plan({ teamId: gone.id })).expect(400);
  });

  it('refuses two for one team at one time, also when both are planned at once, and names the other', async () => {
    const answers = await Promise.all([post(admin, plan()), post(admin, plan({ startsAt: inHours(4), endsAt: null }))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
    const { body } = await post(admin, plan({ teamId: null, startsAt: inHours(2), endsAt: inHours(3) })).expect(400);
    expect(body).toMatchObject({ errors: [{ path: 'startsAt' }], detail: expect.stringContaining('双十一大促') });
    await post(admin, plan({ teamId: other.id })).expect(201);
  });

  it('lets one follow on another', async () => {
    const [first, second] = [plan(), plan()];
    await post(admin, first).expect(201);
    await post(admin, { ...second, startsAt: first.endsAt, endsAt: inHours(9) }).expect(201);
  });

  it('is changed by the version one saw, and is in the audit log', async () => {
    const { body: made } = await post(supervisor, plan()).expect(201);
    const { teamId: _, ...changed } = plan({ reason: '双十一返场', endsAt: inHours(6) });
    const put = (version: number) => supervisor.http.put(`/api/surges/${made.id}`).send({ ...changed, version });
    const { body: saved } = await put(1).expect(200);
    expect(saved).toMatchObject({ reason: '双十一返场', version: 2, state: 'planned' });
    await put(1).expect(409);
    await supervisor.http.post(`/api/surges/${made.id}/ending`).send({ version: 1 }).expect(409);
    await agent.http.post(`/api/surges/${made.id}/ending`).send({ version: 2 }).expect(403);
    await supervisor.http.post(`/api/surges/${made.id}/ending`).send({ version: 2 }).expect(201);
    const { body: again } = await put(3).expect(409);
    expect(again).toMatchObject({ code: 'illegal_transition' });
    await supervisor.http.post(`/api/surges/${newId()}/ending`).send({ version: 1 }).expect(404);
    const { body: audit } = await admin.http.get('/api/audit').expect(200);
    expect((audit.items as { action: string }[]).slice(0, 3).map(({ action }) => action)).toEqual([
      'surge.ended',
      'surge.updated',
      'surge.planned',
    ]);
  });
});
