import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The time a customer is told is not always the one the desk aims at: who waits in the window is answered sooner. */
export class CustomerDue1763800200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets ADD COLUMN customer_due_at timestamptz');
    await runner.query('UPDATE tickets SET customer_due_at = next_due_at WHERE next_due_at IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets DROP COLUMN customer_due_at');
  }
}
