import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Staff1763700100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE staff
        ADD COLUMN joined_at timestamptz DEFAULT desk_now(),
        ADD COLUMN version integer NOT NULL DEFAULT 1`);
    await runner.query('UPDATE staff SET joined_at = created_at');
    await runner.query(`
      ALTER TABLE teams
        ADD COLUMN time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
        ADD COLUMN archived_at timestamptz,
        ADD COLUMN version integer NOT NULL DEFAULT 1`);
    await runner.query(`
      CREATE TABLE staff_links (
        id uuid NOT NULL PRIMARY KEY,
        staff_id uuid CONSTRAINT staff_links_staff_id_fkey REFERENCES staff (id) ON DELETE CASCADE,
        purpose text NOT NULL,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        expires_at timestamptz NOT NULL,
        CONSTRAINT staff_links_staff_id_key UNIQUE (staff_id),
        CONSTRAINT staff_links_token_hash_key UNIQUE (token_hash),
        CONSTRAINT staff_links_purpose_known CHECK (purpose IN ('setup', 'invitation', 'password_reset')),
        CONSTRAINT staff_links_somebodys CHECK ((purpose = 'setup') = (staff_id IS NULL))
      )`);
    await runner.query(`
      CREATE TABLE second_factors (
        staff_id uuid NOT NULL PRIMARY KEY CONSTRAINT second_factors_staff_id_fkey REFERENCES staff (id) ON DELETE CASCADE,
        secret bytea NOT NULL,
        confirmed_at timestamptz,
        last_step bigint NOT NULL DEFAULT 0
      )`);
    await runner.query(`
      CREATE TABLE recovery_codes (
        staff_id uuid NOT NULL CONSTRAINT recovery_codes_staff_id_fkey REFERENCES staff (id) ON DELETE CASCADE,
        code_hash bytea NOT NULL,
        PRIMARY KEY (staff_id, code_hash)
      )`);
    await runner.query(`
      CREATE TABLE shifts (
        id uuid NOT NULL PRIMARY KEY,
        team_id uuid NOT NULL CONSTRAINT shifts_team_id_fkey REFERENCES teams (id) ON DELETE CASCADE,
        staff_id uuid NOT NULL CONSTRAINT shifts_staff_id_fkey REFERENCES staff (id) ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        CONSTRAINT shifts_once UNIQUE (team_id, staff_id, starts_at, ends_at),
        CONSTRAINT shifts_some_length CHECK (ends_at > starts_at)
      )`);
    await runner.query('ALTER TABLE agent_profiles ADD COLUMN version integer NOT NULL DEFAULT 1');
    await runner.query('CREATE INDEX shifts_of_team ON shifts (team_id, starts_at)');
  }

  /** Whoever was invited and has not come loses the invitation; a second factor is asked for no more. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['shifts', 'recovery_codes', 'second_factors', 'staff_links'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE agent_profiles DROP COLUMN version');
    await runner.query('ALTER TABLE teams DROP COLUMN version, DROP COLUMN archived_at, DROP COLUMN time_zone');
    await runner.query('ALTER TABLE staff DROP COLUMN version, DROP COLUMN joined_at');
  }
}
