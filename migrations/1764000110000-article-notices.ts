import type { MigrationInterface, QueryRunner } from 'typeorm';

const known = (kinds: string[]) => `kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`;
const BEFORE = ['escalation', 'returned', 'taken_over', 'whispered', 'presence'];

/** Notices tell of articles too: asked for, sent back, not published on time. */
export class ArticleNotices1764000110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notices DROP CONSTRAINT notices_kind_known, DROP CONSTRAINT notices_of_something');
    await runner.query(`
      ALTER TABLE notices
        ADD CONSTRAINT notices_kind_known CHECK (${known([...BEFORE, 'article'])}),
        ADD CONSTRAINT notices_of_something CHECK (
          (kind = 'escalation') = (escalation_id IS NOT NULL) AND (kind IN ('presence', 'article')) = (ticket_id IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notices WHERE kind = 'article'`);
    await runner.query('ALTER TABLE notices DROP CONSTRAINT notices_kind_known, DROP CONSTRAINT notices_of_something');
    await runner.query(`
      ALTER TABLE notices
        ADD CONSTRAINT notices_kind_known CHECK (${known(BEFORE)}),
        ADD CONSTRAINT notices_of_something CHECK (
          (kind = 'escalation') = (escalation_id IS NOT NULL) AND (kind = 'presence') = (ticket_id IS NULL))`);
  }
}
