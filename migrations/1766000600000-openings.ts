import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases that begin without a chat: keys of host sites, what was opened under which request, and customers found by those who speak for them. */
export class Openings1766000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE site_api_keys (
        id uuid PRIMARY KEY,
        site_id uuid NOT NULL CONSTRAINT site_api_keys_site_id_fkey REFERENCES sites (id) ON DELETE CASCADE,
        name text NOT NULL,
        prefix text NOT NULL CONSTRAINT site_api_keys_prefix_key UNIQUE,
        key_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        last_used_at timestamptz,
        revoked_at timestamptz
      )`);
    await runner.query('CREATE INDEX site_api_keys_site_id ON site_api_keys (site_id, created_at)');
    await runner.query(`
      CREATE TABLE case_openings (
        scope text NOT NULL,
        key text NOT NULL,
        body_hash bytea NOT NULL,
        answer jsonb,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (scope, key)
      )`);
    await runner.query('CREATE INDEX case_openings_created_at ON case_openings (created_at)');
    await runner.query('CREATE INDEX customers_name ON customers (name)');
    await runner.query('CREATE INDEX customers_external_id ON customers (external_id)');
    await runner.query('CREATE INDEX contact_points_value ON contact_points (kind, value)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX contact_points_value');
    await runner.query('DROP INDEX customers_external_id');
    await runner.query('DROP INDEX customers_name');
    await runner.query('DROP TABLE case_openings');
    await runner.query('DROP TABLE site_api_keys');
  }
}
