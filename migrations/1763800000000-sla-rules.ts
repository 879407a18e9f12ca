import type { MigrationInterface, QueryRunner } from 'typeorm';

const HOUR = 3_600;
type Cell = { chat: object; asynchronous: object };

function cell(response: number, chat: number | null, promise: number | null): Cell {
  const responses = { first_response: response, next_response: response };
  return {
    chat: { first_response: chat, next_response: chat },
    asynchronous: { ...responses, promise, resolution: null },
  };
}

/** @param chat seconds in which a connected customer is answered; null: as one who left a message */
const targets = (chat: number | null, promise: number | null) => ({
  standard: {
    P0: cell(HOUR / 2, chat, null),
    P1: cell(4 * HOUR, chat, null),
    P2: cell(8 * HOUR, chat, null),
    P3: cell(24 * HOUR, chat, null),
  },
  premium: {
    P0: cell(HOUR / 4, chat, null),
    P1: cell(HOUR / 2, chat, promise),
    P2: cell(4 * HOUR, chat, null),
    P3: cell(24 * HOUR, chat, null),
  },
});

const rung = (at: object, whom: string[], acknowledgeWithinMinutes: number | null = null) => ({
  at,
  whom,
  how: 'percent' in at && at.percent !== 0 ? ['in_app'] : ['in_app', 'email'],
  also: [],
  acknowledgeWithinMinutes,
});

const AT_BREACH = [rung({ breach: true }, ['assignee', 'team_lead'])];
const LATE = [rung({ breach: true }, ['assignee', 'team_lead'], 30), rung({ afterMinutes: 60 }, ['duty_manager'])];
const RESPONSE = [rung({ percent: 75 }, ['assignee', 'on_duty']), ...LATE];
const URGENT = [
  rung({ percent: 0 }, ['duty_manager']),
  rung({ percent: 50 }, ['assignee', 'on_duty']),
  rung({ breach: true }, ['assignee', 'team_lead', 'duty_manager'], 10),
  rung({ afterMinutes: 15 }, ['duty_manager', 'team_lead']),
];

/** Version 1 of each is how the desk was until now, so that clocks under way go on as they began; version 2 is for new ones. */
const POLICIES = [
  [1, targets(null, null), '0.1.0'],
  [2, targets(90, 2 * HOUR), ''],
] as const;
const LADDERS = [
  [
    1,
    {
      first_response: AT_BREACH,
      next_response: AT_BREACH,
      promise: AT_BREACH,
      resolution: AT_BREACH,
      P0: AT_BREACH,
    },
    '0.1.0',
  ],
  [
    2,
    {
      first_response: RESPONSE,
      next_response: RESPONSE,
      promise: [rung({ percent: 50 }, ['assignee']), rung({ percent: 90 }, ['assignee', 'team_lead']), ...LATE],
      resolution: [rung({ percent: 75 }, ['assignee']), ...LATE],
      P0: URGENT,
    },
    '',
  ],
] as const;

const CLOCK_COLUMNS = [
  'mode',
  'tier',
  'priority',
  'team_id',
  'policy_version',
  'ladder',
  'ladder_version',
  'calendars',
  'rung_times',
  'paused_at',
  'retimed_because',
  'timed_at',
];
const ESCALATION_COLUMNS = [
  'state',
  'needs_acknowledgement',
  'acknowledge_by',
  'acknowledged_at',
  'acknowledged_by',
  'also',
];

export class SlaRules1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendars (
        id uuid NOT NULL PRIMARY KEY,
        name jsonb NOT NULL,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1
      )`);
    await runner.query(`
      CREATE TABLE calendar_versions (
        calendar_id uuid NOT NULL CONSTRAINT calendar_versions_calendar_id_fkey REFERENCES calendars (id) ON DELETE CASCADE,
        version integer NOT NULL,
        definition jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        created_by uuid CONSTRAINT calendar_versions_created_by_fkey REFERENCES staff (id),
        PRIMARY KEY (calendar_id, version)
      )`);
    await runner.query(`
      CREATE TABLE team_calendars (
        team_id uuid NOT NULL CONSTRAINT team_calendars_team_id_fkey REFERENCES teams (id) ON DELETE CASCADE,
        calendar_id uuid NOT NULL CONSTRAINT team_calendars_calendar_id_fkey REFERENCES calendars (id) ON DELETE CASCADE,
        PRIMARY KEY (team_id, calendar_id)
      )`);
    for (const [table, column, versions] of [
      ['policy_versions', 'targets', POLICIES],
      ['ladder_versions', 'ladders', LADDERS],
    ] as const) {
      await runner.query(`
        CREATE TABLE ${table} (
          version integer NOT NULL PRIMARY KEY,
          ${column} jsonb NOT NULL,
          note text NOT NULL DEFAULT '',
          created_at timestamptz NOT NULL DEFAULT desk_now(),
          created_by uuid CONSTRAINT ${table}_created_by_fkey REFERENCES staff (id)
        )`);
      for (const [version, definition, note] of versions)
        await runner.query(`INSERT INTO ${table} (version, ${column}, note) VALUES ($1, $2, $3)`, [
          version,
          JSON.stringify(definition),
          note,
        ]);
    }
    await this.clocks(runner);
    await runner.query(`
      CREATE TABLE clock_pauses (
        clock_id uuid NOT NULL CONSTRAINT clock_pauses_clock_id_fkey REFERENCES clocks (id) ON DELETE CASCADE,
        from_at timestamptz NOT NULL,
        to_at timestamptz,
        because text NOT NULL,
        PRIMARY KEY (clock_id, from_at),
        CONSTRAINT clock_pauses_because_known CHECK (because IN ('pending', 'on_hold', 'ended')),
        CONSTRAINT clock_pauses_forward CHECK (to_at >= from_at)
      )`);
    await runner.query(`
      CREATE TABLE retimings (
        id uuid NOT NULL PRIMARY KEY,
        team_id uuid CONSTRAINT retimings_team_id_fkey REFERENCES teams (id) ON DELETE CASCADE,
        asked_at timestamptz NOT NULL DEFAULT desk_now(),
        effective_at timestamptz,
        done_at timestamptz
      )`);
    await runner.query('CREATE INDEX retimings_open ON retimings (asked_at) WHERE done_at IS NULL');
    await runner.query(`
      ALTER TABLE escalations
        ADD COLUMN state text NOT NULL DEFAULT 'fired',
        ADD COLUMN needs_acknowledgement boolean NOT NULL DEFAULT true,
        ADD COLUMN acknowledge_by timestamptz,
        ADD COLUMN acknowledged_at timestamptz,
        ADD COLUMN acknowledged_by uuid CONSTRAINT escalations_acknowledged_by_fkey REFERENCES staff (id),
        ADD COLUMN also jsonb NOT NULL DEFAULT '[]',
        ADD CONSTRAINT escalations_state_known CHECK (state IN ('fired', 'passed_over')),
        ADD CONSTRAINT escalations_only_fired_acknowledged CHECK (state = 'fired' OR acknowledged_at IS NULL),
        ADD CONSTRAINT escalations_acknowledged_by_somebody
          CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))`);
    await runner.query(`
      ALTER TABLE tickets ADD COLUMN next_due_working timestamptz[], ADD COLUMN next_due_beyond integer`);
  }

  private async clocks(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE clocks
        ADD COLUMN mode text NOT NULL DEFAULT 'asynchronous',
        ADD COLUMN tier text,
        ADD COLUMN priority text,
        ADD COLUMN team_id uuid CONSTRAINT clocks_team_id_fkey REFERENCES teams (id),
        ADD COLUMN policy_version integer
          CONSTRAINT clocks_policy_version_fkey REFERENCES policy_versions (version),
        ADD COLUMN ladder text,
        ADD COLUMN ladder_version integer
          CONSTRAINT clocks_ladder_version_fkey REFERENCES ladder_versions (version),
        ADD COLUMN calendars jsonb NOT NULL DEFAULT '[]',
        ADD COLUMN rung_times timestamptz[] NOT NULL DEFAULT '{}',
        ADD COLUMN paused_at timestamptz,
        ADD COLUMN retimed_because text,
        ADD COLUMN timed_at timestamptz NOT NULL DEFAULT desk_now()`);
    await runner.query(`
      UPDATE clocks c SET tier = t.tier, priority = t.priority, team_id = t.team_id, policy_version = 1, ladder = c.kind,
             ladder_version = 1, rung_times = ARRAY[c.due_at], timed_at = c.started_at
      FROM tickets t WHERE t.id = c.ticket_id`);
    for (const column of ['tier', 'priority', 'team_id', 'ladder', 'ladder_version'])
      await runner.query(`ALTER TABLE clocks ALTER COLUMN ${column} SET NOT NULL`);
    await runner.query(`
      ALTER TABLE clocks
        ADD CONSTRAINT clocks_mode_known CHECK (mode IN ('chat', 'asynchronous')),
        ADD CONSTRAINT clocks_paused_is_still CHECK (paused_at IS NULL OR next_rung_at IS NULL)`);
  }

  /** What has no place in the older desk goes: clocks of dates that were given, and of resolutions; rungs before and after breach. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets DROP COLUMN next_due_beyond, DROP COLUMN next_due_working');
    await runner.query(`DELETE FROM escalations WHERE state = 'passed_over'`);
    await runner.query('ALTER TABLE escalations ' + ESCALATION_COLUMNS.map((name) => `DROP COLUMN ${name}`).join(', '));
    for (const table of ['retimings', 'clock_pauses']) await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE clocks ' + CLOCK_COLUMNS.map((name) => `DROP COLUMN ${name}`).join(', '));
    for (const table of ['ladder_versions', 'policy_versions', 'team_calendars', 'calendar_versions', 'calendars'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
