import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HelpCenterShelves1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await sections(runner);
    await articles(runner);
    await learning(runner);
    await transfer(runner);
    await runner.query(`
      CREATE TABLE help_center_settings (
        id smallint NOT NULL PRIMARY KEY DEFAULT 1 CONSTRAINT help_center_settings_one CHECK (id = 1),
        settings jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL DEFAULT desk_now(),
        updated_by uuid
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'help_center_settings',
      'article_imports',
      'article_sources',
      'article_tasks',
      'article_visits',
      'article_days',
      'help_searches',
      'article_schedules',
    ])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query(`UPDATE article_drafts SET content = content - 'visibility' - 'sectionId'`);
    await runner.query('ALTER TABLE article_drafts DROP COLUMN review');
    await runner.query('ALTER TABLE article_versions DROP COLUMN changed_in, DROP COLUMN checked_in');
    await runner.query('ALTER TABLE article_publications DROP COLUMN section_id, DROP COLUMN visibility');
    await runner.query(`
      ALTER TABLE articles DROP COLUMN section_id, DROP COLUMN visibility, DROP COLUMN owner_id, DROP COLUMN reviewed_at,
        DROP COLUMN reviewed_by_name, DROP COLUMN review_days, DROP COLUMN expires_at`);
    await runner.query('DROP TABLE article_sections');
  }
}

async function sections(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE article_sections (
      id uuid NOT NULL PRIMARY KEY,
      category text NOT NULL,
      parent_id uuid CONSTRAINT article_sections_parent_id_fkey REFERENCES article_sections (id),
      slug text NOT NULL CONSTRAINT article_sections_slug_key UNIQUE,
      names jsonb NOT NULL,
      descriptions jsonb NOT NULL DEFAULT '{}',
      position integer NOT NULL DEFAULT 500,
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT desk_now()
    )`);
  await runner.query('CREATE INDEX article_sections_place ON article_sections (category, parent_id, position)');
}

async function articles(runner: QueryRunner): Promise<void> {
  await runner.query(`
    ALTER TABLE articles
      ADD COLUMN section_id uuid CONSTRAINT articles_section_id_fkey REFERENCES article_sections (id),
      ADD COLUMN visibility text NOT NULL DEFAULT 'public'
        CONSTRAINT articles_visibility_check CHECK (visibility IN ('public', 'customers', 'staff')),
      ADD COLUMN owner_id uuid CONSTRAINT articles_owner_id_fkey REFERENCES staff (id),
      ADD COLUMN reviewed_at timestamptz,
      ADD COLUMN reviewed_by_name text,
      ADD COLUMN review_days integer NOT NULL DEFAULT 180,
      ADD COLUMN expires_at timestamptz`);
  await runner.query(`UPDATE articles SET reviewed_at = published_at`);
  await runner.query('CREATE INDEX articles_section ON articles (section_id, position) WHERE section_id IS NOT NULL');
  await runner.query('CREATE INDEX articles_expiry ON articles (expires_at) WHERE expires_at IS NOT NULL');
  await runner.query(`
    ALTER TABLE article_publications ADD COLUMN section_id uuid,
      ADD COLUMN visibility text NOT NULL DEFAULT 'public'`);
  await runner.query(`
    ALTER TABLE article_versions ADD COLUMN changed_in integer NOT NULL DEFAULT 1,
      ADD COLUMN checked_in integer NOT NULL DEFAULT 1`);
  // Nobody has said that an old translation is behind; from here on it is reckoned.
  await runner.query('UPDATE article_versions SET changed_in = version, checked_in = version');
  await runner.query('ALTER TABLE article_drafts ADD COLUMN review jsonb');
  await runner.query(`UPDATE article_drafts SET content = content || '{"visibility": "public"}'`);
  await runner.query(`
    CREATE TABLE article_schedules (
      article_id uuid NOT NULL PRIMARY KEY
        CONSTRAINT article_schedules_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE,
      content jsonb NOT NULL,
      note text NOT NULL,
      publish_at timestamptz NOT NULL,
      problem text,
      scheduled_by uuid NOT NULL CONSTRAINT article_schedules_scheduled_by_fkey REFERENCES staff (id),
      scheduled_by_name text NOT NULL,
      scheduled_at timestamptz NOT NULL DEFAULT desk_now()
    )`);
  await runner.query('CREATE INDEX article_schedules_due ON article_schedules (publish_at) WHERE problem IS NULL');
}

async function learning(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE help_searches (
      id uuid NOT NULL PRIMARY KEY,
      searched_at timestamptz NOT NULL DEFAULT desk_now(),
      locale text NOT NULL,
      place text NOT NULL,
      query text NOT NULL,
      results integer NOT NULL,
      clicked_article_id uuid,
      clicked_at timestamptz
    )`);
  await runner.query('CREATE INDEX help_searches_time ON help_searches (searched_at)');
  await runner.query(`
    CREATE TABLE article_days (
      day date NOT NULL,
      article_id uuid NOT NULL CONSTRAINT article_days_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE,
      locale text NOT NULL,
      place text NOT NULL,
      page text NOT NULL DEFAULT '',
      reads integer NOT NULL DEFAULT 0,
      contacts integer NOT NULL DEFAULT 0,
      PRIMARY KEY (day, article_id, locale, place, page)
    )`);
  await runner.query("CREATE INDEX article_days_page ON article_days (page, day) WHERE page <> ''");
  await runner.query(`
    CREATE TABLE article_visits (
      customer_id uuid NOT NULL CONSTRAINT article_visits_customer_id_fkey REFERENCES customers (id) ON DELETE CASCADE,
      article_id uuid NOT NULL CONSTRAINT article_visits_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE,
      locale text NOT NULL,
      visited_at timestamptz NOT NULL DEFAULT desk_now(),
      contacted_at timestamptz,
      PRIMARY KEY (customer_id, article_id)
    )`);
  await runner.query('CREATE INDEX article_visits_time ON article_visits (visited_at)');
  await runner.query(`
    CREATE TABLE article_tasks (
      id uuid NOT NULL PRIMARY KEY,
      kind text NOT NULL CONSTRAINT article_tasks_kind_check CHECK (kind IN ('search', 'article', 'ticket', 'idea')),
      title text NOT NULL,
      note text NOT NULL DEFAULT '',
      locale text NOT NULL,
      query text,
      article_id uuid CONSTRAINT article_tasks_article_id_fkey REFERENCES articles (id) ON DELETE SET NULL,
      ticket_id uuid CONSTRAINT article_tasks_ticket_id_fkey REFERENCES tickets (id) ON DELETE SET NULL,
      status text NOT NULL DEFAULT 'open' CONSTRAINT article_tasks_status_check CHECK (status IN ('open', 'done', 'dismissed')),
      assignee_id uuid CONSTRAINT article_tasks_assignee_id_fkey REFERENCES staff (id),
      version integer NOT NULL DEFAULT 1,
      created_by uuid NOT NULL CONSTRAINT article_tasks_created_by_fkey REFERENCES staff (id),
      created_by_name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT desk_now(),
      closed_at timestamptz
    )`);
  await runner.query('CREATE INDEX article_tasks_list ON article_tasks (status, created_at, id)');
  await runner.query(
    `CREATE UNIQUE INDEX article_tasks_open_query ON article_tasks (locale, query) WHERE status = 'open' AND query IS NOT NULL`,
  );
}

async function transfer(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE article_sources (
      source text NOT NULL,
      external_id text NOT NULL,
      article_id uuid NOT NULL CONSTRAINT article_sources_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE,
      imported_at timestamptz NOT NULL DEFAULT desk_now(),
      PRIMARY KEY (source, external_id)
    )`);
  await runner.query(`
    CREATE TABLE article_imports (
      id uuid NOT NULL PRIMARY KEY,
      format text NOT NULL,
      file_name text NOT NULL,
      storage_key text NOT NULL,
      options jsonb NOT NULL,
      status text NOT NULL DEFAULT 'waiting'
        CONSTRAINT article_imports_status_check CHECK (status IN ('waiting', 'running', 'checked', 'done', 'failed')),
      counts jsonb NOT NULL DEFAULT '{}',
      rows jsonb NOT NULL DEFAULT '[]',
      problem text,
      created_by uuid NOT NULL CONSTRAINT article_imports_created_by_fkey REFERENCES staff (id),
      created_by_name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT desk_now(),
      finished_at timestamptz
    )`);
  await runner.query('CREATE INDEX article_imports_list ON article_imports (created_at)');
}
