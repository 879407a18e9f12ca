import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What time does to cases: the rules, each run of them, what was kept and why, and what is still to be cleared away. */
export class Retention1766001800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tickets
        ADD COLUMN anonymised_at timestamptz,
        ADD COLUMN retention_hold text,
        ADD COLUMN retention_held_at timestamptz,
        ADD COLUMN retention_held_by uuid CONSTRAINT tickets_retention_held_by_fkey REFERENCES staff (id),
        ADD CONSTRAINT tickets_retention_held CHECK ((retention_hold IS NULL) = (retention_held_at IS NULL))`);
    await runner.query(
      'CREATE INDEX tickets_ended ON tickets (closed_at, id) WHERE closed_at IS NOT NULL AND merged_into IS NULL',
    );
    await runner.query(`
      CREATE INDEX tickets_to_anonymise ON tickets (closed_at, id)
        WHERE closed_at IS NOT NULL AND merged_into IS NULL AND anonymised_at IS NULL`);
    await runner.query(
      'CREATE INDEX tickets_retention_hold ON tickets (retention_held_at) WHERE retention_hold IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE retention_settings (
        id smallint NOT NULL DEFAULT 1 PRIMARY KEY CONSTRAINT retention_settings_one CHECK (id = 1),
        settings jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT desk_now(),
        updated_by uuid
      )`);
    await runner.query(`
      CREATE TABLE retention_runs (
        id uuid NOT NULL PRIMARY KEY,
        day date CONSTRAINT retention_runs_day_key UNIQUE,
        started_by text,
        settings jsonb NOT NULL,
        progress jsonb NOT NULL DEFAULT '{"rule": 0, "deed": 0}',
        status text NOT NULL DEFAULT 'running'
          CONSTRAINT retention_runs_status_known CHECK (status IN ('running', 'done', 'failed')),
        attempts integer NOT NULL DEFAULT 0,
        held_until timestamptz,
        started_at timestamptz NOT NULL DEFAULT desk_now(),
        finished_at timestamptz
      )`);
    await runner.query('CREATE INDEX retention_runs_list ON retention_runs (started_at)');
    await runner.query(
      `CREATE UNIQUE INDEX retention_runs_one_at_a_time ON retention_runs (status) WHERE status = 'running'`,
    );
    await runner.query(`
      CREATE TABLE retention_counts (
        run_id uuid NOT NULL
          CONSTRAINT retention_counts_run_id_fkey REFERENCES retention_runs (id) ON DELETE CASCADE,
        rule integer NOT NULL,
        deed text NOT NULL,
        cases integer NOT NULL,
        PRIMARY KEY (run_id, rule, deed)
      )`);
    await runner.query(`
      CREATE TABLE retention_kept (
        run_id uuid NOT NULL CONSTRAINT retention_kept_run_id_fkey REFERENCES retention_runs (id) ON DELETE CASCADE,
        ticket_id uuid NOT NULL CONSTRAINT retention_kept_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        deed text NOT NULL,
        reason text NOT NULL,
        PRIMARY KEY (run_id, ticket_id, deed)
      )`);
    await runner.query('CREATE INDEX retention_kept_ticket_id ON retention_kept (ticket_id)');
    await runner.query(`
      CREATE TABLE retention_leftovers (
        kind text NOT NULL CONSTRAINT retention_leftovers_kind_known CHECK (kind IN ('file', 'customer')),
        key text NOT NULL,
        noted_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (kind, key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['leftovers', 'kept', 'counts', 'runs', 'settings'])
      await runner.query(`DROP TABLE retention_${table}`);
    await runner.query(`
      ALTER TABLE tickets
        DROP COLUMN retention_held_by, DROP COLUMN retention_held_at, DROP COLUMN retention_hold, DROP COLUMN anonymised_at`);
  }
}
