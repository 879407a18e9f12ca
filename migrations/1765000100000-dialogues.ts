import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the bot has asked already, how far it has answered, and several answers to one question. */
export class Dialogues1765000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bot_dialogues
        ADD COLUMN asked text[] NOT NULL DEFAULT '{}',
        ADD COLUMN answered_seq integer NOT NULL DEFAULT 0`);
    await runner.query('DROP INDEX bot_answers_question');
    await runner.query('CREATE UNIQUE INDEX bot_answers_question ON bot_answers (question_id, attempt)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX bot_answers_question');
    await runner.query('DELETE FROM bot_answers WHERE attempt > 1');
    await runner.query('CREATE UNIQUE INDEX bot_answers_question ON bot_answers (question_id)');
    await runner.query('ALTER TABLE bot_dialogues DROP COLUMN answered_seq, DROP COLUMN asked');
  }
}
