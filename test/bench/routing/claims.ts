import type { HelperProcess } from '../harness/helper-process.js';
import type { Table } from '../harness/result.js';
import { caseIds, openCases } from '../seed/routing.js';
import { activeTeams, begin, type Stage, sql } from './stage.js';

const CLAIMS = 1_000;
const HOLDERS = 20;
const PLACES_EACH = 5;
const PLACES = HOLDERS * PLACES_EACH;

/** What must be true of every case and everybody. */
const BROKEN = `
  SELECT (SELECT count(*)::int FROM routed_tickets) AS given,
         (SELECT (count(*) - count(DISTINCT ticket_id))::int FROM routed_tickets) AS twice,
         (SELECT count(*)::int FROM agent_profiles WHERE load > capacity) AS "overCapacity",
         (SELECT count(*)::int FROM agent_profiles p WHERE load <> (
            SELECT count(*) FROM tickets t WHERE t.assignee_id = p.staff_id AND t.status IN ('open', 'pending'))) AS miscounted,
         (SELECT count(*)::int FROM tickets WHERE assignee_id IS NOT NULL) AS assigned,
         (SELECT count(*)::int FROM ticket_events WHERE kind = 'assigned') AS lines,
         (SELECT count(*)::int FROM queue_items) AS waiting`;

/** @throws when one case has two people, or a person more than they can hold */
export async function measureClaims(stage: Stage, processes: HelperProcess[]): Promise<Table> {
  await begin(stage, 0);
  const [teamId] = activeTeams(stage);
  const ids = await sql(stage, async (client) => {
    await client.query(
      `UPDATE agent_profiles SET capacity = ${PLACES_EACH} WHERE staff_id IN (
         SELECT staff_id FROM team_members WHERE team_id = $1 ORDER BY staff_id LIMIT ${HOLDERS})`,
      [teamId],
    );
    await openCases(client, 0, CLAIMS);
    await client.query('UPDATE tickets SET team_id = $1 WHERE status = $2', [teamId, 'new']);
    await client.query('TRUNCATE outbox CASCADE');
    return await caseIds(client, 0, CLAIMS);
  });
  await processes[0]?.ask('enqueue', ids);
  const began = performance.now();
  const claims = CLAIMS / processes.length;
  const given = await Promise.all(processes.map((one) => one.ask<number>('rush', { teamId, claims })));
  const milliseconds = performance.now() - began;
  const found = await sql(stage, async (client) => (await client.query(BROKEN)).rows[0]);
  const right = {
    given: PLACES,
    twice: 0,
    overCapacity: 0,
    miscounted: 0,
    assigned: PLACES,
    lines: PLACES,
    waiting: CLAIMS - PLACES,
  };
  const wrong = Object.entries(right).filter(([name, value]) => found[name] !== value);
  if (wrong.length > 0) throw new Error(`claims went wrong: ${JSON.stringify(found)}, not ${JSON.stringify(right)}`);
  const total = given.reduce((sum, count) => sum + count, 0);
  const none = (what: string, value: number) => ({ what, value, unit: '', target: { atMost: 0 } });
  return {
    title: `${CLAIMS.toLocaleString('en')} claims at once for ${PLACES} places, two processes`,
    unit: 'ms until all have their answer',
    lessIsBetter: true,
    rows: [
      {
        name: 'Porchlight',
        value: milliseconds,
        rounds: [milliseconds],
        latencies: {},
        usage: {},
        facts: { given: `${given.join(' + ')} = ${total}` },
      },
    ],
    checks: [none('given twice', found.twice), none('people over their capacity', found.overCapacity)],
    notes: [],
  };
}
