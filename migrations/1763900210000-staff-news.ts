import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_ESCALATIONS = ['escalation_id', 'ticket_id', 'clock_kind', 'rung', 'at', 'due_at'];

/** Notices tell of more than escalations: cases that went back, were taken over or whispered about, and one's own presence. */
export class StaffNews1763900210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE notices
        ADD kind text NOT NULL DEFAULT 'escalation',
        ADD data jsonb NOT NULL DEFAULT '{}',
        ${OF_ESCALATIONS.map((column) => `ALTER ${column} DROP NOT NULL`).join(', ')},
        ADD CONSTRAINT notices_kind_known CHECK (kind IN ('escalation', 'returned', 'taken_over', 'whispered', 'presence')),
        ADD CONSTRAINT notices_of_something CHECK (
          (kind = 'escalation') = (escalation_id IS NOT NULL) AND (kind = 'presence') = (ticket_id IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notices WHERE kind <> 'escalation'`);
    await runner.query(`
      ALTER TABLE notices DROP kind, DROP data,
        ${OF_ESCALATIONS.map((column) => `ALTER ${column} SET NOT NULL`).join(', ')}`);
  }
}
