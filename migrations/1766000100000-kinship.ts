import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of several customers of a merged case each says for themselves that it is solved. */
export class Kinship1766000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_conversations ADD COLUMN confirmed_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ticket_conversations DROP COLUMN confirmed_at');
  }
}
