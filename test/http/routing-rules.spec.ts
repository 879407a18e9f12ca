import type { RoutingRulesView, TeamRoutingView } from '../../src/contract/index.js';
import { Queue } from '../../src/routing/index.js';
import { inOrder } from '../../src/routing/rules/rank.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam, type SignedIn, signIn } from '../support/factories.js';
import { assigneeOf, buildAgent } from '../support/routing.js';
import { buildTicket } from '../support/tickets.js';
import { until } from '../support/until.js';

const UNKNOWN = '00000000-0000-7000-8000-000000000000';

describe('the rules of routing', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let night: BuiltTeam;
  let admin: SignedIn;
  let supervisor: SignedIn;
  let site: { id: string };
  beforeEach(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    night = await buildTeam(desk);
    admin = await signIn(desk, await buildStaff(desk, { role: 'admin' }));
    supervisor = await signIn(desk, await buildStaff(desk, { role: 'supervisor', teams: [team] }));
    site = await buildSite(desk);
  });
  afterEach(() => desk.close());

  const rules = async (): Promise<RoutingRulesView> => (await admin.http.get('/api/routing/rules').expect(200)).body;
  const settings = async (of: { id: string } = team): Promise<TeamRoutingView> =>
    (await admin.http.get(`/api/teams/${of.id}/routing`).expect(200)).body;
  const editable = ({ teamId: _, warnings: __, ...view }: TeamRoutingView) => view;
  const open = async (options: Parameters<typeof buildTicket>[1] = {}) => {
    const ticket = await buildTicket(desk, { site, ...options });
    await desk.settle();
    return ticket;
  };
  const queue = () =>
    desk.database.query<{ ticketId: string; rankAt: Date; units: number; stage: string; nextStageAt: Date | null }>(
      `SELECT ticket_id AS "ticketId", rank_at AS "rankAt", units, stage, next_stage_at AS "nextStageAt"
       FROM queue_items ORDER BY rank_at, ticket_id`,
    );
  /** What somebody saves while a case joins the queue by what held before. */
  const saveMeanwhile = async (path: string, body: object) => {
    const { ticketId } = await buildTicket(desk, { site });
    let saved = false;
    const saving = await desk.database.transaction(async (tx) => {
      await desk.get(Queue).sync(tx, ticketId);
      const answer = admin.http.put(path).send(body).expect(200);
      const save = answer.then(() => {
        saved = true;
      });
      const waits = async () => (await desk.database.query('SELECT FROM pg_locks WHERE NOT granted')).length > 0;
      await until(async () => saved || (await waits()), 'the save, done or waiting');
      return { save };
    });
    await saving.save;
  };
  const audited = async () =>
    (await admin.http.get('/api/audit').expect(200)).body.items.map(
      ({ action, changes }: { action: string; changes: object }) => [action, Object.keys(changes)],
    );

  it('are for administrators alone', async () => {
    for (const path of ['/api/routing/rules', '/api/routing/rules/versions/1', `/api/teams/${team.id}/routing`])
      await supervisor.http.get(path).expect(403);
    await supervisor.http.put('/api/routing/rules').send({}).expect(403);
    await supervisor.http.put(`/api/teams/${team.id}/routing`).send({}).expect(403);
    await admin.http.get(`/api/teams/${UNKNOWN}/routing`).expect(404);
    await admin.http.get('/api/routing/rules/versions/9').expect(404);
  });

  it('are saved as a new version, in the audit log, unless somebody was there before', async () => {
    const { rules: before, version } = await rules();
    const wanted = { ...before, units: { ...before.units, phone: 3 } };
    const body = { version, rules: wanted, note: '电话算三个' };
    const { body: saved } = await admin.http.put('/api/routing/rules').send(body).expect(200);
    expect(saved).toMatchObject({
      version: version + 1,
      rules: wanted,
      note: '电话算三个',
      createdBy: admin.principal.name,
    });
    expect((await admin.http.put('/api/routing/rules').send(body)).body.code).toBe('conflict');
    await admin.http
      .put('/api/routing/rules')
      .send({ ...body, version: version + 1 })
      .expect(200);
    expect((await rules()).version).toBe(version + 1);
    const { body: former } = await admin.http.get(`/api/routing/rules/versions/${version}`).expect(200);
    expect(former.rules).toEqual(before);
    expect(await audited()).toEqual([['routing_rules.updated', ['units']]]);
  });

  it('are saved by one of two editors who save at once', async () => {
    const { rules: before, version } = await rules();
    const answers = await Promise.all(
      [2, 3].map((phone) =>
        admin.http.put('/api/routing/rules').send({ version, rules: { ...before, units: { ...before.units, phone } } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('refuse what makes no sense, with the way out, and say of skills that nobody has them', async () => {
    const { rules: before, version } = await rules();
    const need = { when: { locale: 'en' }, skill: 'language:ko', minimum: 60, required: true };
    const put = (needs: object[]) =>
      admin.http.put('/api/routing/rules').send({ version, rules: { ...before, needs } });
    const refused = await put([{ ...need, minimum: 0, when: {} }]);
    expect(refused.status).toBe(400);
    expect(refused.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'rules.needs.0.when',
      'rules.needs.0.minimum',
    ]);
    expect((await put([{ ...need, colour: 'red' }])).status).toBe(400);
    expect((await rules()).version).toBe(version);
    await buildAgent(desk, { teams: [team], skills: { 'language:ko': 59, 'language:en': 1 } });
    const { body } = await put([{ ...need, skill: 'language:en', minimum: 1 }, need]);
    expect(body.warnings).toEqual([expect.objectContaining({ path: 'rules.needs.1.skill', code: 'nobody_has_skill' })]);
  });

  it('rank anew who waits, as the pure rule says', async () => {
    const { rules: before, version } = await rules();
    const built = [];
    for (let index = 0; index < 24; index += 1)
      built.push(await buildTicket(desk, { site, shop: { tier: index % 3 ? 'standard' : 'premium' } }));
    await desk.database.query(`UPDATE tickets SET priority = (ARRAY['P0', 'P1', 'P2', 'P3'])[1 + (random() * 3)::int]`);
    await desk.database.query(
      `UPDATE conversations SET awaiting_reply_since = desk_now() - make_interval(secs => (random() * 7200)::int)`,
    );
    const expected = async () => {
      const rows = await desk.database.query<Parameters<typeof inOrder>[0][number] & { at: Date }>(
        `SELECT t.id, c.awaiting_reply_since AS at, t.priority, t.tier, false AS live FROM tickets t
         JOIN ticket_conversations tc ON tc.ticket_id = t.id JOIN conversations c ON c.id = tc.conversation_id`,
      );
      const { headStarts } = (await rules()).rules;
      return inOrder(
        rows.map((row) => ({ ...row, since: row.at.getTime() })),
        headStarts,
      ).map(({ id }) => id);
    };
    await desk.settle();
    expect((await queue()).map(({ ticketId }) => ticketId)).toEqual(await expected());
    const headStarts = { P0: 5_000, P1: 4_000, P2: 10, P3: 0, premium: 3_600, live: 0 };
    await admin.http
      .put('/api/routing/rules')
      .send({ version, rules: { ...before, headStarts, units: { ...before.units, chat: 2 } } })
      .expect(200);
    const after = await queue();
    expect(after.map(({ ticketId }) => ticketId)).toEqual(await expected());
    expect(new Set(after.map(({ units }) => units))).toEqual(new Set([2]));
  });

  it('hold for who joins the queue while they are saved', async () => {
    const { rules: before, version } = await rules();
    await saveMeanwhile('/api/routing/rules', { version, rules: { ...before, units: { ...before.units, chat: 4 } } });
    expect(await queue()).toEqual([expect.objectContaining({ units: 4 })]);
    const wanted = { ...editable(await settings()), overflowTeamIds: [night.id], overflowAfterSeconds: 300 };
    await saveMeanwhile(`/api/teams/${team.id}/routing`, wanted);
    expect((await queue()).map(({ nextStageAt }) => nextStageAt)).not.toContain(null);
  });

  describe('of a team', () => {
    it('are saved with their version and stand in the audit log', async () => {
      const before = await settings();
      expect(before).toMatchObject({ strategy: 'balanced', version: 1, overflowTeamIds: [], answerWithinSeconds: 180 });
      const wanted = { ...editable(before), strategy: 'manual', shiftOnly: true, queueLimit: 50 };
      const { body } = await admin.http.put(`/api/teams/${team.id}/routing`).send(wanted).expect(200);
      expect(body).toMatchObject({ strategy: 'manual', shiftOnly: true, queueLimit: 50, version: 2 });
      expect((await admin.http.put(`/api/teams/${team.id}/routing`).send(wanted)).body.code).toBe('conflict');
      expect(await audited()).toEqual([['team.routing_updated', ['strategy', 'shiftOnly', 'queueLimit']]]);
    });

    it('refuse an overflow to itself, to nobody, to an archived team; and warn of one that is empty', async () => {
      const before = editable(await settings());
      const put = (overflowTeamIds: string[]) =>
        admin.http.put(`/api/teams/${team.id}/routing`).send({ ...before, overflowTeamIds });
      for (const [ids, path] of [
        [[team.id], 'overflowTeamIds.0'],
        [[UNKNOWN], 'overflowTeamIds.0'],
        [[night.id, night.id], 'overflowTeamIds.1'],
      ] as const) {
        const answer = await put([...ids]);
        expect([answer.status, answer.body.errors[0].path]).toEqual([400, path]);
      }
      const { body } = await put([night.id]).expect(200);
      expect(body.warnings.map(({ code }: { code: string }) => code)).toEqual(['nobody_in_overflow_team']);
      const archive = await admin.http.put(`/api/teams/${night.id}/archive`);
      expect([archive.status, archive.body.code]).toEqual([409, 'in_use']);
      expect(archive.body.detail).toContain(team.name['zh-CN']);
      const archived = await buildTeam(desk);
      await admin.http.put(`/api/teams/${archived.id}/archive`).expect(200);
      const refused = await admin.http
        .put(`/api/teams/${team.id}/routing`)
        .send({ ...editable(await settings()), overflowTeamIds: [night.id, archived.id] });
      expect([refused.status, refused.body.errors[0].path]).toEqual([400, 'overflowTeamIds.1']);
      expect((await settings(night)).warnings.map(({ code }) => code)).toEqual(['nobody_in_team']);
    });

    it('may name each other: an overflow is one step', async () => {
      for (const [from, to] of [
        [team, night],
        [night, team],
      ] as const)
        await admin.http
          .put(`/api/teams/${from.id}/routing`)
          .send({ ...editable(await settings(from)), overflowTeamIds: [to.id] })
          .expect(200);
      expect((await settings(night)).overflowTeamIds).toEqual([team.id]);
    });

    it('count at once for those who wait: their stages move, and work is given', async () => {
      const put = async (change: Partial<TeamRoutingView>) =>
        admin.http
          .put(`/api/teams/${team.id}/routing`)
          .send({ ...editable(await settings()), ...change })
          .expect(200);
      await put({ strategy: 'manual' });
      const chen = await buildAgent(desk, { teams: [team] });
      const waiting = await open();
      expect(await assigneeOf(desk, waiting)).toBeNull();
      const secondsOfWaiting = async () => {
        const [row] = await desk.database.query<{ seconds: number | null }>(
          'SELECT round(extract(epoch FROM next_stage_at - enqueued_at))::int AS seconds FROM queue_items',
        );
        return row?.seconds;
      };
      expect(await secondsOfWaiting()).toBeNull();
      await put({ overflowTeamIds: [night.id], overflowAfterSeconds: 300 });
      // From now on, which is a moment after they began to wait.
      const planned = Number(await secondsOfWaiting());
      expect(planned).toBeGreaterThanOrEqual(300);
      expect(planned).toBeLessThan(390);
      await desk.clock.advance(100_000);
      await put({ overflowAfterSeconds: 120 });
      expect(await secondsOfWaiting()).toBe(planned - 180);
      await put({ strategy: 'balanced' });
      await desk.settle();
      expect(await assigneeOf(desk, waiting)).toBe(chen.id);
    });
  });
});
