import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_records (
        id uuid NOT NULL PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT desk_now(),
        actor_kind text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id text NOT NULL,
        subject_label text NOT NULL,
        changes jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT audit_records_actor_kind_known CHECK (actor_kind IN ('staff', 'system')),
        CONSTRAINT audit_records_actor_named CHECK ((actor_kind = 'staff') = (actor_id IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX audit_records_at ON audit_records (at, id)');
    await runner.query('CREATE INDEX audit_records_subject ON audit_records (subject_kind, subject_id, at)');
    await runner.query('CREATE INDEX audit_records_actor ON audit_records (actor_id, at)');
    // A log that can be rewritten proves nothing, not even by mistake of ours.
    await runner.query(`
      CREATE FUNCTION audit_records_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'audit records are only ever added';
      END $$`);
    await runner.query(`
      CREATE TRIGGER audit_records_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_records
        FOR EACH STATEMENT EXECUTE FUNCTION audit_records_are_kept()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_records');
    await runner.query('DROP FUNCTION audit_records_are_kept()');
  }
}
