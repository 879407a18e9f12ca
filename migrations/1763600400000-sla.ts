import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Sla1763600400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE clocks (
        id uuid NOT NULL PRIMARY KEY,
        ticket_id uuid NOT NULL CONSTRAINT clocks_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        kind text NOT NULL,
        target_seconds integer NOT NULL,
        started_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        state text NOT NULL,
        met_at timestamptz,
        next_rung integer,
        next_rung_at timestamptz,
        CONSTRAINT clocks_kind_known CHECK (kind IN ('first_response', 'next_response', 'promise', 'resolution')),
        CONSTRAINT clocks_state_known CHECK (state IN ('running', 'met', 'missed', 'cancelled')),
        CONSTRAINT clocks_only_running_fire CHECK (next_rung_at IS NULL OR state = 'running')
      )`);
    await runner.query('CREATE INDEX clocks_ticket_id ON clocks (ticket_id, started_at)');
    await runner.query(`CREATE UNIQUE INDEX clocks_one_running ON clocks (ticket_id, kind) WHERE state = 'running'`);
    await runner.query('CREATE INDEX clocks_next_rung_at ON clocks (next_rung_at) WHERE next_rung_at IS NOT NULL');
    await runner.query(`CREATE INDEX clocks_running_due_at ON clocks (due_at) WHERE state = 'running'`);
    await runner.query(`
      CREATE TABLE escalations (
        id uuid NOT NULL PRIMARY KEY,
        clock_id uuid NOT NULL CONSTRAINT escalations_clock_id_fkey REFERENCES clocks (id) ON DELETE CASCADE,
        rung integer NOT NULL,
        due_at timestamptz NOT NULL,
        fired_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT escalations_clock_id_rung_key UNIQUE (clock_id, rung),
        CONSTRAINT escalations_never_early CHECK (fired_at >= due_at)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['escalations', 'clocks']) await runner.query(`DROP TABLE ${table}`);
  }
}
