import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sites are edited in the console; a site has several identity secrets, sealed; and the desk remembers which pages asked for it. */
export class Sites1763700200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sites
        ADD COLUMN position text NOT NULL DEFAULT 'right'
          CONSTRAINT sites_position_known CHECK (position IN ('right', 'left')),
        ADD COLUMN locale text CONSTRAINT sites_locale_known CHECK (locale IN ('zh-CN', 'en')),
        ADD COLUMN disabled_at timestamptz,
        ADD COLUMN created_at timestamptz NOT NULL DEFAULT desk_now(),
        ADD COLUMN version integer NOT NULL DEFAULT 1`);
    await runner.query(`
      CREATE TABLE site_secrets (
        id uuid NOT NULL PRIMARY KEY,
        site_id uuid NOT NULL CONSTRAINT site_secrets_site_id_fkey REFERENCES sites (id) ON DELETE CASCADE,
        sealed bytea NOT NULL,
        hint text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        ends_at timestamptz,
        last_used_at timestamptz
      )`);
    await runner.query('CREATE INDEX site_secrets_site_id ON site_secrets (site_id, created_at)');
    // SQL has no key to seal with: what stood here in clear is marked with a zero, and the first process that boots seals it.
    await runner.query(`
      INSERT INTO site_secrets (id, site_id, sealed, hint)
      SELECT gen_random_uuid(), id, '\\x00'::bytea || convert_to(identity_secret, 'UTF8'), 
             CASE WHEN length(identity_secret) >= 24 THEN right(identity_secret, 4) ELSE '' END FROM sites`);
    await runner.query('ALTER TABLE sites DROP COLUMN identity_secret');
    await runner.query(`
      CREATE TABLE site_sightings (
        site_id uuid NOT NULL CONSTRAINT site_sightings_site_id_fkey REFERENCES sites (id) ON DELETE CASCADE,
        origin text NOT NULL,
        first_seen_at timestamptz NOT NULL DEFAULT desk_now(),
        last_seen_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (site_id, origin)
      )`);
  }

  /** A secret that has been sealed meanwhile cannot be opened by SQL: such a site gets a new one, which its host must be told. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sites ADD COLUMN identity_secret text');
    await runner.query(`
      UPDATE sites s SET identity_secret = coalesce(
        (SELECT convert_from(substr(x.sealed, 2), 'UTF8') FROM site_secrets x
          WHERE x.site_id = s.id AND get_byte(x.sealed, 0) = 0 ORDER BY x.created_at DESC LIMIT 1),
        replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''))`);
    await runner.query('ALTER TABLE sites ALTER COLUMN identity_secret SET NOT NULL');
    await runner.query('DROP TABLE site_sightings');
    await runner.query('DROP TABLE site_secrets');
    await runner.query(`
      ALTER TABLE sites DROP COLUMN position, DROP COLUMN locale, DROP COLUMN disabled_at, DROP COLUMN created_at,
        DROP COLUMN version`);
  }
}
