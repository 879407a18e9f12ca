import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1763600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // All SQL that decides asks this, never now(): a test database replaces it by one with an offset.
    await runner.query(`CREATE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT now()'`);
    await runner.query(`
      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY,
        key text NOT NULL,
        type text NOT NULL,
        payload jsonb NOT NULL,
        retry_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (id)
      )`);
    await runner.query('CREATE INDEX outbox_key ON outbox (key, id)');
    await runner.query('CREATE INDEX outbox_due ON outbox (retry_at, id)');
    await runner.query(`
      CREATE TABLE outbox_inbox (
        event_id bigint NOT NULL,
        consumer text NOT NULL,
        handled_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (event_id, consumer)
      )`);
    await runner.query('CREATE INDEX outbox_inbox_handled_at ON outbox_inbox (handled_at)');
    await runner.query(`
      CREATE TABLE outbox_blocks (
        key text NOT NULL,
        consumer text NOT NULL,
        event_id bigint NOT NULL,
        attempts integer NOT NULL,
        retry_at timestamptz NOT NULL,
        last_error text NOT NULL,
        PRIMARY KEY (key, consumer)
      )`);
    await runner.query(`
      CREATE TABLE dead_letters (
        event_id bigint NOT NULL,
        consumer text NOT NULL,
        key text NOT NULL,
        type text NOT NULL,
        payload jsonb NOT NULL,
        error text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (event_id, consumer)
      )`);
    await runner.query(`
      CREATE TABLE rate_limits (
        key varchar(255) NOT NULL PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['rate_limits', 'dead_letters', 'outbox_blocks', 'outbox_inbox', 'outbox'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('DROP FUNCTION desk_now()');
  }
}
