import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be asked stands in the database; the first process that boots fills in the presets. */
export class Categories1763700300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE categories (
        key text NOT NULL PRIMARY KEY,
        name jsonb NOT NULL,
        topic jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT categories_key_known CHECK (key IN ('account', 'earnings', 'feature', 'content'))
      )`);
    await runner.query(`
      CREATE TABLE sub_categories (
        key text NOT NULL PRIMARY KEY,
        category text NOT NULL CONSTRAINT sub_categories_category_fkey REFERENCES categories (key),
        name jsonb NOT NULL,
        priority text NOT NULL,
        nature text NOT NULL,
        team_key text NOT NULL,
        position integer NOT NULL,
        form jsonb NOT NULL,
        archived_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT sub_categories_priority_known CHECK (priority IN ('P0', 'P1', 'P2', 'P3')),
        CONSTRAINT sub_categories_nature_known CHECK (nature IN ('usage', 'fault', 'suggestion'))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sub_categories');
    await runner.query('DROP TABLE categories');
  }
}
