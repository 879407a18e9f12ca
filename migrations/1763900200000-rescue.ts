import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What rescue asks every second: whose units are to be given back, by team; and of a person, when they were last silent. */
export class Rescue1763900200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX work_in_hand_waiting');
    await runner.query(
      'CREATE INDEX work_in_hand_waiting ON work_in_hand (team_id, waiting_since) WHERE waiting_since IS NOT NULL AND released_at IS NULL',
    );
    await runner.query('CREATE INDEX declined_tickets_of_staff ON declined_tickets (staff_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX declined_tickets_of_staff');
    await runner.query('DROP INDEX work_in_hand_waiting');
    await runner.query(
      'CREATE INDEX work_in_hand_waiting ON work_in_hand (waiting_since) WHERE waiting_since IS NOT NULL AND released_at IS NULL',
    );
  }
}
