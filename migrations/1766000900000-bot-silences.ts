import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who waits with a question of the form open is looked for every few seconds. */
export class BotSilences1766000900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX bot_dialogues_form_open ON bot_dialogues (last_question_at) WHERE asking ->> 'kind' = 'field'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX bot_dialogues_form_open');
  }
}
