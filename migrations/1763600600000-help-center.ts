import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HelpCenter1763600600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE articles (
        id uuid NOT NULL PRIMARY KEY,
        slug text NOT NULL CONSTRAINT articles_slug_key UNIQUE,
        category text NOT NULL,
        sub_category text,
        status text NOT NULL DEFAULT 'draft' CONSTRAINT articles_status_check CHECK (status IN ('draft', 'published')),
        position integer NOT NULL DEFAULT 500,
        published_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        updated_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query(`
      CREATE TABLE article_versions (
        id uuid NOT NULL PRIMARY KEY,
        article_id uuid NOT NULL CONSTRAINT article_versions_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE,
        locale text NOT NULL,
        version integer NOT NULL,
        title text NOT NULL,
        excerpt text NOT NULL,
        body_markdown text NOT NULL,
        keywords text[] NOT NULL,
        published boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT article_versions_article_id_locale_version_key UNIQUE (article_id, locale, version)
      )`);
    await runner.query(
      'CREATE UNIQUE INDEX article_versions_published ON article_versions (article_id, locale) WHERE published',
    );
    await runner.query(`
      CREATE TABLE article_feedback (
        id uuid NOT NULL PRIMARY KEY,
        article_id uuid NOT NULL CONSTRAINT article_feedback_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE,
        locale text NOT NULL,
        helpful boolean NOT NULL,
        reason text,
        session_key_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT article_feedback_article_id_session_key_hash_key UNIQUE (article_id, session_key_hash)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['article_feedback', 'article_versions', 'articles']) await runner.query(`DROP TABLE ${table}`);
  }
}
