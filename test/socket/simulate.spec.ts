import { seedHouse } from '../../src/cli/seed/index.js';
import { databaseTruth } from '../../src/cli/simulate/ledger/database-truth.js';
import { deskTruth } from '../../src/cli/simulate/ledger/desk-truth.js';
import { type Options, readOptions, WrongFlags } from '../../src/cli/simulate/options.js';
import { simulate } from '../../src/cli/simulate/run.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('the simulation', () => {
  let database: TestDatabase;
  let desk: TestApp;
  beforeAll(async () => {
    database = await createTestDatabase();
    desk = await startTestApp({ database, events: 'live', env: { DEMO: 'true' } });
    await seedHouse(desk, { shopPort: 1 });
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    await database.drop();
  });

  const options = (...more: string[]) => {
    const given = ['--url', desk.url, '--shop', 'http://127.0.0.1:1', '--pause', '60', '--agents', '6'];
    return readOptions([...given, ...more]) as Options;
  };
  const running = { requested: false };

  it('plays customers and agents, and finds its ledger in the database', async () => {
    const summary = await simulate(
      options('--rate', '6', '--minutes', '0.08', '--cuts', '0.2', '--hand-overs', '0.2'),
      () => databaseTruth(database.url),
      () => undefined,
      running,
    );
    expect(summary.differences).toEqual([]);
    expect(summary.unacked).toBe(0);
    expect(summary.visits).toBe(29);
    expect(summary.meter.counts['chats ended']).toBeGreaterThan(8);
    expect(summary.meter.counts['cut off']).toBeGreaterThan(0);
    expect(Object.keys(summary.meter.errors).filter((code) => code.startsWith('visit'))).toEqual([]);
  }, 90_000);

  it('says so when the database has lost one, and keeps the ledger', async () => {
    const summary = await simulate(
      options('--rate', '4', '--minutes', '0.05', '--mix', 'self-help=1'),
      async () => {
        const truth = await databaseTruth(database.url);
        return {
          ...truth,
          read: async (accounts) => {
            const found = await truth.read(accounts);
            // Not the greeting of the bot, which nobody has acknowledged to anybody.
            for (const account of found.values()) {
              const sent = account === 'unreadable' ? -1 : account.entries.findIndex((entry) => entry.clientMessageId);
              if (account === 'unreadable' || sent < 0) continue;
              account.entries.splice(sent, 1);
              break;
            }
            return found;
          },
        };
      },
      () => undefined,
      running,
    );
    expect(summary.differences.map(({ kind }) => kind)).toContain('message_lost');
    expect(summary.ledgerPath).toBeDefined();
  }, 60_000);

  it('is checked against what the desk shows where there is no way to the database', async () => {
    const summary = await simulate(
      options('--rate', '4', '--minutes', '0.05', '--mix', 'chat=2,self-help=1'),
      deskTruth,
      () => undefined,
      running,
    );
    expect(summary.differences).toEqual([]);
    expect(summary.conversations).toBeGreaterThan(0);
  }, 60_000);

  it.each([
    ['--rat', '5'],
    ['--rate', 'fast'],
    ['--mix', 'chats=5'],
    ['--minutes', '100000'],
    ['--agents', '-1'],
    ['--url', 'https://desk.example'],
    ['--database-url', 'mysql://x'],
  ])('refuses %s %s and says what is possible', (...flags) => {
    expect(() => readOptions(flags)).toThrow(WrongFlags);
    expect(() => readOptions(flags)).toThrow(/--|write/);
  });

  it('goes to another machine when it is told twice', () => {
    const there = ['--url', 'https://desk.example', '--shop', 'https://shop.example', '--allow-remote'];
    expect(readOptions(there)).toMatchObject({ url: 'https://desk.example' });
    expect(readOptions(['--help'])).toBe('help');
  });
});
