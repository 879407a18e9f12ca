import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports row by row, so that one of ten thousand articles is neither held in memory nor lost half-way. */
export class ArticleTransfer1764000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE article_imports DROP CONSTRAINT article_imports_status_check');
    await runner.query(`UPDATE article_imports SET status = 'failed' WHERE status IN ('waiting', 'running')`);
    await runner.query(`
      ALTER TABLE article_imports
        DROP COLUMN rows,
        ALTER COLUMN format DROP NOT NULL,
        ALTER COLUMN status SET DEFAULT 'checking',
        ALTER COLUMN problem TYPE jsonb USING CASE WHEN problem IS NULL THEN NULL ELSE '{"code": "interrupted"}'::jsonb END,
        ADD COLUMN size integer NOT NULL DEFAULT 0,
        ADD COLUMN plan jsonb NOT NULL DEFAULT '{"places": [], "sections": []}',
        ADD COLUMN attempts integer NOT NULL DEFAULT 0,
        ADD COLUMN held_until timestamptz,
        ADD COLUMN applied_by uuid,
        ADD COLUMN applied_by_name text,
        ADD CONSTRAINT article_imports_status_check
          CHECK (status IN ('checking', 'checked', 'applying', 'done', 'failed'))`);
    await runner.query(
      `CREATE INDEX article_imports_under_way ON article_imports (held_until) WHERE status IN ('checking', 'applying')`,
    );
    await runner.query(`
      CREATE TABLE article_import_rows (
        import_id uuid NOT NULL
          CONSTRAINT article_import_rows_import_id_fkey REFERENCES article_imports (id) ON DELETE CASCADE,
        number integer NOT NULL,
        place text NOT NULL,
        title text NOT NULL,
        slug text NOT NULL,
        outcome text NOT NULL CONSTRAINT article_import_rows_outcome_check
          CHECK (outcome IN ('new', 'updates', 'unchanged', 'skipped', 'refused')),
        messages jsonb NOT NULL DEFAULT '[]',
        article_id uuid,
        plan jsonb,
        applied_at timestamptz,
        PRIMARY KEY (import_id, number)
      )`);
    await runner.query(
      'CREATE INDEX article_import_rows_to_do ON article_import_rows (import_id, number) WHERE plan IS NOT NULL',
    );
    await runner.query('ALTER TABLE article_images ADD COLUMN content_hash text');
    await runner.query('CREATE INDEX article_images_content ON article_images (content_hash)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE article_images DROP COLUMN content_hash');
    await runner.query('DROP TABLE article_import_rows');
    await runner.query('DROP INDEX article_imports_under_way');
    await runner.query('ALTER TABLE article_imports DROP CONSTRAINT article_imports_status_check');
    await runner.query(`UPDATE article_imports SET status = 'failed' WHERE status IN ('checking', 'applying')`);
    await runner.query(`UPDATE article_imports SET format = 'unknown' WHERE format IS NULL`);
    await runner.query(`
      ALTER TABLE article_imports
        DROP COLUMN applied_by_name, DROP COLUMN applied_by, DROP COLUMN held_until, DROP COLUMN attempts, DROP COLUMN plan, DROP COLUMN size,
        ALTER COLUMN problem TYPE text USING problem->>'code',
        ALTER COLUMN status SET DEFAULT 'waiting',
        ALTER COLUMN format SET NOT NULL,
        ADD COLUMN rows jsonb NOT NULL DEFAULT '[]',
        ADD CONSTRAINT article_imports_status_check
          CHECK (status IN ('waiting', 'running', 'checked', 'done', 'failed'))`);
  }
}
