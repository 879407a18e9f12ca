import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Bot1763600700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bot_answers (
        entry_id uuid NOT NULL PRIMARY KEY CONSTRAINT bot_answers_entry_id_fkey REFERENCES entries (id),
        conversation_id uuid NOT NULL CONSTRAINT bot_answers_conversation_id_fkey REFERENCES conversations (id),
        question_id uuid NOT NULL,
        category text,
        article_ids uuid[] NOT NULL,
        confidence real NOT NULL,
        sure boolean NOT NULL,
        outcome text,
        decided_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT desk_now(),
        CONSTRAINT bot_answers_outcome_known CHECK (outcome IN ('helped', 'not_helped', 'handed_over'))
      )`);
    await runner.query('CREATE INDEX bot_answers_conversation ON bot_answers (conversation_id)');
    await runner.query('CREATE UNIQUE INDEX bot_answers_question ON bot_answers (question_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bot_answers');
  }
}
