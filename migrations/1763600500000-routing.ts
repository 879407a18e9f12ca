import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Routing1763600500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE presences (
        staff_id uuid NOT NULL PRIMARY KEY CONSTRAINT presences_staff_id_fkey REFERENCES staff (id),
        presence text NOT NULL,
        since timestamptz NOT NULL DEFAULT desk_now(),
        last_seen_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT presences_presence_known CHECK (presence IN ('online', 'busy', 'offline'))
      )`);
    await runner.query(`
      CREATE TABLE agent_profiles (
        staff_id uuid NOT NULL PRIMARY KEY CONSTRAINT agent_profiles_staff_id_fkey REFERENCES staff (id),
        capacity integer NOT NULL DEFAULT 5,
        load integer NOT NULL DEFAULT 0,
        skills text[] NOT NULL DEFAULT '{}',
        last_assigned_at timestamptz,
        CONSTRAINT agent_profiles_capacity CHECK (capacity BETWEEN 0 AND 100),
        CONSTRAINT agent_profiles_load CHECK (load >= 0)
      )`);
    await runner.query(`
      CREATE TABLE queue_items (
        ticket_id uuid NOT NULL PRIMARY KEY CONSTRAINT queue_items_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        team_id uuid NOT NULL CONSTRAINT queue_items_team_id_fkey REFERENCES teams (id),
        priority text NOT NULL,
        tier text NOT NULL,
        category text,
        locale text NOT NULL,
        enqueued_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query(
      'CREATE INDEX queue_items_order ON queue_items (team_id, priority, tier, enqueued_at, ticket_id)',
    );
    await runner.query(`
      CREATE TABLE routed_tickets (
        id uuid NOT NULL PRIMARY KEY,
        ticket_id uuid NOT NULL CONSTRAINT routed_tickets_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        team_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        enqueued_at timestamptz NOT NULL,
        assigned_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX routed_tickets_of_team ON routed_tickets (team_id, assigned_at)');
    // Everybody has a profile from the first moment, so that no change of their load can miss it.
    await runner.query(`
      CREATE FUNCTION give_agent_profile() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO agent_profiles (staff_id) VALUES (NEW.id);
        RETURN NULL;
      END $$`);
    await runner.query(
      'CREATE TRIGGER staff_agent_profile AFTER INSERT ON staff FOR EACH ROW EXECUTE FUNCTION give_agent_profile()',
    );
    await runner.query('INSERT INTO agent_profiles (staff_id) SELECT id FROM staff');
    // A person's load changes in the very transaction that gives or takes a ticket, whoever writes it. Rows are locked by id,
    // so that two colleagues who swap tickets cannot wait for each other.
    await runner.query(`
      CREATE FUNCTION count_agent_load() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        gone uuid := CASE WHEN TG_OP <> 'INSERT' AND OLD.status IN ('open', 'pending') THEN OLD.assignee_id END;
        came uuid := CASE WHEN TG_OP <> 'DELETE' AND NEW.status IN ('open', 'pending') THEN NEW.assignee_id END;
      BEGIN
        IF gone IS DISTINCT FROM came THEN
          PERFORM 1 FROM agent_profiles WHERE staff_id IN (gone, came) ORDER BY staff_id FOR UPDATE;
          UPDATE agent_profiles SET load = load - 1 WHERE staff_id = gone;
          UPDATE agent_profiles SET load = load + 1 WHERE staff_id = came;
        END IF;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER tickets_agent_load AFTER INSERT OR DELETE OR UPDATE OF assignee_id, status ON tickets
      FOR EACH ROW EXECUTE FUNCTION count_agent_load()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER tickets_agent_load ON tickets');
    await runner.query('DROP FUNCTION count_agent_load()');
    await runner.query('DROP TRIGGER staff_agent_profile ON staff');
    await runner.query('DROP FUNCTION give_agent_profile()');
    for (const table of ['routed_tickets', 'queue_items', 'agent_profiles', 'presences'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
