import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Host sites that are to be asked something for a customer: written with the turn, asked outside of any transaction. */
export class BotLookUpCalls1765000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bot_look_up_calls (
        question_id uuid NOT NULL PRIMARY KEY,
        conversation_id uuid NOT NULL
          CONSTRAINT bot_look_up_calls_conversation_id_fkey REFERENCES conversations (id),
        site_id uuid NOT NULL,
        look_up text NOT NULL,
        input text,
        seq integer NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        held_until timestamptz,
        created_at timestamptz NOT NULL DEFAULT desk_now()
      )`);
    await runner.query('CREATE INDEX bot_look_up_calls_due ON bot_look_up_calls (site_id, created_at)');
    await runner.query('CREATE INDEX bot_look_up_calls_conversation ON bot_look_up_calls (conversation_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bot_look_up_calls');
  }
}
