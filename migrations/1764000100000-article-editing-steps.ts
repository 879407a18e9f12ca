import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is published by itself may say, like what is published by hand, that the other language needs no change. */
export class ArticleEditingSteps1764000100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE article_schedules ADD COLUMN in_step boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE article_schedules DROP COLUMN in_step');
  }
}
