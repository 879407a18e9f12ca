import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What other teams may take by now is found without reading the whole queue of its own team. */
export class OverflowHeads1763900100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX queue_items_overflow ON queue_items (team_id, rank_at, ticket_id) WHERE stage = 'overflow'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX queue_items_overflow');
  }
}
