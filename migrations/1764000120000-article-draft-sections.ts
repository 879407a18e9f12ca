import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands in a section by its draft is found without reading the words of every draft. */
export class ArticleDraftSections1764000120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX article_drafts_section ON article_drafts ((content->>'sectionId'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX article_drafts_section');
  }
}
