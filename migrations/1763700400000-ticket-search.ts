import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order in which all tickets are shown, or a condition that finds few of them; `ticket-search.sql.ts` says which is which. */
const INDEXES: readonly [name: string, definition: string][] = [
  ['tickets_updated', '(last_activity_at, id)'],
  ['tickets_opened', '(opened_at, id)'],
  ['tickets_due', '(next_due_at, id) WHERE next_due_at IS NOT NULL'],
  ['tickets_urgent', '(priority, opened_at, id)'],
  ['tickets_reopened', '(reopened_at, id) WHERE reopened_at IS NOT NULL'],
  ['tickets_of_team', '(team_id, last_activity_at, id)'],
  ['tickets_of_assignee', '(assignee_id, last_activity_at, id)'],
  ['tickets_unfinished', "(status, last_activity_at, id) WHERE status <> 'closed'"],
  ['tickets_category', '(category, sub_category, last_activity_at, id)'],
  ['tickets_shop', '(shop_id) WHERE shop_id IS NOT NULL'],
];

export class TicketSearch1763700400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE tickets ADD COLUMN reopened_at timestamptz');
    await runner.query(`
      UPDATE tickets t SET reopened_at = again.at FROM (
        SELECT ticket_id, max(created_at) AS at FROM ticket_events
        WHERE kind = 'status' AND data->>'from' IN ('resolved', 'closed', 'cancelled') AND data->>'to' = 'open' GROUP BY 1
      ) again WHERE again.ticket_id = t.id`);
    for (const [name, definition] of INDEXES) await runner.query(`CREATE INDEX ${name} ON tickets ${definition}`);
    await words(runner);
    await runner.query(`
      CREATE TABLE ticket_views (
        id uuid NOT NULL PRIMARY KEY,
        staff_id uuid NOT NULL CONSTRAINT ticket_views_staff_id_fkey REFERENCES staff (id) ON DELETE CASCADE,
        name text NOT NULL,
        query text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT ticket_views_staff_id_name_key UNIQUE (staff_id, name)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ticket_views');
    for (const table of ['tickets', 'customers', 'shops']) await runner.query(`DROP TRIGGER ticket_words ON ${table}`);
    await runner.query('DROP TABLE ticket_words');
    for (const signature of WORD_FUNCTIONS) await runner.query(`DROP FUNCTION ${signature}`);
    for (const [name] of INDEXES) await runner.query(`DROP INDEX ${name}`);
    await runner.query('ALTER TABLE tickets DROP COLUMN reopened_at');
  }
}

const WORD_FUNCTIONS = [
  'ticket_words_follow()',
  'write_ticket_words(uuid[])',
  'desk_bigrams(text)',
  'desk_search_text(text)',
];

/**
 * What one may search a ticket by, folded (width, case, spaces), and every two neighbouring characters of it in one index:
 * most Chinese words have two characters, which trigrams cannot find. A table of its own, because a ticket's row is written
 * at every message and its words hardly ever; triggers, because the names belong to other rooms and no writer must forget it.
 */
async function words(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE FUNCTION desk_search_text(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ' ' || btrim(regexp_replace(lower(normalize(given, NFKC)), '\\s+', ' ', 'g'))`);
  // A loop: five times as fast as a query over the places.
  await runner.query(`
    CREATE FUNCTION desk_bigrams(words text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
    DECLARE
      characters text[] := string_to_array(words, NULL);
      bigrams text[] := '{}';
    BEGIN
      FOR place IN 1 .. cardinality(characters) - 1 LOOP
        bigrams[place] := characters[place] || characters[place + 1];
      END LOOP;
      RETURN bigrams;
    END $$`);
  await runner.query(`
    CREATE TABLE ticket_words (
      ticket_id uuid NOT NULL PRIMARY KEY
        CONSTRAINT ticket_words_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
      words text NOT NULL
    )`);
  await runner.query(`
    CREATE FUNCTION write_ticket_words(ids uuid[]) RETURNS void LANGUAGE sql AS $$
      INSERT INTO ticket_words (ticket_id, words)
      SELECT t.id, desk_search_text(concat_ws(' ', t.number, replace(t.number, '-', ''), t.subject, c.name, s.name))
        FROM tickets t JOIN customers c ON c.id = t.customer_id LEFT JOIN shops s ON s.id = t.shop_id WHERE t.id = ANY(ids)
      ON CONFLICT (ticket_id) DO UPDATE SET words = excluded.words WHERE ticket_words.words <> excluded.words
    $$`);
  await runner.query(`
    CREATE FUNCTION ticket_words_follow() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      CASE TG_TABLE_NAME
        WHEN 'tickets' THEN PERFORM write_ticket_words(ARRAY[NEW.id]);
        WHEN 'customers' THEN PERFORM write_ticket_words(ARRAY(SELECT id FROM tickets WHERE customer_id = NEW.id));
        WHEN 'shops' THEN PERFORM write_ticket_words(ARRAY(SELECT id FROM tickets WHERE shop_id = NEW.id));
      END CASE;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE TRIGGER ticket_words AFTER INSERT OR UPDATE OF number, subject, customer_id, shop_id ON tickets
      FOR EACH ROW EXECUTE FUNCTION ticket_words_follow()`);
  for (const table of ['customers', 'shops'])
    await runner.query(`
      CREATE TRIGGER ticket_words AFTER UPDATE OF name ON ${table}
        FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION ticket_words_follow()`);
  await runner.query('SELECT write_ticket_words(ARRAY(SELECT id FROM tickets))');
  await runner.query('CREATE INDEX ticket_words_bigrams ON ticket_words USING gin (desk_bigrams(words))');
}
