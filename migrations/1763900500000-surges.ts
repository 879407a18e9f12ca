import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A surge begins and ends once, whichever worker sees to it, and does not flicker. */
export class Surges1763900500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE surges
        ADD started_at timestamptz,
        ADD calm_since timestamptz,
        ADD ended_by uuid CONSTRAINT surges_ended_by_fkey REFERENCES staff (id)`);
    await runner.query(`
      CREATE UNIQUE INDEX surges_threshold_once ON surges (team_id) WHERE origin = 'threshold' AND ended_at IS NULL`);
    await runner.query('CREATE INDEX surges_ended ON surges (ended_at) WHERE ended_at IS NOT NULL');
    await runner.query('ALTER TABLE queue_items ADD live_asked_at timestamptz');
    await runner.query('CREATE INDEX queue_items_live_unasked ON queue_items (rank_at) WHERE live_asked_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX queue_items_live_unasked');
    await runner.query('ALTER TABLE queue_items DROP live_asked_at');
    await runner.query('DROP INDEX surges_ended');
    await runner.query('DROP INDEX surges_threshold_once');
    await runner.query('ALTER TABLE surges DROP started_at, DROP calm_since, DROP ended_by');
  }
}
