import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of a form that opens a case are there before its conversation is. */
export class WebForm1766001610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE attachments
        ALTER COLUMN conversation_id DROP NOT NULL,
        ADD CONSTRAINT attachments_sent_check CHECK (conversation_id IS NOT NULL OR entry_id IS NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM attachments WHERE conversation_id IS NULL');
    await runner.query(`
      ALTER TABLE attachments
        DROP CONSTRAINT attachments_sent_check,
        ALTER COLUMN conversation_id SET NOT NULL`);
  }
}
