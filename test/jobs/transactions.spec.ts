import { Database } from '../../src/platform/db/index.js';
import { startTestApp, type TestApp } from '../support/app.js';

describe('transactions', () => {
  let desk: TestApp;
  let database: Database;

  beforeAll(async () => {
    desk = await startTestApp({ env: { DATABASE_POOL_SIZE: '2' } });
    database = desk.get(Database);
    await database.query('CREATE TABLE said (n bigint GENERATED ALWAYS AS IDENTITY, word text UNIQUE)');
  });
  afterAll(() => desk.close());

  const SAY = 'INSERT INTO said (word) VALUES ($1)';
  const said = async () =>
    (await database.query<{ word: string }>('SELECT word FROM said ORDER BY n')).map(({ word }) => word);

  it('carry out at once what does not wait, in the order in which it is asked', async () => {
    const words = Array.from({ length: 50 }, (_, n) => `word ${n}`);
    await database.transaction((tx) => Promise.all(words.map((word) => tx.query(SAY, [word]))));
    expect(await said()).toEqual(words);
    await database.query('TRUNCATE said');
  });

  it('keep nothing when one of several fails, and take nothing more', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const failing = database.transaction(async (tx) => {
      const afterwards = async () => {
        await tx.query('SELECT $1::int', [1]);
        await failing.catch(() => undefined);
        await tx.query(SAY, ['late']);
      };
      late = afterwards();
      late.catch(() => undefined);
      await Promise.all([tx.query(SAY, ['twice']), tx.query(SAY, ['twice']), tx.query(SAY, ['after'])]);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    await expect(late).rejects.toThrow('this transaction has ended');
    expect(await said()).toEqual([]);
  });

  it('do not count as committed when somebody has swallowed a failure', async () => {
    const swallowing = database.transaction(async (tx) => {
      await tx.query(SAY, ['kept?']);
      await tx.query('SELECT $1::int', ['no number']).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('nothing was committed');
    expect(await said()).toEqual([]);
  });

  it('are refused at once, with the time to come again, while too many wait; those who wait are served', async () => {
    const asked = Array.from({ length: 80 }, () => database.query('SELECT pg_sleep($1)', [0.02]));
    const answers = await Promise.allSettled(asked);
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(50);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'unavailable', extra: { retryAfter: 2 } });
    expect(await said()).toEqual([]);
  });
});
