import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACTIVE = "status IN ('new', 'open', 'pending', 'on_hold')";
const DONE = "status IN ('resolved', 'closed')";

export class Tickets1763600300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SEQUENCE ticket_numbers AS bigint');
    await runner.query(`
      CREATE TABLE tickets (
        id uuid NOT NULL PRIMARY KEY,
        number text NOT NULL,
        site_id uuid NOT NULL CONSTRAINT tickets_site_id_fkey REFERENCES sites (id),
        customer_id uuid NOT NULL CONSTRAINT tickets_customer_id_fkey REFERENCES customers (id),
        shop_id uuid CONSTRAINT tickets_shop_id_fkey REFERENCES shops (id),
        tier text NOT NULL,
        category text,
        sub_category text,
        nature text,
        priority text NOT NULL,
        status text NOT NULL,
        team_id uuid NOT NULL CONSTRAINT tickets_team_id_fkey REFERENCES teams (id),
        assignee_id uuid CONSTRAINT tickets_assignee_id_fkey REFERENCES staff (id),
        subject text NOT NULL,
        form jsonb NOT NULL DEFAULT '{}',
        locale text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        opened_at timestamptz NOT NULL DEFAULT desk_now(),
        resolved_at timestamptz,
        closed_at timestamptz,
        last_activity_at timestamptz NOT NULL DEFAULT desk_now(),
        next_due_at timestamptz,
        next_due_kind text,
        next_due_started_at timestamptz,
        paused_at timestamptz,
        promised_at timestamptz,
        promise_basis text,
        escalated_at timestamptz,
        rating_score integer,
        rating_solved boolean,
        rating_comment text,
        rated_at timestamptz,
        follow_up_of uuid CONSTRAINT tickets_follow_up_of_fkey REFERENCES tickets (id),
        CONSTRAINT tickets_number_key UNIQUE (number),
        CONSTRAINT tickets_status_known
          CHECK (status IN ('new', 'open', 'pending', 'on_hold', 'resolved', 'closed', 'cancelled')),
        CONSTRAINT tickets_priority_known CHECK (priority IN ('P0', 'P1', 'P2', 'P3')),
        CONSTRAINT tickets_new_waits CHECK (status <> 'new' OR assignee_id IS NULL),
        CONSTRAINT tickets_sub_category_belongs CHECK (sub_category IS NULL OR category IS NOT NULL),
        CONSTRAINT tickets_rating_score CHECK (rating_score BETWEEN 1 AND 5)
      )`);
    await runner.query(`CREATE INDEX tickets_mine ON tickets (assignee_id, last_activity_at, id) WHERE ${ACTIVE}`);
    await runner.query(`
      CREATE INDEX tickets_queued ON tickets (team_id, priority, opened_at, id) WHERE assignee_id IS NULL AND ${ACTIVE}`);
    await runner.query(
      `CREATE INDEX tickets_resolved_mine ON tickets (assignee_id, last_activity_at, id) WHERE ${DONE}`,
    );
    await runner.query(`CREATE INDEX tickets_resolved_team ON tickets (team_id, last_activity_at, id) WHERE ${DONE}`);
    await runner.query('CREATE INDEX tickets_customer ON tickets (customer_id, opened_at)');
    await runner.query(`
      CREATE TABLE ticket_conversations (
        conversation_id uuid NOT NULL PRIMARY KEY
          CONSTRAINT ticket_conversations_conversation_id_fkey REFERENCES conversations (id) ON DELETE CASCADE,
        ticket_id uuid NOT NULL
          CONSTRAINT ticket_conversations_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        settled_seq integer NOT NULL DEFAULT 0
      )`);
    await runner.query('CREATE INDEX ticket_conversations_ticket_id ON ticket_conversations (ticket_id)');
    await runner.query(`
      CREATE TABLE ticket_events (
        id uuid NOT NULL PRIMARY KEY,
        ticket_id uuid NOT NULL CONSTRAINT ticket_events_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        kind text NOT NULL,
        actor_kind text NOT NULL,
        actor_id uuid,
        data jsonb NOT NULL DEFAULT '{}',
        public_data jsonb NOT NULL DEFAULT '{}',
        customer_visible boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX ticket_events_ticket_id_id ON ticket_events (ticket_id, id)');
    await runner.query(`
      CREATE TABLE ticket_watchers (
        ticket_id uuid NOT NULL CONSTRAINT ticket_watchers_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        staff_id uuid NOT NULL CONSTRAINT ticket_watchers_staff_id_fkey REFERENCES staff (id) ON DELETE CASCADE,
        reason text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (ticket_id, staff_id)
      )`);
    await runner.query('CREATE INDEX ticket_watchers_staff_id ON ticket_watchers (staff_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ticket_watchers', 'ticket_events', 'ticket_conversations', 'tickets'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP SEQUENCE ticket_numbers');
  }
}
