import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Learning1764000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE help_searches ADD folded text');
    await runner.query('UPDATE help_searches SET folded = lower(query)');
    await runner.query('ALTER TABLE help_searches ALTER folded SET NOT NULL');
    await runner.query(
      'CREATE INDEX help_searches_no_result ON help_searches (searched_at, place, locale, folded) WHERE results = 0',
    );
    await runner.query(
      `CREATE INDEX help_searches_no_click ON help_searches (searched_at, place, locale, folded)
         WHERE results > 0 AND clicked_at IS NULL AND place <> 'bot'`,
    );
    await runner.query(`
      CREATE TABLE help_search_hours (
        hour timestamptz NOT NULL,
        locale text NOT NULL,
        place text NOT NULL,
        searches integer NOT NULL DEFAULT 0,
        without_result integer NOT NULL DEFAULT 0,
        clicks integer NOT NULL DEFAULT 0,
        PRIMARY KEY (hour, locale, place)
      )`);
    await runner.query('CREATE INDEX article_days_article ON article_days (article_id, day)');
    await runner.query('CREATE INDEX article_days_contacts ON article_days (day, article_id) WHERE contacts > 0');
    await runner.query('ALTER TABLE article_visits ADD place text');
    await runner.query(`UPDATE article_visits SET place = 'widget'`);
    await runner.query('ALTER TABLE article_visits ALTER place SET NOT NULL');
    await runner.query(`ALTER TABLE article_tasks ADD closing_note text NOT NULL DEFAULT ''`);
    await runner.query(
      `CREATE UNIQUE INDEX article_tasks_open_article ON article_tasks (article_id) WHERE status = 'open' AND kind = 'article'`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX article_tasks_open_ticket ON article_tasks (ticket_id) WHERE status = 'open' AND kind = 'ticket'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX article_tasks_open_ticket');
    await runner.query('DROP INDEX article_tasks_open_article');
    await runner.query('ALTER TABLE article_tasks DROP closing_note');
    await runner.query('ALTER TABLE article_visits DROP place');
    await runner.query('DROP INDEX article_days_contacts');
    await runner.query('DROP INDEX article_days_article');
    await runner.query('DROP TABLE help_search_hours');
    await runner.query('DROP INDEX help_searches_no_click');
    await runner.query('DROP INDEX help_searches_no_result');
    await runner.query('ALTER TABLE help_searches DROP folded');
  }
}
