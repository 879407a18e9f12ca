import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import pg from 'pg';
import { isRunning, readIdentity } from '../../src/cli/embedded/process-identity.js';
import { findTool } from '../run/tools.mjs';
import { type DeskHome, deskHome, processesOn, startDesk } from '../support/desk-process.js';
import { describeWith } from '../support/tools.js';

const COMMAND = [process.execPath, 'src/cli/start.mjs', 'cluster'];

/** Without a browser nobody plays the story. */
const itWithBrowser = findTool('chromium') ? it : it.skip;

describeWith(['redis', 'nginx'], 'npm run cluster', () => {
  let home: DeskHome;

  beforeEach(async () => {
    home = await deskHome();
  });
  afterEach(() => {
    const left = processesOn(home.dataFolder);
    home.remove();
    expect(left).toEqual([]);
  });

  const markOf = (name: string) => readIdentity(join(home.dataFolder, 'cluster', `${name}.pid.json`));
  const url = (path = '') => `http://127.0.0.1:${home.port}${path}`;

  itWithBrowser(
    'brings a merchant’s question to its answer while its web processes are killed in turn',
    async () => {
      const cluster = startDesk(home, { command: COMMAND });
      try {
        await cluster.ready();
        let over = false;
        const story = playStory().finally(() => {
          over = true;
        });
        let kills = 0;
        while (!over) {
          const victim = markOf(kills % 2 === 0 ? 'web-1' : 'web-2');
          // One at a time: the next goes when the last one is back.
          if (!victim || !(await allWebsReady())) {
            await rest(100);
            continue;
          }
          process.kill(victim.pid, 'SIGKILL');
          kills += 1;
        }
        const { code, output } = await story;
        expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
        expect(kills).toBeGreaterThan(1);
        expect(await gapsAndDoubles()).toEqual([]);
      } finally {
        cluster.signal('SIGINT');
        await cluster.ended;
      }
    },
    420_000,
  );

  it('serves again after kill -9, which leaves its processes running, and goes when it is told to', async () => {
    const first = startDesk(home, { command: COMMAND });
    await first.ready();
    first.signal('SIGKILL');
    await first.ended;
    const orphan = markOf('web-1');
    expect(orphan && isRunning(orphan)).toBe(true);

    const second = startDesk(home, { command: COMMAND });
    await second.ready();
    expect(orphan && isRunning(orphan)).toBe(false);
    expect((await fetch(url('/readyz'))).status).toBe(200);
    expect((await fetch(url('/metrics'))).status).toBe(404);
    second.signal('SIGINT');
    const begun = performance.now();
    expect(await second.ended).toBe(0);
    expect(performance.now() - begun).toBeLessThan(15_000);
  }, 300_000);

  it('says in one line what is missing, and how to get it', async () => {
    const cluster = startDesk(home, { command: COMMAND, env: { PATH: '/nowhere' } });
    expect(await cluster.ended).toBe(1);
    expect(cluster.output().trim()).toMatch(
      /^✗ A cluster needs redis-server, .* → sudo apt-get install -y redis-server/,
    );
  });

  async function allWebsReady(): Promise<boolean> {
    const configuration = readFileSync(join(home.dataFolder, 'cluster/nginx/nginx.conf'), 'utf8');
    const addresses = new Set([...configuration.matchAll(/server (127\.0\.0\.1:\d+) /g)].map(([, address]) => address));
    const answers = await Promise.all(
      [...addresses].map((address) =>
        fetch(`http://${address}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    return answers.length === 2 && answers.every(Boolean);
  }

  /** The browser story in Chinese, against this cluster. */
  async function playStory(): Promise<{ code: number | null; output: string }> {
    const program = ['node_modules/@playwright/test/cli.js', 'test', 'story', '--grep', 'zh-CN', '--reporter=line'];
    const child = spawn(process.execPath, program, {
      env: {
        ...process.env,
        // It refuses to run below Jest.
        JEST_WORKER_ID: undefined,
        CHROMIUM_PATH: findTool('chromium'),
        PORCHLIGHT_URL: url(),
        DEMO_SHOP_URL: `http://127.0.0.1:${home.demoPort}`,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    return await new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
  }

  /** Conversations whose numbers have a gap or stand twice, for either reader. */
  async function gapsAndDoubles(): Promise<unknown[]> {
    const { postgresPort, postgresPassword } = JSON.parse(readFileSync(join(home.dataFolder, 'secrets.json'), 'utf8'));
    const client = new pg.Client({
      connectionString: `postgres://porchlight:${postgresPassword}@127.0.0.1:${postgresPort}/porchlight`,
    });
    await client.connect();
    try {
      const { rows } = await client.query(
        `SELECT conversation_id FROM entries GROUP BY 1
         HAVING max(seq) <> count(*) OR count(DISTINCT seq) <> count(*)
             OR max(customer_seq) <> count(customer_seq) OR count(DISTINCT customer_seq) <> count(customer_seq)`,
      );
      return rows;
    } finally {
      await client.end();
    }
  }
});
