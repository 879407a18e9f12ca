import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningPostgres, startPostgres } from '../../src/cli/embedded/postgres.js';
import { stopLeftoverPostgres } from '../../src/cli/embedded/postgres-leftover.js';
import { identifyProcess, isRunning, readIdentity } from '../../src/cli/embedded/process-identity.js';

const PREFIX = 'porchlight-test-';

export interface TestPostgres {
  superuserUrl(database: string): string;
  stop(): Promise<void>;
}

/** A PostgreSQL of this run alone, in a folder of its own under the system's temporary one; nothing of it survives. */
export async function startTestPostgres(): Promise<TestPostgres> {
  await removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'owner.json'), JSON.stringify(identifyProcess(process.pid)), { mode: 0o600 });
  let running: RunningPostgres;
  try {
    running = await startPostgres({
      dataDirectory: join(folder, 'postgres'),
      superuserPassword: randomBytes(18).toString('base64url'),
      // Durability costs time and tests need none of it; the tests that kill a server kill ours, not PostgreSQL.
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
    });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  // Ctrl-C runs no teardown; the folder is removed by the next run.
  const leave = () => process.exit(130);
  process.once('exit', running.abandon).once('SIGINT', leave).once('SIGTERM', leave);
  return {
    superuserUrl: running.superuserUrl,
    stop: async () => {
      process.off('exit', running.abandon).off('SIGINT', leave).off('SIGTERM', leave);
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Stops and removes what runs that were killed left behind; folders of runs that still live are not touched. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = readIdentity(join(folder, 'owner.json'));
    if (!owner || isRunning(owner)) continue;
    await stopLeftoverPostgres(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }
}
