import type { DayReport } from '../harness/day.js';
import { startHelper } from '../harness/helper-process.js';
import { percentiles } from '../harness/numbers.js';
import { figure } from '../harness/print.js';
import type { Row, Table } from '../harness/result.js';
import { activeTeams, begin, type Stage, sql } from './stage.js';

/** Who works that day, and what each holds. */
const AT_WORK = 20;
const ROOM = 5;
/** One case in so many is P0. */
const URGENT_EVERY = 50;
const SURGE_WAITING = 100;

/** A usual day, and one on which ten times as many come: is P0 answered all the same? Its surge begins by itself. */
export async function measureDay(stage: Stage, { cases }: { cases: number }): Promise<Table> {
  const [teamId = ''] = activeTeams(stage);
  const days: { name: string; report: DayReport }[] = [];
  for (const factor of [1, 10]) {
    await begin(stage, 0);
    await sql(stage, async (client) => {
      await client.query(`UPDATE tickets SET priority = 'P2' WHERE priority = 'P0'`);
      await client.query(
        `UPDATE tickets SET priority = 'P0' FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM tickets) n
         WHERE n.id = tickets.id AND n.place % ${URGENT_EVERY} = 0`,
      );
      await client.query(
        `UPDATE agent_profiles SET capacity = ${ROOM} WHERE staff_id IN (
           SELECT staff_id FROM team_members WHERE team_id = $1 ORDER BY staff_id LIMIT ${AT_WORK})`,
        [teamId],
      );
      await client.query(`UPDATE presences SET last_seen_at = desk_now() + interval '9 days'`);
      await client.query(`UPDATE team_routing SET surge_waiting = ${SURGE_WAITING}`);
      await client.query('DELETE FROM surges');
    });
    const env = { DATABASE_URL: stage.engine.productUrl, SUPERUSER_URL: stage.engine.superuserUrl };
    const helper = startHelper('harness/day.js', { env });
    try {
      const report = await helper.ask<DayReport>('play', { teamId, cases: cases * factor });
      stage.say(`  a day with ${cases * factor} cases, played in ${figure(report.seconds)} s`);
      days.push({ name: factor === 1 ? 'a usual day' : 'ten times as many', report });
    } finally {
      await helper.stop();
    }
  }
  return {
    title: `a day: ${AT_WORK} people who hold ${ROOM} each, 40 minutes a case`,
    unit: '% of P0 answered within their target',
    rows: days.map(({ name, report }) => row(name, report)),
    checks: days.map(({ name, report }) => ({
      what: `P0 answered in time, ${name}`,
      value: share(report),
      unit: '%',
      target: { atLeast: 99 },
    })),
    notes: [
      `Answered: 20 s after somebody has it. ${SURGE_WAITING} who wait begin a surge. Times in seconds of the day.`,
    ],
  };
}

const share = ({ urgent, inTime }: DayReport) => (100 * inTime) / urgent;

function row(name: string, report: DayReport): Row {
  const seconds = (values: number[]) => {
    const { p50, p99 } = percentiles(values);
    return `p50 ${figure(p50)} s, p99 ${figure(p99)} s`;
  };
  return {
    name,
    value: share(report),
    rounds: [share(report)],
    latencies: {},
    usage: {},
    facts: {
      cases: `${report.cases}, of them P0 ${report.urgent}`,
      'P0 had a person after': seconds(report.urgentWaits),
      'all others': seconds(report.waits),
      'most waiting': String(report.mostWaiting),
      surges: String(report.surges),
    },
  };
}
