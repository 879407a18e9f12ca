import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers were told is compared with what came, from when they were told; and who asked for a call is known by their thread. */
export class HonestQueue1763900300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE routed_tickets ADD told_at timestamptz');
    await runner.query(`
      ALTER TABLE call_back_requests
        ADD conversation_id uuid NOT NULL
          CONSTRAINT call_back_requests_conversation_id_fkey REFERENCES conversations (id) ON DELETE CASCADE`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE call_back_requests DROP conversation_id');
    await runner.query('ALTER TABLE routed_tickets DROP told_at');
  }
}
