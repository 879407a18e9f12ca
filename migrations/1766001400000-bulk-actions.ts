import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has ordered for many cases at once, and what came of it in each. */
export class BulkActions1766001400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulk_actions (
        id uuid PRIMARY KEY,
        staff_id uuid NOT NULL CONSTRAINT bulk_actions_staff_id_fkey REFERENCES staff (id),
        deed jsonb NOT NULL,
        scope jsonb NOT NULL,
        state text NOT NULL DEFAULT 'held'
          CONSTRAINT bulk_actions_state_known CHECK (state IN ('held', 'running', 'stopping', 'done', 'stopped', 'undone')),
        held_until timestamptz NOT NULL,
        ordered_at timestamptz NOT NULL DEFAULT desk_now(),
        ended_at timestamptz
      )`);
    await runner.query(
      `CREATE INDEX bulk_actions_under_way ON bulk_actions (held_until) WHERE state IN ('held', 'running', 'stopping')`,
    );
    await runner.query('CREATE INDEX bulk_actions_staff_id ON bulk_actions (staff_id, ordered_at)');
    await runner.query(`
      CREATE TABLE bulk_action_cases (
        action_id uuid NOT NULL CONSTRAINT bulk_action_cases_action_id_fkey REFERENCES bulk_actions (id) ON DELETE CASCADE,
        ticket_id uuid NOT NULL CONSTRAINT bulk_action_cases_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        place integer NOT NULL,
        state text NOT NULL DEFAULT 'waiting'
          CONSTRAINT bulk_action_cases_state_known CHECK (state IN ('waiting', 'done', 'failed', 'skipped', 'undone')),
        tries integer NOT NULL DEFAULT 0,
        code text,
        detail jsonb,
        settled_at timestamptz,
        PRIMARY KEY (action_id, ticket_id)
      )`);
    await runner.query(
      `CREATE INDEX bulk_action_cases_waiting ON bulk_action_cases (action_id, tries, place) WHERE state = 'waiting'`,
    );
    await runner.query('CREATE INDEX bulk_action_cases_place ON bulk_action_cases (action_id, place)');
    await runner.query('CREATE INDEX bulk_action_cases_ticket_id ON bulk_action_cases (ticket_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulk_action_cases');
    await runner.query('DROP TABLE bulk_actions');
  }
}
