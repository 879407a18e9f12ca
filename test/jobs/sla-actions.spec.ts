import type { LadderRung, Ladders, RungAction } from '../../src/contract/index.js';
import { Sweep } from '../../src/sla/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltTeam, buildSite, buildStaff, buildTeam } from '../support/factories.js';
import { type BuiltTicket, buildTicket } from '../support/tickets.js';

const HOUR = 3_600_000;

describe('what a rung does beside telling people', () => {
  let desk: TestApp;
  let frontline: BuiltTeam;
  let experts: BuiltTeam;
  let site: { id: string };
  beforeEach(async () => {
    desk = await startTestApp();
    frontline = await buildTeam(desk, { key: 'frontline' });
    experts = await buildTeam(desk, { key: 'experts' });
    site = await buildSite(desk);
  });
  afterEach(() => desk.close());

  async function escalated(...also: RungAction[]): Promise<BuiltTicket> {
    const rung = (at: LadderRung['at']): LadderRung => ({
      at,
      whom: ['duty_manager'],
      how: ['in_app'],
      also: 'breach' in at ? also : [],
      acknowledgeWithinMinutes: null,
    });
    const rungs = [rung({ breach: true }), rung({ afterMinutes: 600 })];
    const ladders: Ladders = {
      first_response: rungs,
      next_response: rungs,
      promise: rungs,
      resolution: rungs,
      P0: rungs,
    };
    await desk.database.query('INSERT INTO ladder_versions (version, ladders) VALUES (3, $1)', [
      JSON.stringify(ladders),
    ]);
    const ticket = await buildTicket(desk, { site });
    await desk.settle();
    await desk.clock.advance(8 * HOUR);
    expect(await desk.get(Sweep).runOnce()).toBe(1);
    await desk.settle();
    return ticket;
  }
  const outcomes = async () => (await desk.database.one<{ also: object[] }>('SELECT also FROM escalations'))?.also;
  const clock = async () =>
    await desk.database.one<{ target: number; rung: number }>(
      'SELECT target_seconds AS target, next_rung AS rung FROM clocks',
    );

  it('raises the priority and never times anew the clock that asked for it', async () => {
    const ticket = await escalated({ do: 'raise_priority' });
    expect(await outcomes()).toEqual([{ do: 'raise_priority', done: true, from: 'P2', to: 'P1' }]);
    const row = await desk.database.one('SELECT priority FROM tickets WHERE id = $1', [ticket.ticketId]);
    expect(row).toEqual({ priority: 'P1' });
    expect(await clock()).toEqual({ target: 8 * 3_600, rung: 2 });
    expect(await desk.database.query(`SELECT FROM ticket_events WHERE kind = 'retimed'`)).toEqual([]);
    expect(await desk.get(Sweep).runOnce()).toBe(0);
  });

  it('hands it to another team, lets somebody watch it, and tells the customer honestly', async () => {
    const boss = await buildStaff(desk, { name: '负责人' });
    const ticket = await escalated(
      { do: 'hand_to', teamId: experts.id },
      { do: 'add_watcher', staffId: boss.id },
      { do: 'tell_customer' },
    );
    expect(await outcomes()).toMatchObject([
      { do: 'hand_to', done: true, from: frontline.id },
      { do: 'add_watcher', done: true },
      { do: 'tell_customer', done: true },
    ]);
    const row = await desk.database.one(
      `SELECT team_id AS team, (SELECT array_agg(staff_id) FROM ticket_watchers w WHERE w.ticket_id = t.id) AS watchers,
              (SELECT body FROM entries e WHERE e.conversation_id = $2 AND kind = 'system' AND body <> '') AS told
       FROM tickets t WHERE id = $1`,
      [ticket.ticketId, ticket.conversationId],
    );
    expect(row).toMatchObject({ team: experts.id, watchers: [boss.id], told: expect.stringContaining('升级') });
    expect(await clock()).toEqual({ target: 8 * 3_600, rung: 2 });
  });

  it('says why when it cannot: a team that has gone, somebody who has left', async () => {
    const gone = await buildStaff(desk);
    await desk.database.query('UPDATE staff SET disabled_at = desk_now() WHERE id = $1', [gone.id]);
    await desk.database.query('UPDATE teams SET archived_at = desk_now() WHERE id = $1', [experts.id]);
    await escalated(
      { do: 'hand_to', teamId: experts.id },
      { do: 'add_watcher', staffId: gone.id },
      { do: 'raise_priority' },
    );
    expect(await outcomes()).toMatchObject([
      { do: 'hand_to', done: false, because: 'invalid_input' },
      { do: 'add_watcher', done: false, because: 'not_found' },
      { do: 'raise_priority', done: true },
    ]);
  });
});
