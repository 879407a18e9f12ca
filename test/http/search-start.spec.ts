import pg from 'pg';
import { audienceOf, HelpCenter } from '../../src/help-center/index.js';
import { startTestApp } from '../support/app.js';
import { createTestDatabase } from '../support/database.js';

describe('the search of a process that has just started', () => {
  it('waits for the articles that are still being read, so that nobody is told that there are none', async () => {
    const database = await createTestDatabase();
    const before = await startTestApp({ database });
    await before.get(HelpCenter).seedArticles();
    await before.close();

    const slow = new pg.Client({ connectionString: database.superuserUrl });
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query('LOCK TABLE articles IN ACCESS EXCLUSIVE MODE');
    const desk = await startTestApp({ database });
    try {
      const audience = audienceOf({ identified: false });
      const found = desk.get(HelpCenter).search('提现失败怎么办', { locale: 'zh-CN', limit: 1, audience });
      await slow.query('COMMIT');
      expect((await found).map(({ article }) => article.title)).toEqual(['提现失败怎么办']);
    } finally {
      await slow.end();
      await desk.close();
      await database.drop();
    }
  });
});
