import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As `routing/rules/default-rules.data.ts` had them when this was written. */
const FIRST_RULES = {
  headStarts: { P0: 86_400, P1: 3_600, P2: 900, P3: 0, premium: 600, live: 300 },
  units: { chat: 1, phone: 1, email: 1, form: 1 },
  needs: [
    ...['zh-CN', 'en'].map((locale) => ({
      when: { locale },
      skill: `language:${locale}`,
      minimum: 1,
      required: false,
    })),
    ...['account', 'earnings', 'feature', 'content'].map((category) => ({
      when: { category },
      skill: `category:${category}`,
      minimum: 1,
      required: false,
    })),
  ],
};

const KINDS = "('chat', 'phone', 'email', 'form')";

/** The right person for each case: skills with proficiency, units by kind of work, teams' own ways, and what people hold. */
export class RoutingRules1763900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.rules(runner);
    await this.people(runner);
    await this.queue(runner);
    await this.inHand(runner);
    await this.surges(runner);
  }

  private async rules(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE routing_rules (
        version integer NOT NULL PRIMARY KEY,
        rules jsonb NOT NULL,
        note text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        created_by uuid CONSTRAINT routing_rules_created_by_fkey REFERENCES staff (id)
      )`);
    await runner.query('INSERT INTO routing_rules (version, rules) VALUES (1, $1)', [JSON.stringify(FIRST_RULES)]);
    await runner.query(`
      CREATE TABLE team_routing (
        team_id uuid NOT NULL PRIMARY KEY CONSTRAINT team_routing_team_id_fkey REFERENCES teams (id) ON DELETE CASCADE,
        strategy text NOT NULL DEFAULT 'balanced',
        answer_within_seconds integer DEFAULT 180,
        last_agent_days integer NOT NULL DEFAULT 7,
        relax_after_seconds integer DEFAULT 60,
        overflow_after_seconds integer DEFAULT 300,
        overflow_team_ids uuid[] NOT NULL DEFAULT '{}',
        shift_only boolean NOT NULL DEFAULT false,
        queue_limit integer,
        release_after_minutes integer DEFAULT 60,
        surge_waiting integer,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT team_routing_strategy_known CHECK (strategy IN ('balanced', 'round_robin', 'longest_idle', 'manual'))
      )`);
    await runner.query('INSERT INTO team_routing (team_id) SELECT id FROM teams');
    await runner.query(`
      CREATE FUNCTION give_team_routing() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO team_routing (team_id) VALUES (NEW.id);
        RETURN NULL;
      END $$`);
    await runner.query(
      'CREATE TRIGGER teams_team_routing AFTER INSERT ON teams FOR EACH ROW EXECUTE FUNCTION give_team_routing()',
    );
  }

  private async people(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE presences
        ADD paused_kinds text[] NOT NULL DEFAULT '{}',
        ADD because text NOT NULL DEFAULT 'self',
        ADD set_by uuid CONSTRAINT presences_set_by_fkey REFERENCES staff (id),
        ADD last_active_at timestamptz NOT NULL DEFAULT desk_now(),
        ADD CONSTRAINT presences_because_known CHECK (because IN ('self', 'supervisor', 'lost', 'silent'))`);
    await runner.query(`
      ALTER TABLE agent_profiles
        ADD kind_limits jsonb NOT NULL DEFAULT '{}',
        ADD kind_loads jsonb NOT NULL DEFAULT '{}',
        ADD proficiencies jsonb NOT NULL DEFAULT '{}',
        ADD last_freed_at timestamptz`);
    await runner.query(`
      UPDATE agent_profiles p SET proficiencies = coalesce((
        SELECT jsonb_object_agg(CASE WHEN s IN ('account', 'earnings', 'feature', 'content') THEN 'category:' ELSE 'language:' END || s, 100)
        FROM unnest(p.skills) s), '{}')`);
    await runner.query('ALTER TABLE agent_profiles DROP skills');
    await runner.query('ALTER TABLE agent_profiles RENAME proficiencies TO skills');
  }

  private async queue(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX queue_items_order');
    await runner.query(`
      ALTER TABLE queue_items
        ADD kind text NOT NULL DEFAULT 'chat',
        ADD units integer NOT NULL DEFAULT 1,
        ADD rank_at timestamptz NOT NULL DEFAULT desk_now(),
        ADD needs jsonb NOT NULL DEFAULT '[]',
        ADD stage text NOT NULL DEFAULT 'team',
        ADD next_stage_at timestamptz,
        ADD preferred_staff uuid[] NOT NULL DEFAULT '{}',
        ADD wish text NOT NULL DEFAULT 'wait',
        ADD live boolean NOT NULL DEFAULT false,
        ADD told_from integer,
        ADD told_to integer,
        ADD told_at timestamptz,
        ADD CONSTRAINT queue_items_kind_known CHECK (kind IN ${KINDS}),
        ADD CONSTRAINT queue_items_stage_known CHECK (stage IN ('skills', 'team', 'overflow')),
        ADD CONSTRAINT queue_items_wish_known CHECK (wish IN ('wait', 'message', 'call_back'))`);
    await runner.query(`
      UPDATE queue_items SET rank_at = enqueued_at
        - make_interval(secs => CASE priority WHEN 'P0' THEN 86400 WHEN 'P1' THEN 3600 WHEN 'P2' THEN 900 ELSE 0 END
                              + CASE tier WHEN 'premium' THEN 600 ELSE 0 END)`);
    await runner.query('CREATE INDEX queue_items_rank ON queue_items (team_id, rank_at, ticket_id)');
    await runner.query(
      'CREATE INDEX queue_items_next_stage ON queue_items (next_stage_at) WHERE next_stage_at IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE declined_tickets (
        ticket_id uuid NOT NULL CONSTRAINT declined_tickets_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        staff_id uuid NOT NULL CONSTRAINT declined_tickets_staff_id_fkey REFERENCES staff (id),
        because text NOT NULL,
        at timestamptz NOT NULL DEFAULT desk_now(),
        until timestamptz NOT NULL,
        CONSTRAINT declined_tickets_pkey PRIMARY KEY (ticket_id, staff_id),
        CONSTRAINT declined_tickets_because_known CHECK (because IN ('silent', 'rejected', 'gone'))
      )`);
    await runner.query(`
      ALTER TABLE routed_tickets
        ADD kind text NOT NULL DEFAULT 'chat',
        ADD stage text NOT NULL DEFAULT 'team',
        ADD because jsonb NOT NULL DEFAULT '{}',
        ADD told_from integer,
        ADD told_to integer,
        ADD ended_at timestamptz`);
    await runner.query('CREATE INDEX routed_tickets_of_ticket ON routed_tickets (ticket_id, assigned_at)');
    await runner.query(
      'CREATE INDEX routed_tickets_ended ON routed_tickets (team_id, ended_at) WHERE ended_at IS NOT NULL',
    );
    await runner.query(`
      CREATE TABLE call_back_requests (
        ticket_id uuid NOT NULL PRIMARY KEY CONSTRAINT call_back_requests_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        phone text NOT NULL,
        asked_at timestamptz NOT NULL DEFAULT desk_now(),
        done_at timestamptz,
        done_by uuid CONSTRAINT call_back_requests_done_by_fkey REFERENCES staff (id)
      )`);
  }

  private async inHand(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE work_in_hand (
        ticket_id uuid NOT NULL PRIMARY KEY,
        staff_id uuid NOT NULL CONSTRAINT work_in_hand_staff_id_fkey REFERENCES staff (id),
        team_id uuid NOT NULL,
        kind text NOT NULL,
        units integer NOT NULL,
        since timestamptz NOT NULL DEFAULT desk_now(),
        answer_by timestamptz,
        waiting_since timestamptz,
        released_at timestamptz,
        CONSTRAINT work_in_hand_kind_known CHECK (kind IN ${KINDS})
      )`);
    await runner.query('CREATE INDEX work_in_hand_of_staff ON work_in_hand (staff_id, since)');
    await runner.query('CREATE INDEX work_in_hand_answer_by ON work_in_hand (answer_by) WHERE answer_by IS NOT NULL');
    await runner.query(
      'CREATE INDEX work_in_hand_waiting ON work_in_hand (waiting_since) WHERE waiting_since IS NOT NULL AND released_at IS NULL',
    );
    await runner.query(`
      CREATE FUNCTION work_kind(channel text) RETURNS text IMMUTABLE LANGUAGE sql AS $$
        SELECT CASE channel WHEN 'email' THEN 'email' WHEN 'phone' THEN 'phone'
                            WHEN 'form' THEN 'form' WHEN 'api' THEN 'form' WHEN 'console' THEN 'form' ELSE 'chat' END $$`);
    await runner.query(`
      CREATE FUNCTION work_units(kind text) RETURNS integer STABLE LANGUAGE sql AS $$
        SELECT coalesce((SELECT (rules -> 'units' ->> kind)::int FROM routing_rules ORDER BY version DESC LIMIT 1), 1) $$`);
    await runner.query(`
      INSERT INTO work_in_hand (ticket_id, staff_id, team_id, kind, units, waiting_since)
      SELECT t.id, t.assignee_id, t.team_id, 'chat', 1, CASE t.status WHEN 'pending' THEN t.last_activity_at END
      FROM tickets t WHERE t.assignee_id IS NOT NULL AND t.status IN ('open', 'pending')`);
    await runner.query(`
      UPDATE agent_profiles SET kind_loads = jsonb_build_object('chat', load) WHERE load > 0`);
    await runner.query(`
      CREATE FUNCTION add_agent_load(person uuid, kind text, units integer) RETURNS void LANGUAGE sql AS $$
        UPDATE agent_profiles SET
          load = load + units,
          kind_loads = jsonb_set(kind_loads, ARRAY[kind], to_jsonb(coalesce((kind_loads ->> kind)::int, 0) + units)),
          last_freed_at = CASE WHEN units < 0 THEN desk_now() ELSE last_freed_at END
        WHERE staff_id = person $$`);
    await runner.query(COUNT_AGENT_LOAD);
    await runner.query('DROP TRIGGER tickets_agent_load ON tickets');
    await runner.query(`
      CREATE TRIGGER tickets_agent_load AFTER INSERT OR DELETE OR UPDATE OF assignee_id, status, team_id ON tickets
      FOR EACH ROW EXECUTE FUNCTION count_agent_load()`);
  }

  private async surges(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE surges (
        id uuid NOT NULL PRIMARY KEY,
        team_id uuid CONSTRAINT surges_team_id_fkey REFERENCES teams (id) ON DELETE CASCADE,
        origin text NOT NULL,
        reason text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz,
        ended_at timestamptz,
        settings jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_by uuid CONSTRAINT surges_created_by_fkey REFERENCES staff (id),
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT surges_origin_known CHECK (origin IN ('planned', 'threshold')),
        CONSTRAINT surges_has_length CHECK (ends_at > starts_at)
      )`);
    await runner.query('CREATE INDEX surges_unended ON surges (starts_at) WHERE ended_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE surges');
    await runner.query('DROP TRIGGER tickets_agent_load ON tickets');
    await runner.query(FORMER_COUNT_AGENT_LOAD);
    await runner.query(`
      CREATE TRIGGER tickets_agent_load AFTER INSERT OR DELETE OR UPDATE OF assignee_id, status ON tickets
      FOR EACH ROW EXECUTE FUNCTION count_agent_load()`);
    for (const table of ['work_in_hand', 'call_back_requests', 'declined_tickets'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION add_agent_load(uuid, text, integer)');
    await runner.query('DROP FUNCTION work_kind(text)');
    await runner.query('DROP FUNCTION work_units(text)');
    await runner.query('DROP INDEX routed_tickets_of_ticket');
    await runner.query(
      `ALTER TABLE routed_tickets DROP kind, DROP stage, DROP because, DROP told_from, DROP told_to, DROP ended_at`,
    );
    await runner.query(`
      ALTER TABLE queue_items DROP kind, DROP units, DROP rank_at, DROP needs, DROP stage, DROP next_stage_at,
        DROP preferred_staff, DROP wish, DROP live, DROP told_from, DROP told_to, DROP told_at`);
    await runner.query(
      'CREATE INDEX queue_items_order ON queue_items (team_id, priority, tier, enqueued_at, ticket_id)',
    );
    await runner.query(`ALTER TABLE agent_profiles ADD former text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`
      UPDATE agent_profiles p SET
        former = ARRAY(SELECT split_part(k, ':', 2) FROM jsonb_object_keys(p.skills) k WHERE k LIKE 'category:%' OR k LIKE 'language:%'),
        load = (SELECT count(*) FROM tickets t WHERE t.assignee_id = p.staff_id AND t.status IN ('open', 'pending'))`);
    await runner.query('ALTER TABLE agent_profiles DROP skills, DROP kind_limits, DROP kind_loads, DROP last_freed_at');
    await runner.query('ALTER TABLE agent_profiles RENAME former TO skills');
    await runner.query('ALTER TABLE presences DROP paused_kinds, DROP because, DROP set_by, DROP last_active_at');
    await runner.query('DROP TRIGGER teams_team_routing ON teams');
    await runner.query('DROP FUNCTION give_team_routing()');
    await runner.query('DROP TABLE team_routing');
    await runner.query('DROP TABLE routing_rules');
  }
}

/**
 * What a person holds changes in the very transaction that gives or takes a ticket, whoever writes it. Profiles are locked
 * by id, so that two colleagues who swap tickets cannot wait for each other.
 */
const COUNT_AGENT_LOAD = `
  CREATE OR REPLACE FUNCTION count_agent_load() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    held work_in_hand;
    holder uuid := CASE WHEN TG_OP <> 'DELETE' AND NEW.status IN ('open', 'pending') THEN NEW.assignee_id END;
    of_kind text;
    of_units integer;
  BEGIN
    IF TG_OP <> 'INSERT' THEN
      SELECT * INTO held FROM work_in_hand WHERE ticket_id = OLD.id;
    END IF;
    IF held.staff_id IS NULL AND holder IS NULL THEN RETURN NULL; END IF;
    IF held.staff_id IS DISTINCT FROM holder THEN
      PERFORM 1 FROM agent_profiles WHERE staff_id IN (held.staff_id, holder) ORDER BY staff_id FOR UPDATE;
    END IF;
    IF held.staff_id IS NOT NULL AND held.staff_id IS DISTINCT FROM holder THEN
      DELETE FROM work_in_hand WHERE ticket_id = held.ticket_id;
      UPDATE routed_tickets SET ended_at = desk_now() WHERE ticket_id = held.ticket_id AND ended_at IS NULL;
      IF held.released_at IS NULL THEN
        PERFORM add_agent_load(held.staff_id, held.kind, -held.units);
      END IF;
    END IF;
    IF holder IS NULL THEN RETURN NULL; END IF;
    IF held.staff_id IS DISTINCT FROM holder THEN
      of_kind := coalesce((
        SELECT work_kind(c.channel) FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id
        WHERE tc.ticket_id = NEW.id ORDER BY c.created_at LIMIT 1), 'chat');
      of_units := work_units(of_kind);
      INSERT INTO work_in_hand (ticket_id, staff_id, team_id, kind, units, waiting_since, answer_by)
      SELECT NEW.id, holder, NEW.team_id, of_kind, of_units, CASE NEW.status WHEN 'pending' THEN desk_now() END,
             CASE of_kind WHEN 'chat' THEN desk_now() + make_interval(secs => r.answer_within_seconds) END
      FROM team_routing r WHERE r.team_id = NEW.team_id;
      PERFORM add_agent_load(holder, of_kind, of_units);
    ELSIF NEW.status = 'pending' AND OLD.status <> 'pending' THEN
      UPDATE work_in_hand SET team_id = NEW.team_id, waiting_since = desk_now() WHERE ticket_id = NEW.id;
    ELSE
      UPDATE work_in_hand SET team_id = NEW.team_id, waiting_since = CASE NEW.status WHEN 'pending' THEN waiting_since END,
        released_at = CASE NEW.status WHEN 'pending' THEN released_at END
      WHERE ticket_id = NEW.id;
      IF held.released_at IS NOT NULL AND NEW.status = 'open' THEN
        PERFORM add_agent_load(holder, held.kind, held.units);
      END IF;
    END IF;
    RETURN NULL;
  END $$`;

const FORMER_COUNT_AGENT_LOAD = `
  CREATE OR REPLACE FUNCTION count_agent_load() RETURNS trigger LANGUAGE plpgsql AS $$
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
  END $$`;
