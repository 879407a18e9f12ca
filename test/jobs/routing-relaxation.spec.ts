import { RoutingBeat } from '../../src/routing/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildTeam } from '../support/factories.js';
import { assigneeOf, buildAgent, setNeeds, setTeamRouting } from '../support/routing.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const KOREAN = { when: { locale: 'en' }, skill: 'language:ko', minimum: 60, required: true };

describe('what waits for long for the right person', () => {
  let desk: TestApp;
  let team: BuiltTeam;
  let night: BuiltTeam;
  let site: { id: string };

  beforeEach(async () => {
    desk = await startTestApp();
    team = await buildTeam(desk, { key: 'frontline' });
    night = await buildTeam(desk, { name: { 'zh-CN': '夜间组', en: 'Night team' } });
    site = await buildSite(desk);
    await setNeeds(desk, KOREAN);
    await setTeamRouting(desk, team, { overflowTeamIds: [night.id], answerWithinSeconds: null });
  });
  afterEach(() => desk.close());

  const open = async (options: Parameters<typeof buildTicket>[1] = { locale: 'en' }) => {
    const ticket = await buildTicket(desk, { site, ...options });
    await desk.settle();
    return ticket;
  };
  const passes = async (seconds: number) => {
    await desk.clock.advance(seconds * 1_000);
    await desk.get(RoutingBeat).runOnce();
    await desk.settle();
  };
  const stage = async ({ ticketId }: BuiltTicket) =>
    (await desk.database.one<{ stage: string }>('SELECT stage FROM queue_items WHERE ticket_id = $1', [ticketId]))
      ?.stage;
  const lines = ({ ticketId }: BuiltTicket) =>
    desk.database.query<{ data: { waitedSeconds: number }; visible: boolean }>(
      `SELECT data, customer_visible AS visible FROM ticket_events WHERE ticket_id = $1 AND kind = 'relaxed' ORDER BY created_at, id`,
      [ticketId],
    );

  it('goes to anybody of the team, then to the teams beside it, at the times that are set, each step in the timeline', async () => {
    const began = desk.clock.now();
    const waited = () => Math.ceil((desk.clock.now().getTime() - began.getTime()) / 1_000);
    const hard = await open();
    await passes(30);
    expect(await stage(hard)).toBe('skills');
    await passes(30);
    expect(await stage(hard)).toBe('team');
    const relaxed = waited();
    await passes(210);
    expect(await stage(hard)).toBe('team');
    await passes(30);
    expect(await stage(hard)).toBe('overflow');
    const overflowed = waited();
    await passes(86_400);
    const needs = [{ skill: 'language:ko', minimum: 60, required: true }];
    const told = await lines(hard);
    expect(told).toMatchObject([
      { data: { from: 'skills', to: 'team', needs }, visible: false },
      { data: { from: 'team', to: 'overflow', teams: [night.name] }, visible: false },
    ]);
    // The desk's clock goes on between one advance and the next.
    const within = (place: number, least: number, most: number) => {
      const seconds = told[place]?.data.waitedSeconds;
      expect(seconds).toBeGreaterThanOrEqual(least);
      expect(seconds).toBeLessThanOrEqual(most);
    };
    within(0, 60, relaxed);
    within(1, 300, overflowed);
  });

  it('finds its person at once when it may', async () => {
    const anybody = await buildAgent(desk, { teams: [team], capacity: 1 });
    const hard = await open();
    expect(await assigneeOf(desk, hard)).toBeNull();
    await passes(60);
    expect(await assigneeOf(desk, hard)).toBe(anybody.id);
    const second = await open();
    const helper = await buildAgent(desk, { teams: [night] });
    await passes(60);
    expect(await assigneeOf(desk, second)).toBeNull();
    await passes(240);
    expect(await assigneeOf(desk, second)).toBe(helper.id);
    const [routed] = await desk.database.query('SELECT because, stage FROM routed_tickets WHERE ticket_id = $1', [
      hard.ticketId,
    ]);
    expect(routed).toMatchObject({
      stage: 'team',
      because: { missing: [{ skill: 'language:ko', minimum: 60, required: true }] },
    });
  });

  it('keeps to what the team has set: never, or at once', async () => {
    await setTeamRouting(desk, team, { relaxAfterSeconds: null });
    const strict = await open();
    await setTeamRouting(desk, team, { relaxAfterSeconds: 0, overflowAfterSeconds: null });
    const loose = await open();
    await passes(100_000);
    expect([await stage(strict), await stage(loose)]).toEqual(['skills', 'team']);
  });

  it('is relaxed once by many workers at one time', async () => {
    const hard = await Promise.all(Array.from({ length: 30 }, () => open()));
    await desk.clock.advance(60_000);
    await Promise.all(Array.from({ length: 5 }, () => desk.get(RoutingBeat).runOnce()));
    for (const one of hard) expect([await stage(one), (await lines(one)).length]).toEqual(['team', 1]);
  });
});
