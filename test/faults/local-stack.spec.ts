import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { waitUntil } from '../../src/cli/embedded/process-end.js';
import { type DeskHome, deskHome, processesOn, startDesk } from '../support/desk-process.js';

/** Its content takes longest of all to start, and says nothing about what is looked at here. */
const WITHOUT_DEMO = { env: { DEMO: 'false' } };

const answers = async (home: DeskHome) => (await fetch(`http://127.0.0.1:${home.port}/readyz`)).status;

describe('npm start', () => {
  let home: DeskHome;

  beforeEach(async () => {
    home = await deskHome();
  });
  afterEach(() => {
    const left = processesOn(home.dataFolder);
    home.remove();
    expect(left).toEqual([]);
  });

  it('serves, keeps its secrets to its owner, and leaves no process behind when it is told to go', async () => {
    const desk = startDesk(home);
    await desk.ready();
    expect(await answers(home)).toBe(200);
    const lines = processesOn(home.dataFolder);
    expect(lines).not.toEqual([]);
    const secrets = join(home.dataFolder, 'secrets.json');
    expect(statSync(secrets).mode & 0o777).toBe(0o600);
    expect(lines.join()).not.toContain(JSON.parse(readFileSync(secrets, 'utf8')).meilisearchKey);
    desk.signal('SIGINT');
    const begun = performance.now();
    expect(await desk.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  it('knows no password outside a demo: the first start prints a link for the first administrator', async () => {
    const desk = startDesk(home, WITHOUT_DEMO);
    await desk.ready();
    expect(desk.output()).not.toContain('porchlight-demo');
    const token = /\/console\/welcome#([\w-]{43})/.exec(desk.output())?.[1];
    const post = (path: string, body: object) =>
      fetch(`http://127.0.0.1:${home.port}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const person = { email: 'owner@desk.example', password: 'a brand new password' };
    const accepted = await post('/api/staff-links/acceptances', { token, name: '店长', locale: 'zh-CN', ...person });
    expect(accepted.status).toBe(201);
    expect((await post('/api/sessions', person)).status).toBe(201);
    desk.signal('SIGTERM');
    expect(await desk.ended).toBe(0);
  });

  it('recovers from kill -9, which leaves its engines running', async () => {
    const first = startDesk(home, WITHOUT_DEMO);
    await first.ready();
    first.signal('SIGKILL');
    await first.ended;
    expect(processesOn(home.dataFolder)).not.toEqual([]);

    const second = startDesk(home, WITHOUT_DEMO);
    await second.ready();
    expect(await answers(home)).toBe(200);
    second.signal('SIGINT');
    expect(await second.ended).toBe(0);
  });

  it('goes when the npm that started it is killed, and starts again', async () => {
    const first = startDesk(home, { ...WITHOUT_DEMO, command: ['npm', 'start'] });
    await first.ready();
    first.signal('SIGKILL');
    const second = startDesk(home, { ...WITHOUT_DEMO, command: ['npm', 'start'] });
    await second.ready();
    expect(await answers(home)).toBe(200);
    second.signal('SIGTERM');
    expect(await waitUntil(() => processesOn(home.dataFolder).length === 0, 15_000)).toBe(true);
  });

  it('refuses a data folder that another one runs on, and leaves that one alone', async () => {
    const first = startDesk(home, WITHOUT_DEMO);
    await first.ready();
    const second = startDesk({ ...home, port: home.port + 1, demoPort: home.demoPort + 1 }, WITHOUT_DEMO);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/✗ Another Porchlight \(process \d+\) is running .* → .*DATA_DIR=/);
    expect(await answers(home)).toBe(200);
    first.signal('SIGINT');
    expect(await first.ended).toBe(0);
  });

  it('takes over the lock of a process whose number belongs to somebody else by now', async () => {
    writeFileSync(
      join(home.dataFolder, 'porchlight.lock'),
      JSON.stringify({ pid: process.pid, startedAt: 'long ago' }),
    );
    const desk = startDesk(home, WITHOUT_DEMO);
    await desk.ready();
    desk.signal('SIGINT');
    expect(await desk.ended).toBe(0);
  });

  it('says in one line that a port is in use', async () => {
    const squatter = createServer().listen(home.port, '127.0.0.1');
    const desk = startDesk(home);
    expect(await desk.ended).toBe(1);
    expect(desk.output().trim()).toMatch(/^✗ Port \d+ is in use .* → .*PORT=\d+ npm start$/);
    squatter.close();
  });

  it('says in one line that the database is of another PostgreSQL', async () => {
    const first = startDesk(home, WITHOUT_DEMO);
    await first.ready();
    first.signal('SIGINT');
    await first.ended;
    writeFileSync(join(home.dataFolder, 'postgres/PG_VERSION'), '19\n');
    const second = startDesk(home, WITHOUT_DEMO);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/✗ The database folder .* was written by PostgreSQL 19, this is PostgreSQL 18 → /);
  });

  it('does not touch a database folder that holds something else', async () => {
    const treasure = join(home.dataFolder, 'postgres/thesis.txt');
    mkdirSync(dirname(treasure), { mode: 0o755 });
    writeFileSync(treasure, 'years of work');
    const desk = startDesk(home);
    expect(await desk.ended).toBe(1);
    expect(desk.output()).toMatch(/✗ The (database )?folder .* → .*DATA_DIR=/);
    expect(readFileSync(treasure, 'utf8')).toBe('years of work');
  });

  it('names every bad variable before it starts anything', async () => {
    const desk = startDesk(home, { env: { PORT: 'three thousand', LOG_LEVEL: 'loud' } });
    expect(await desk.ended).toBe(1);
    expect(desk.output()).toContain('PORT: write a whole number');
    expect(desk.output()).toContain('LOG_LEVEL: write fatal');
  });

  it('leaves a data folder alone that a newer version has laid out', async () => {
    writeFileSync(join(home.dataFolder, 'format'), '2\n');
    const before = readdirSync(home.dataFolder);
    const desk = startDesk(home);
    expect(await desk.ended).toBe(1);
    expect(desk.output()).toContain('was laid out by a newer Porchlight');
    expect(readdirSync(home.dataFolder)).toEqual(before);
  });
});
