import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands beside an article is found in the editors' order, without sorting all of its category. */
export class ArticleOrder1764000700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX articles_order ON articles (category, position, slug) WHERE status = 'published'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX articles_order');
  }
}
