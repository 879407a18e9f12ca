import type { MigrationInterface, QueryRunner } from 'typeorm';

const WORDS = (more: string) => `
  CREATE OR REPLACE FUNCTION write_ticket_words(ids uuid[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO ticket_words (ticket_id, words)
    SELECT t.id, desk_search_text(concat_ws(' ', t.number, replace(t.number, '-', ''), t.subject, c.name, s.name${more}))
      FROM tickets t JOIN customers c ON c.id = t.customer_id LEFT JOIN shops s ON s.id = t.shop_id WHERE t.id = ANY(ids)
    ON CONFLICT (ticket_id) DO UPDATE SET words = excluded.words WHERE ticket_words.words <> excluded.words
  $$`;

/** Cases that come out of another desk: under which number they were known there, and the files that bring them. */
export class CaseImports1766001810000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE ticket_sources (
        source text NOT NULL,
        external_id text NOT NULL,
        ticket_id uuid NOT NULL CONSTRAINT ticket_sources_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        imported_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (source, external_id)
      )`);
    await runner.query('CREATE INDEX ticket_sources_ticket_id ON ticket_sources (ticket_id)');
    await runner.query(`
      CREATE TABLE imported_customers (
        site_id uuid NOT NULL CONSTRAINT imported_customers_site_id_fkey REFERENCES sites (id) ON DELETE CASCADE,
        known_by text NOT NULL,
        customer_id uuid NOT NULL CONSTRAINT imported_customers_customer_id_fkey REFERENCES customers (id) ON DELETE CASCADE,
        PRIMARY KEY (site_id, known_by)
      )`);
    await runner.query('CREATE INDEX imported_customers_customer_id ON imported_customers (customer_id)');
    await runner.query(`
      CREATE TABLE case_imports (
        id uuid NOT NULL PRIMARY KEY,
        format text,
        file_name text NOT NULL,
        storage_key text NOT NULL,
        size integer NOT NULL,
        options jsonb NOT NULL,
        status text NOT NULL DEFAULT 'checking' CONSTRAINT case_imports_status_known
          CHECK (status IN ('checking', 'checked', 'applying', 'done', 'failed')),
        counts jsonb NOT NULL DEFAULT '{}',
        places jsonb NOT NULL DEFAULT '[]',
        unknown_staff jsonb NOT NULL DEFAULT '[]',
        problem jsonb,
        attempts integer NOT NULL DEFAULT 0,
        held_until timestamptz,
        applied_by uuid,
        created_by uuid NOT NULL CONSTRAINT case_imports_created_by_fkey REFERENCES staff (id),
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        finished_at timestamptz
      )`);
    await runner.query('CREATE INDEX case_imports_list ON case_imports (created_at)');
    await runner.query(
      `CREATE INDEX case_imports_under_way ON case_imports (held_until) WHERE status IN ('checking', 'applying')`,
    );
    await runner.query(`
      CREATE TABLE case_import_rows (
        import_id uuid NOT NULL
          CONSTRAINT case_import_rows_import_id_fkey REFERENCES case_imports (id) ON DELETE CASCADE,
        number integer NOT NULL,
        place text NOT NULL,
        external_id text NOT NULL,
        subject text NOT NULL,
        outcome text NOT NULL CONSTRAINT case_import_rows_outcome_known
          CHECK (outcome IN ('new', 'known', 'skipped', 'refused')),
        status text,
        entries integer NOT NULL DEFAULT 0,
        messages jsonb NOT NULL DEFAULT '[]',
        ticket_id uuid,
        plan jsonb,
        applied_at timestamptz,
        PRIMARY KEY (import_id, number)
      )`);
    await runner.query(
      'CREATE INDEX case_import_rows_to_do ON case_import_rows (import_id, number) WHERE plan IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX case_import_rows_ticket_id ON case_import_rows (ticket_id) WHERE ticket_id IS NOT NULL',
    );
    // Somebody asks with the number they were given then.
    await runner.query(
      WORDS(`, (SELECT string_agg(x.external_id, ' ') FROM ticket_sources x WHERE x.ticket_id = t.id)`),
    );
    await runner.query(`
      CREATE FUNCTION ticket_words_of_source() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM write_ticket_words(ARRAY[NEW.ticket_id]);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER ticket_words AFTER INSERT ON ticket_sources
        FOR EACH ROW EXECUTE FUNCTION ticket_words_of_source()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS(''));
    for (const table of ['case_import_rows', 'case_imports', 'imported_customers', 'ticket_sources'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION ticket_words_of_source()');
  }
}
