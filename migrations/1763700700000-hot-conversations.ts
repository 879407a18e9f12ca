import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every message updates its conversation's row. While no index holds a column that changes with it, and its page has
 * room, PostgreSQL writes neither index nor waits for a vacuum to clear away the old version.
 */
export class HotConversations1763700700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX conversations_of_customer');
    await runner.query('CREATE INDEX conversations_of_customer ON conversations (customer_id)');
    await runner.query('ALTER TABLE conversations SET (fillfactor = 60)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE conversations RESET (fillfactor)');
    await runner.query('DROP INDEX conversations_of_customer');
    await runner.query('CREATE INDEX conversations_of_customer ON conversations (customer_id, last_activity_at)');
  }
}
