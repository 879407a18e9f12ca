import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Several deeds on a case and a reply, kept under a name. */
export class Macros1766001320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE macros (
        id uuid NOT NULL PRIMARY KEY,
        title jsonb NOT NULL,
        deeds jsonb NOT NULL,
        reply jsonb,
        team_id uuid CONSTRAINT macros_team_id_fkey REFERENCES teams (id),
        pinyin text NOT NULL,
        initials text NOT NULL,
        uses integer NOT NULL DEFAULT 0,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE macros');
  }
}
