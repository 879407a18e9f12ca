import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ArticleEditing1763700500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE articles DROP CONSTRAINT articles_status_check');
    await runner.query(`
      ALTER TABLE articles ADD CONSTRAINT articles_status_check CHECK (status IN ('draft', 'published', 'archived')),
        ADD COLUMN related_ids uuid[] NOT NULL DEFAULT '{}'`);
    await tables(runner);
    await carryOver(runner);
    // A version that could be rewritten would not tell what readers saw. Which one is shown may change.
    await runner.query(`
      CREATE FUNCTION article_versions_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'versions of articles are only ever added';
      END $$`);
    await runner.query(`
      CREATE TRIGGER article_versions_are_kept
        BEFORE UPDATE OF id, article_id, locale, version, title, excerpt, body_markdown, keywords, created_at ON article_versions
        FOR EACH STATEMENT EXECUTE FUNCTION article_versions_are_kept()`);
    await runner.query(`
      CREATE TRIGGER article_versions_are_kept BEFORE UPDATE ON article_publications
        FOR EACH STATEMENT EXECUTE FUNCTION article_versions_are_kept()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER article_versions_are_kept ON article_versions');
    for (const table of ['article_images', 'article_former_slugs', 'article_publications', 'article_drafts'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION article_versions_are_kept()');
    await runner.query('ALTER TABLE articles DROP CONSTRAINT articles_status_check, DROP COLUMN related_ids');
    await runner.query(`UPDATE articles SET status = 'draft' WHERE status = 'archived'`);
    await runner.query(
      `ALTER TABLE articles ADD CONSTRAINT articles_status_check CHECK (status IN ('draft', 'published'))`,
    );
  }
}

async function tables(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE article_drafts (
      article_id uuid NOT NULL PRIMARY KEY
        CONSTRAINT article_drafts_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE,
      content jsonb NOT NULL,
      version integer NOT NULL DEFAULT 1,
      changed boolean NOT NULL DEFAULT true,
      edited_by uuid,
      edited_by_name text,
      edited_at timestamptz NOT NULL DEFAULT desk_now()
    )`);
  await runner.query('CREATE INDEX article_drafts_edited ON article_drafts (edited_at, article_id)');
  await runner.query(`
    CREATE TABLE article_publications (
      article_id uuid NOT NULL
        CONSTRAINT article_publications_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE,
      version integer NOT NULL,
      slug text NOT NULL,
      category text NOT NULL,
      sub_category text,
      position integer NOT NULL,
      related_ids uuid[] NOT NULL,
      note text NOT NULL,
      published_by uuid,
      published_by_name text,
      published_at timestamptz NOT NULL DEFAULT desk_now(),
      PRIMARY KEY (article_id, version)
    )`);
  await runner.query(`
    CREATE TABLE article_former_slugs (
      slug text NOT NULL PRIMARY KEY,
      article_id uuid NOT NULL
        CONSTRAINT article_former_slugs_article_id_fkey REFERENCES articles (id) ON DELETE CASCADE
    )`);
  await runner.query(`
    CREATE TABLE article_images (
      id uuid NOT NULL PRIMARY KEY,
      content_type text NOT NULL,
      size integer NOT NULL,
      width integer NOT NULL,
      height integer NOT NULL,
      storage_key text NOT NULL,
      uploaded_by uuid NOT NULL CONSTRAINT article_images_uploaded_by_fkey REFERENCES staff (id),
      created_at timestamptz NOT NULL DEFAULT desk_now()
    )`);
}

/** What readers saw until now becomes a version, and the draft begins with the latest words of each language. */
async function carryOver(runner: QueryRunner): Promise<void> {
  await runner.query(`
    INSERT INTO article_publications (article_id, version, slug, category, sub_category, position, related_ids, note, published_at)
    SELECT a.id, v.version, a.slug, a.category, a.sub_category, a.position, '{}', '', min(v.created_at)
      FROM articles a JOIN article_versions v ON v.article_id = a.id GROUP BY a.id, v.version`);
  await runner.query(`
    INSERT INTO article_drafts (article_id, content, changed, edited_at)
    SELECT a.id, jsonb_build_object('slug', a.slug, 'category', a.category, 'position', a.position, 'related', '[]'::jsonb,
             'words', coalesce(latest.words, '{}'))
             || CASE WHEN a.sub_category IS NULL THEN '{}' ELSE jsonb_build_object('subCategory', a.sub_category) END,
           a.status <> 'published', a.updated_at
      FROM articles a LEFT JOIN LATERAL (
        SELECT jsonb_object_agg(v.locale, jsonb_build_object('title', v.title, 'excerpt', v.excerpt,
                 'bodyMarkdown', v.body_markdown, 'keywords', to_jsonb(v.keywords))) AS words
          FROM (SELECT DISTINCT ON (locale) * FROM article_versions WHERE article_id = a.id ORDER BY locale, version DESC) v
      ) latest ON true`);
}
