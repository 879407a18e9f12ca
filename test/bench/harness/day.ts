/** A day of the product's hand-out in a process of its own, on a clock that is moved by hand: minutes pass in milliseconds. */
import 'reflect-metadata';
import pg from 'pg';
import { loadConfig } from '../../../src/config.js';
import { createDesk } from '../../../src/create-desk.js';
import { createPino, Logger } from '../../../src/platform/logger/index.js';
import { Relay } from '../../../src/platform/outbox/index.js';
import { Assignment, RoutingBeat } from '../../../src/routing/index.js';
import { TestClock } from '../../support/clock.js';
import { openCases } from '../seed/routing.js';
import { answerParent } from './helper-process.js';

const STEP_SECONDS = 30;
/** What hangs on time alone is looked after once in so many steps. */
const STEPS_PER_BEAT = 2;
const STEPS = (24 * 3_600) / STEP_SECONDS;
/** How long somebody has a case in hand, and until they have written their first answer. */
const IN_HAND = "interval '40 minutes'";
const FIRST_WORDS = "interval '20 seconds'";
/** Of a hundred customers of a day, so many come in each hour of Shanghai's: few at night, most when the live rooms are on. */
const HOURS = [1, 1, 0.5, 0.5, 0.5, 1, 1.5, 2.5, 4, 5.5, 6.5, 6, 5, 5, 5.5, 6, 5.5, 5, 6, 8, 9.5, 8, 4.5, 2];

export interface DayReport {
  cases: number;
  /** P0 of them, and those whose person would have answered within their target. */
  urgent: number;
  inTime: number;
  /** Seconds until P0, and all others, had a person. */
  urgentWaits: number[];
  waits: number[];
  mostWaiting: number;
  surges: number;
  seconds: number;
}

async function start() {
  const superuser = new pg.Client({ connectionString: process.env.SUPERUSER_URL });
  await superuser.connect();
  const clock = await TestClock.install(superuser);
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: process.env.DATABASE_URL, LOG_LEVEL: 'error' });
  const desk = await createDesk(config, new Logger(createPino(config.logLevel)), clock);
  await desk.init();
  return { superuser, clock, desk };
}
const starting = start();

answerParent({
  play: async ({ teamId, cases }: { teamId: string; cases: number }): Promise<DayReport> => {
    const { superuser, clock, desk } = await starting;
    const [relay, assignment, beat] = [
      desk.get(Relay, { strict: false }),
      desk.get(Assignment, { strict: false }),
      desk.get(RoutingBeat, { strict: false }),
    ];
    const began = performance.now();
    const arrived = arrivals(cases);
    let mostWaiting = 0;
    for (let step = 0, opened = 0; step < STEPS; step += 1) {
      await clock.advance(STEP_SECONDS * 1_000);
      const { rowCount: done } = await superuser.query(`UPDATE tickets SET status = 'resolved' WHERE id IN (
        SELECT ticket_id FROM work_in_hand WHERE since <= desk_now() - ${IN_HAND})`);
      if (step % STEPS_PER_BEAT === 0) await beat.runOnce();
      const upTo = arrived[step] ?? cases;
      if (upTo > opened) {
        await openCases(superuser, opened, upTo);
        opened = upTo;
      } else if (!done) continue;
      await relay.runUntilQuiet();
      await assignment.assignWaiting(teamId);
      const { rows } = await superuser.query<{ n: number }>('SELECT count(*)::int AS n FROM queue_items');
      mostWaiting = Math.max(mostWaiting, rows[0]?.n ?? 0);
    }
    const { rows } = await superuser.query<{ urgent: boolean; wait: number; met: boolean }>(WAITS);
    const { rows: surges } = await superuser.query<{ n: number }>('SELECT count(*)::int AS n FROM surges');
    const urgent = rows.filter((row) => row.urgent);
    return {
      cases: rows.length,
      urgent: urgent.length,
      inTime: urgent.filter(({ met }) => met).length,
      urgentWaits: urgent.map(({ wait }) => wait),
      waits: rows.filter((row) => !row.urgent).map(({ wait }) => wait),
      mostWaiting,
      surges: surges[0]?.n ?? 0,
      seconds: (performance.now() - began) / 1_000,
    };
  },
});

/** Until when they had, or have not had, a person; by their own clock of the first answer. */
const WAITS = `
  SELECT t.priority = 'P0' AS urgent,
         extract(epoch FROM coalesce(r.assigned_at, desk_now()) - t.opened_at)::float AS wait,
         coalesce(r.assigned_at + ${FIRST_WORDS} <= c.due_at, false) AS met
  FROM tickets t JOIN ticket_events o ON o.ticket_id = t.id AND o.kind = 'opened'
  LEFT JOIN clocks c ON c.ticket_id = t.id AND c.kind = 'first_response'
  LEFT JOIN LATERAL (SELECT min(assigned_at) AS assigned_at FROM routed_tickets WHERE ticket_id = t.id) r ON true`;

/** How many have come by the end of each step. */
function arrivals(cases: number): number[] {
  const all = HOURS.reduce((sum, share) => sum + share, 0);
  let come = 0;
  return Array.from({ length: STEPS }, (_, step) => {
    come += (HOURS[Math.floor((step * STEP_SECONDS) / 3_600)] ?? 0) / all / (3_600 / STEP_SECONDS);
    return Math.min(cases, Math.round(come * cases));
  });
}
