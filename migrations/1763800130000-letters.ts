import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers are written about, and who wants no mail. */
export class Letters1763800130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letters (
        id uuid NOT NULL PRIMARY KEY,
        kind text NOT NULL
          CONSTRAINT letters_kind_known CHECK (kind IN ('received', 'answered', 'escalated', 'promised', 'resolved')),
        key text NOT NULL CONSTRAINT letters_key_key UNIQUE,
        ticket_id uuid NOT NULL CONSTRAINT letters_ticket_id_fkey REFERENCES tickets (id) ON DELETE CASCADE,
        conversation_id uuid NOT NULL
          CONSTRAINT letters_conversation_id_fkey REFERENCES conversations (id) ON DELETE CASCADE,
        data jsonb NOT NULL DEFAULT '{}',
        due_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'waiting'
          CONSTRAINT letters_state_known CHECK (state IN ('waiting', 'written', 'dropped')),
        because text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query(`CREATE INDEX letters_due ON letters (due_at) WHERE state = 'waiting'`);
    await runner.query(`
      CREATE UNIQUE INDEX letters_one_answer ON letters (conversation_id) WHERE kind = 'answered' AND state = 'waiting'`);
    await runner.query('CREATE INDEX letters_of_conversation ON letters (conversation_id, kind)');
    await runner.query(`CREATE INDEX letters_done ON letters (created_at) WHERE state <> 'waiting'`);
    await runner.query(`
      CREATE TABLE mail_refusals (
        customer_id uuid NOT NULL CONSTRAINT mail_refusals_customer_id_fkey REFERENCES customers (id) ON DELETE CASCADE,
        address text NOT NULL,
        refused_at timestamptz NOT NULL DEFAULT desk_now(),
        PRIMARY KEY (customer_id, address)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mail_refusals');
    await runner.query('DROP TABLE letters');
  }
}
