import fc from 'fast-check';
import type { TicketStatus } from '../../src/contract/index.js';
import { DeskError } from '../../src/platform/errors/index.js';
import { RoutingBeat } from '../../src/routing/index.js';
import { Tickets } from '../../src/tickets/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { type BuiltStaff, type BuiltTeam, buildSite, buildStaff, buildTeam } from '../support/factories.js';
import { passTime } from '../support/rescue.js';
import { buildTicket } from '../support/tickets.js';

type Step =
  | { do: 'assign'; ticket: number; to: number; team: number }
  | { do: 'return'; ticket: number; team: number }
  | { do: 'move'; ticket: number; to: TicketStatus; by: 'staff' | 'customer' }
  | { do: 'wait'; minutes: number }
  | { do: 'units'; chat: number; email: number }
  | { do: 'delete'; ticket: number };

const TICKETS = 5;
const PEOPLE = 3;
const CHANNELS = ['widget', 'widget', 'email', 'phone', 'form'];

const ticket = fc.nat(TICKETS - 1);
const team = fc.nat(1);
const steps = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('assign' as const), ticket, to: fc.nat(PEOPLE - 1), team }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), ticket, team }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      ticket,
      to: fc.constantFrom<TicketStatus>('open', 'pending', 'pending', 'on_hold', 'resolved', 'cancelled'),
      by: fc.constantFrom('staff' as const, 'customer' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 30, 61) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('units' as const), chat: fc.nat(3), email: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), ticket }) },
);

/** What people hold, as counted and as it is; both empty of what is zero. */
const BOOKS = `
  SELECT f.staff_id, p.load, (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(p.kind_loads) WHERE value <> '0') AS kinds,
         (SELECT coalesce(sum(units), 0)::int FROM work_in_hand w WHERE w.staff_id = f.staff_id AND released_at IS NULL) AS sum,
         (SELECT coalesce(jsonb_object_agg(kind, units), '{}') FROM (
            SELECT kind, sum(units) AS units FROM work_in_hand w WHERE w.staff_id = f.staff_id AND released_at IS NULL
            GROUP BY kind HAVING sum(units) <> 0) k) AS sums
  FROM unnest($1::uuid[]) AS f (staff_id) JOIN agent_profiles p ON p.staff_id = f.staff_id ORDER BY 1`;

/** Rows that should not be there, should be, or say something else than their ticket. */
const WRONG = `
  SELECT coalesce(t.id, w.ticket_id) AS id, t.status, t.assignee_id, w.staff_id, w.waiting_since, w.released_at
  FROM (SELECT * FROM tickets WHERE assignee_id IS NOT NULL AND status IN ('open', 'pending')) t
  FULL JOIN work_in_hand w ON w.ticket_id = t.id
  WHERE t.id IS NULL OR w.ticket_id IS NULL OR t.assignee_id <> w.staff_id OR t.team_id <> w.team_id
     OR (t.status = 'pending') <> (w.waiting_since IS NOT NULL) OR (w.released_at IS NOT NULL AND t.status <> 'pending')`;

describe('work in hand', () => {
  let desk: TestApp;
  let site: { id: string };
  const teams: BuiltTeam[] = [];
  const people: BuiltStaff[] = [];

  beforeAll(async () => {
    desk = await startTestApp({ env: { DATABASE_POOL_SIZE: '16' } });
    site = await buildSite(desk);
    teams.push(await buildTeam(desk, { key: 'frontline' }), await buildTeam(desk));
    for (let nth = 0; nth < PEOPLE; nth += 1) people.push(await buildStaff(desk, { teams }));
  });
  afterAll(() => desk.close());

  /** A case that came by this channel, without a word of the bot's. */
  async function build(channel: string): Promise<string> {
    const { ticketId, conversationId } = await buildTicket(desk, { site });
    await desk.database.query('UPDATE conversations SET channel = $2 WHERE id = $1', [conversationId, channel]);
    return ticketId;
  }

  /** As nobody does it: for what an operator might do by hand. */
  async function remove(ticketId: string): Promise<void> {
    await desk.database.transaction(async (tx) => {
      await tx.query('SELECT FROM tickets WHERE id = $1 FOR UPDATE', [ticketId]);
      const references = await tx.query<{ of: string; by: string }>(
        `SELECT conrelid::regclass::text AS of, a.attname AS by FROM pg_constraint c
         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
         WHERE confrelid = 'tickets'::regclass AND confdeltype = 'a' AND conrelid <> 'tickets'::regclass`,
      );
      for (const { of, by } of references) await tx.query(`DELETE FROM ${of} WHERE ${by} = $1`, [ticketId]);
      await tx.query('DELETE FROM tickets WHERE id = $1', [ticketId]);
    });
  }

  const give = (ticketId: string, teamId: string, staffId: string | null) =>
    desk.database.transaction((tx) =>
      desk.get(Tickets).assign(tx, {
        ticketId,
        teamId,
        staffId,
        actor: { kind: 'system', id: null },
        because: 'test',
      }),
    );

  async function take(step: Step, tickets: string[]): Promise<unknown> {
    const teamId = 'team' in step ? (teams[step.team] as BuiltTeam).id : '';
    const ticketId = 'ticket' in step ? (tickets[step.ticket] as string) : '';
    switch (step.do) {
      case 'assign':
        return await give(ticketId, teamId, (people[step.to] as BuiltStaff).id);
      case 'return':
        return await give(ticketId, teamId, null);
      case 'move': {
        const actor = { kind: step.by, id: step.by === 'staff' ? (people[0] as BuiltStaff).id : null };
        return await desk.database.transaction((tx) =>
          desk.get(Tickets).transition(tx, { ticketId, to: step.to, actor, because: 'test' }),
        );
      }
      case 'wait':
        await desk.clock.advance(step.minutes * 60_000);
        return await desk.get(RoutingBeat).runOnce();
      case 'units':
        return await desk.database.query(
          `INSERT INTO routing_rules (version, rules)
           SELECT version + 1, jsonb_set(rules, '{units}', rules -> 'units' || $1) FROM routing_rules ORDER BY version DESC LIMIT 1`,
          [JSON.stringify({ chat: step.chat, email: step.email })],
        );
      case 'delete':
        return await remove(ticketId);
    }
  }

  async function insistOnBooks(): Promise<void> {
    const books = await desk.database.query(BOOKS, [people.map(({ id }) => id)]);
    for (const { load, kinds, sum, sums } of books) expect({ load, kinds }).toEqual({ load: sum, kinds: sums });
    expect(await desk.database.query(WRONG)).toEqual([]);
  }

  it('is what the profiles count, whatever happens in whatever order, some of it at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(steps, { minLength: 1, maxLength: 3 }), { maxLength: 14 }), async (life) => {
        const tickets = await Promise.all(CHANNELS.map(build));
        for (const together of life) {
          const outcomes = await Promise.allSettled(together.map((step) => take(step, tickets)));
          for (const outcome of outcomes)
            if (outcome.status === 'rejected' && !(outcome.reason instanceof DeskError) && !twice(outcome.reason))
              throw outcome.reason;
          await insistOnBooks();
        }
      }),
      { numRuns: Number(process.env.DEEP_RUNS ?? 25) },
    );
  }, 120_000);

  it('gives back its units after an hour of waiting for the customer, and takes them again when they write', async () => {
    await desk.database.query(
      `INSERT INTO routing_rules (version, rules) SELECT max(version) + 1, '{"units": {"chat": 2}, "headStarts": {}, "needs": []}' FROM routing_rules`,
    );
    const chen = await buildStaff(desk, { teams });
    const load = async () =>
      (
        await desk.database.query<{ load: number; kinds: object }>(
          'SELECT load, kind_loads AS kinds FROM agent_profiles WHERE staff_id = $1',
          [chen.id],
        )
      )[0];
    const built = await buildTicket(desk, { site });
    await give(built.ticketId, (teams[0] as BuiltTeam).id, chen.id);
    await desk.database.transaction((tx) =>
      desk.get(Tickets).transition(tx, {
        ticketId: built.ticketId,
        to: 'pending',
        actor: { kind: 'staff', id: chen.id },
        because: 'set',
      }),
    );
    await passTime(desk, 58 * 60);
    expect(await load()).toEqual({ load: 2, kinds: { chat: 2 } });
    await passTime(desk, 120);
    expect(await load()).toEqual({ load: 0, kinds: { chat: 0 } });
    await desk.database.query('UPDATE agent_profiles SET capacity = 0 WHERE staff_id = $1', [chen.id]);
    await built.say('补充一张截图');
    await desk.settle();
    expect(await load()).toEqual({ load: 2, kinds: { chat: 2 } });
  });

  it('gives back nothing where the team says never', async () => {
    await desk.database.query('UPDATE team_routing SET release_after_minutes = NULL');
    const chen = await buildStaff(desk, { teams });
    const built = await buildTicket(desk, { site });
    await give(built.ticketId, (teams[0] as BuiltTeam).id, chen.id);
    await desk.database.query(`UPDATE tickets SET status = 'pending' WHERE id = $1`, [built.ticketId]);
    await passTime(desk, 86_400);
    const [row] = await desk.database.query('SELECT released_at FROM work_in_hand WHERE ticket_id = $1', [
      built.ticketId,
    ]);
    expect(row).toEqual({ released_at: null });
  });
});

/** Two new versions of the rules at one moment. */
const twice = (error: unknown) => (error as { code?: string }).code === '23505';
