import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came of a dialogue is settled once, 72 hours after the last word, whatever was decided before; and what it is credited to. */
export class BotDeflection1765000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bot_dialogues
        ADD COLUMN article_id uuid,
        ADD COLUMN asked_again_at timestamptz,
        ADD COLUMN settled_at timestamptz`);
    await runner.query('DROP INDEX bot_dialogues_undecided');
    await runner.query(`
      CREATE INDEX bot_dialogues_unsettled ON bot_dialogues (last_question_at)
        WHERE last_question_at IS NOT NULL AND (settled_at IS NULL OR settled_at < last_question_at)`);
    await runner.query(
      "CREATE INDEX contact_points_verified ON contact_points (kind, value) WHERE verified_by <> 'customer'",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX contact_points_verified');
    await runner.query('DROP INDEX bot_dialogues_unsettled');
    await runner.query(
      'CREATE INDEX bot_dialogues_undecided ON bot_dialogues (last_question_at) WHERE outcome IS NULL AND last_question_at IS NOT NULL',
    );
    await runner.query(
      'ALTER TABLE bot_dialogues DROP COLUMN article_id, DROP COLUMN asked_again_at, DROP COLUMN settled_at',
    );
  }
}
