import { accessSync, chmodSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { freePort } from './free-port.js';
import { endProcess, waitUntil } from './process-end.js';
import { commandLine, isRunning, readIdentity } from './process-identity.js';
import { giveTo, serviceAccount } from './service-account.js';
import { startService } from './service-process.js';

export interface RunningMeilisearch {
  /** On 127.0.0.1, its only address. */
  url: string;
  /** Resolves when the server is gone, asked for or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

const SHUTDOWN = [
  ['SIGTERM', 3_000],
  ['SIGKILL', 1_000],
] as const;

/**
 * Starts the Meilisearch that npm may have installed. It holds only what can be indexed again.
 * @param dataDirectory absolute path; its log goes to `<dataDirectory>.log` beside it
 * @param key the master key
 * @returns why there is none, in words for the operator, when it does not run on this machine
 */
export async function startMeilisearch(dataDirectory: string, key: string): Promise<RunningMeilisearch | string> {
  const binary = findBinary();
  if (!binary) return 'Meilisearch is not installed for this machine';
  const pidFile = `${dataDirectory}.pid.json`;
  await stopLeftover(pidFile, dataDirectory);
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const account = serviceAccount([dataDirectory, binary]);
  giveTo(account, dataDirectory);
  const url = `http://127.0.0.1:${await freePort()}`;
  const logFile = `${dataDirectory}.log`;
  const service = startService(
    account,
    binary,
    [
      ...['--db-path', join(dataDirectory, 'data')],
      ...['--dump-dir', join(dataDirectory, 'dumps')],
      ...['--snapshot-dir', join(dataDirectory, 'snapshots')],
      ...['--http-addr', url.replace('http://', '')],
      ...['--env', 'production', '--no-analytics', '--max-indexing-threads', '1'],
    ],
    logFile,
    // Not as an argument, which everybody on the machine could read.
    { MEILI_MASTER_KEY: key },
  );
  if (service.identity) writeFileSync(pidFile, JSON.stringify(service.identity), { mode: 0o600 });
  const stop = async () => {
    await service.end(SHUTDOWN);
    rmSync(pidFile, { force: true });
  };
  await waitUntil(async () => service.hasEnded() || (await isHealthy(url)), 20_000);
  if (service.hasEnded() || !(await isHealthy(url))) {
    await stop();
    return `Meilisearch does not run on this machine (see ${logFile})`;
  }
  return { url, ended: service.exitCode.then(() => undefined), stop };
}

function findBinary(): string | undefined {
  try {
    const require = createRequire(join(process.cwd(), 'package.json'));
    const root = dirname(require.resolve(`@gaubee/meilisearch-${process.platform}-${architecture()}/package.json`));
    const binary = join(root, 'meilisearch');
    makeExecutable(binary);
    return binary;
  } catch {
    return undefined;
  }
}

function architecture(): string {
  return process.arch === 'x64' ? 'amd64' : process.arch;
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}

/** One that outlived its parent would hold on to the folder. */
async function stopLeftover(pidFile: string, dataDirectory: string): Promise<void> {
  const identity = readIdentity(pidFile);
  if (!identity) return;
  if (isRunning(identity) && commandLine(identity.pid).includes(dataDirectory)) await endProcess(identity, SHUTDOWN);
  rmSync(pidFile, { force: true });
}
