import type { TeamRoutingSettings } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import {
  ACCOUNT_CALENDAR,
  ACCOUNT_SHIFTS,
  KIND_LIMITS,
  MORE_NEEDS,
  RULES_NOTE,
  SHIFT_WEEKS,
  TEAM_ROUTING,
} from './routing.data.js';

/** Settings that show what routing can do. Only where nobody has set anything yet. */
export async function seedRouting(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    for (const [key, settings] of Object.entries(TEAM_ROUTING)) await seedTeam(tx, key, settings);
    await tx.query(
      `INSERT INTO routing_rules (version, rules, note)
       SELECT 2, jsonb_set(rules, '{needs}', rules -> 'needs' || $1::jsonb), $2 FROM routing_rules
       WHERE version = 1 AND NOT EXISTS (SELECT FROM routing_rules WHERE version > 1)`,
      [JSON.stringify(MORE_NEEDS), RULES_NOTE],
    );
    for (const [person, limits] of Object.entries(KIND_LIMITS))
      await tx.query(
        `UPDATE agent_profiles SET kind_limits = $2 WHERE version = 1 AND kind_limits = '{}'
           AND staff_id = (SELECT id FROM staff WHERE email = $1 || '@porchlight.example')`,
        [person, JSON.stringify(limits)],
      );
    await seedShifts(tx);
    await seedCalendar(tx);
  });
}

async function seedTeam(tx: Transaction, key: string, settings: (typeof TEAM_ROUTING)[string]): Promise<void> {
  const { overflowTeams = [], ...rest } = settings;
  const row: Partial<TeamRoutingSettings> = rest;
  await tx.query(
    `UPDATE team_routing SET strategy = coalesce($2, strategy), last_agent_days = coalesce($3, last_agent_days),
       queue_limit = coalesce($4, queue_limit), overflow_after_seconds = coalesce($5, overflow_after_seconds),
       overflow_team_ids = ARRAY(SELECT t.id FROM unnest($6::text[]) WITH ORDINALITY wanted(key, place)
                                 JOIN teams t USING (key) ORDER BY wanted.place)
     WHERE version = 1 AND team_id = (SELECT id FROM teams WHERE key = $1)`,
    [key, row.strategy, row.lastAgentDays, row.queueLimit, row.overflowAfterSeconds, overflowTeams],
  );
}

async function seedShifts(tx: Transaction): Promise<void> {
  const { team } = ACCOUNT_CALENDAR;
  const known = await tx.one(
    'SELECT FROM shifts h JOIN teams t ON t.id = h.team_id AND t.key = $1 WHERE h.ends_at > desk_now() LIMIT 1',
    [team],
  );
  if (known) return;
  for (const { staff, from, to, days } of ACCOUNT_SHIFTS)
    await tx.query(
      `INSERT INTO shifts (id, team_id, staff_id, starts_at, ends_at)
       SELECT gen_random_uuid(), t.id, s.id, (day + $3::interval) AT TIME ZONE t.time_zone, (day + $4::interval) AT TIME ZONE t.time_zone
       FROM teams t JOIN staff s ON s.email = $2 || '@porchlight.example'
       CROSS JOIN LATERAL generate_series(date_trunc('week', desk_now() AT TIME ZONE t.time_zone) - interval '7 days',
         date_trunc('week', desk_now() AT TIME ZONE t.time_zone) + make_interval(days => $6::int), '1 day') day
       WHERE t.key = $1 AND extract(isodow FROM day) = ANY($5::int[])
       ON CONFLICT ON CONSTRAINT shifts_once DO NOTHING`,
      [team, staff, from, to, days, SHIFT_WEEKS * 7],
    );
}

async function seedCalendar(tx: Transaction): Promise<void> {
  const { team, name, definition } = ACCOUNT_CALENDAR;
  const known = await tx.one('SELECT FROM calendars LIMIT 1');
  if (known) return;
  const id = newId();
  await tx.query('INSERT INTO calendars (id, name) VALUES ($1, $2)', [id, name]);
  await tx.query('INSERT INTO calendar_versions (calendar_id, version, definition) VALUES ($1, 1, $2)', [
    id,
    JSON.stringify(definition),
  ]);
  await tx.query('INSERT INTO team_calendars (team_id, calendar_id) SELECT id, $2 FROM teams WHERE key = $1', [
    team,
    id,
  ]);
}
