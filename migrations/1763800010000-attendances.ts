import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Attendances1763800010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attendances (
        customer_id uuid NOT NULL,
        process_id uuid NOT NULL,
        seen_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (customer_id, process_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attendances');
  }
}
