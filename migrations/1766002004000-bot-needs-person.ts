import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who needs a person is asked for by the day of the question, among those of whom nothing has come yet; the others are most by far. */
export class BotNeedsPerson1766002004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX bot_dialogues_needs_person');
    await runner.query(`
      CREATE INDEX bot_dialogues_needs_person ON bot_dialogues (last_question_at)
       WHERE needs_person_since IS NOT NULL AND outcome IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX bot_dialogues_needs_person');
    await runner.query(`
      CREATE INDEX bot_dialogues_needs_person ON bot_dialogues (needs_person_since)
       WHERE needs_person_since IS NOT NULL AND handed_over_at IS NULL`);
  }
}
