import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody has seen to of what the bot could not answer, and of what people answered in its stead. */
export class BotLearning1765000610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bot_settlements (
        kind text NOT NULL CONSTRAINT bot_settlements_kind_known CHECK (kind IN ('question', 'reply')),
        digest text NOT NULL,
        settled_at timestamptz NOT NULL DEFAULT desk_now(),
        settled_by uuid NOT NULL,
        settled_by_what text NOT NULL CONSTRAINT bot_settlements_what_known
          CHECK (settled_by_what IN ('task', 'synonym', 'dismissed')),
        task_id uuid,
        PRIMARY KEY (kind, digest)
      )`);
    await runner.query('CREATE INDEX bot_flags_conversation ON bot_flags (conversation_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX bot_flags_conversation');
    await runner.query('DROP TABLE bot_settlements');
  }
}
