import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails on their way out, each with what became of it. */
export class Mail1763800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mails (
        id uuid NOT NULL PRIMARY KEY,
        key text NOT NULL CONSTRAINT mails_key_key UNIQUE,
        to_name text NOT NULL,
        to_address text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        message_id text NOT NULL,
        reference_ids text[] NOT NULL DEFAULT '{}',
        headers jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'queued'
          CONSTRAINT mails_state_known CHECK (state IN ('queued', 'sending', 'sent', 'failed')),
        tries integer NOT NULL DEFAULT 0,
        try_at timestamptz NOT NULL DEFAULT desk_now(),
        answer text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        sent_at timestamptz
      )`);
    await runner.query(`CREATE INDEX mails_due ON mails (try_at) WHERE state IN ('queued', 'sending')`);
    await runner.query(`CREATE INDEX mails_done ON mails (created_at) WHERE state IN ('sent', 'failed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mails');
  }
}
