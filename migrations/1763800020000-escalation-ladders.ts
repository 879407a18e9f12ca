import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EscalationLadders1763800020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE escalations ADD COLUMN ladder_version integer
        CONSTRAINT escalations_ladder_version_fkey REFERENCES ladder_versions (version)`);
    await runner.query(`
      UPDATE escalations e SET ladder_version = c.ladder_version FROM clocks c WHERE c.id = e.clock_id`);
    await runner.query('ALTER TABLE escalations ALTER COLUMN ladder_version SET NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE escalations DROP COLUMN ladder_version');
  }
}
