import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is said often, kept to be put into a reply. */
export class CannedReplies1766000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE canned_replies (
        id uuid NOT NULL PRIMARY KEY,
        title jsonb NOT NULL,
        body jsonb NOT NULL,
        category text CONSTRAINT canned_replies_category_fkey REFERENCES categories (key),
        team_id uuid CONSTRAINT canned_replies_team_id_fkey REFERENCES teams (id),
        pinyin text NOT NULL,
        initials text NOT NULL,
        uses integer NOT NULL DEFAULT 0,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE canned_replies');
  }
}
