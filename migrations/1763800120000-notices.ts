import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each of the staff is to know. */
export class Notices1763800120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notices (
        id uuid NOT NULL PRIMARY KEY,
        staff_id uuid NOT NULL CONSTRAINT notices_staff_id_fkey REFERENCES staff (id) ON DELETE CASCADE,
        escalation_id uuid NOT NULL
          CONSTRAINT notices_escalation_id_fkey REFERENCES escalations (id) ON DELETE CASCADE,
        ticket_id uuid NOT NULL CONSTRAINT notices_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        clock_kind text NOT NULL,
        rung integer NOT NULL,
        at jsonb NOT NULL,
        due_at timestamptz NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        read_at timestamptz,
        CONSTRAINT notices_staff_id_escalation_id_key UNIQUE (staff_id, escalation_id)
      )`);
    await runner.query('CREATE INDEX notices_of_staff ON notices (staff_id, created_at, id)');
    await runner.query('CREATE INDEX notices_unread ON notices (staff_id) WHERE read_at IS NULL');
    await runner.query('CREATE INDEX notices_escalation_id ON notices (escalation_id)');
    await runner.query('CREATE INDEX notices_created_at ON notices (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notices');
  }
}
