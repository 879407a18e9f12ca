import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningPostgres, startPostgres } from '../../src/cli/embedded/postgres.js';
import { stopLeftoverPostgres } from '../../src/cli/embedded/postgres-leftover.js';
import { identifyProcess, isRunning, readIdentity } from '../../src/cli/embedded/process-identity.js';

const PREFIX = 'porchlight-test-';

export interface TestPostgres {
  /** Where its data lies. */
  folder: string;
  superuserUrl(database: string): string;
  /** As a power cut, and back on the same port. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** Durability costs time and tests need none of it; the tests that kill a server kill ours, not PostgreSQL. */
const FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/**
 * A PostgreSQL of this run alone, in a folder of its own; nothing of it survives.
 * @param options.parent where the folder lies: the system's temporary one, which may be memory and no disk
 */
export async function startTestPostgres({
  parent = tmpdir(),
  settings = FORGETFUL,
}: {
  parent?: string;
  settings?: Readonly<Record<string, string>>;
} = {}): Promise<TestPostgres> {
  await removeLeftovers(parent);
  const folder = mkdtempSync(join(parent, PREFIX));
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identifyProcess(process.pid)), { mode: 0o600 });
  const options = {
    dataDirectory: join(folder, 'postgres'),
    superuserPassword: randomBytes(18).toString('base64url'),
    settings,
  };
  let running: RunningPostgres;
  try {
    running = await startPostgres(options);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  // Ctrl-C runs no teardown; the folder is removed by the next run.
  const abandon = () => running.abandon();
  const leave = () => process.exit(130);
  process.once('exit', abandon).once('SIGINT', leave).once('SIGTERM', leave);
  return {
    folder: join(folder, 'postgres'),
    superuserUrl: (database) => running.superuserUrl(database),
    crash: async () => {
      const { port } = running;
      await running.stopAtOnce();
      running = await startPostgres({ ...options, preferredPort: port });
      if (running.port !== port) throw new Error(`port ${port} was taken meanwhile`);
    },
    stop: async () => {
      process.off('exit', abandon).off('SIGINT', leave).off('SIGTERM', leave);
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Stops and removes what runs that were killed left behind; folders of runs that still live are not touched. */
async function removeLeftovers(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(parent, name);
    const owner = readIdentity(join(folder, 'owner.json'));
    if (!owner || isRunning(owner)) continue;
    await stopLeftoverPostgres(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }
}
