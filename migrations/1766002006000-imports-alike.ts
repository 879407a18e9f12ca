import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of articles and of cases are kept in the same way: what a check found beside its rows is one column. */
export class ImportsAlike1766002006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_imports ADD COLUMN applied_by_name text, ADD COLUMN plan jsonb');
    await runner.query(`
      UPDATE case_imports SET plan = jsonb_build_object('places', places, 'unknownStaff', unknown_staff),
        applied_by_name = (SELECT s.name FROM staff s WHERE s.id = applied_by)`);
    await runner.query(
      'ALTER TABLE case_imports ALTER COLUMN plan SET NOT NULL, DROP COLUMN places, DROP COLUMN unknown_staff',
    );
    await runner.query('ALTER TABLE article_imports ALTER COLUMN plan DROP DEFAULT, ALTER COLUMN size DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE article_imports ALTER COLUMN plan SET DEFAULT '{"places": [], "sections": []}', ALTER COLUMN size SET DEFAULT 0`,
    );
    await runner.query(`
      ALTER TABLE case_imports ADD COLUMN places jsonb NOT NULL DEFAULT '[]', ADD COLUMN unknown_staff jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`UPDATE case_imports SET places = plan->'places', unknown_staff = plan->'unknownStaff'`);
    await runner.query('ALTER TABLE case_imports DROP COLUMN plan, DROP COLUMN applied_by_name');
  }
}
