import { freePort } from './free-port.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { createCluster, holdsOurData, logFile, SUPERUSER } from './postgres-cluster.js';
import { readPostmasterFile, stopLeftoverPostgres } from './postgres-leftover.js';
import { waitUntil } from './process-end.js';
import { Refusal } from './refusal.js';
import { type ServiceAccount, serviceAccount } from './service-account.js';
import { startService } from './service-process.js';

export interface PostgresOptions {
  /** Absolute path; created when missing, its parent too. PostgreSQL's own log goes to `<dataDirectory>.log` beside it. */
  dataDirectory: string;
  /** Of the superuser; given at the first start, the same ever after. */
  superuserPassword: string;
  /** Tried first; another free port is taken when it is in use. */
  preferredPort?: number;
  /** Server settings, as in postgresql.conf. */
  settings?: Readonly<Record<string, string>>;
}

export interface RunningPostgres {
  /** On 127.0.0.1, its only address. */
  port: number;
  /** Resolves when the server is gone, asked for or not. */
  ended: Promise<void>;
  /** postgres:// of a database as the superuser. */
  superuserUrl(database: string): string;
  stop(): Promise<void>;
  /** As a power cut would: the next start recovers. */
  stopAtOnce(): Promise<void>;
  /** The same without waiting, for the last moment of a process. */
  abandon(): void;
}

const IMMEDIATE_SHUTDOWN = [
  ['SIGQUIT', 1_500],
  ['SIGKILL', 500],
] as const;
const FAST_SHUTDOWN = [['SIGINT', 4_000], ...IMMEDIATE_SHUTDOWN] as const;

/** Starts PostgreSQL on a data folder, which it makes when missing; a server left over from a killed parent is stopped. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDirectory } = options;
  const binaries = findPostgresBinaries();
  const account = serviceAccount([dataDirectory, binaries.postgres]);
  if (!holdsOurData(dataDirectory, account)) await createCluster(binaries, account, options);
  await stopLeftoverPostgres(dataDirectory);
  // Another program can take a free port between the look and the start.
  for (let attempt = 1; ; attempt++) {
    const port = attempt === 1 && options.preferredPort ? options.preferredPort : await freePort();
    const running = await launch(binaries, account, options, port);
    if (running) return running;
    if (attempt === 5) {
      throw new Refusal('PostgreSQL did not start', `its log says why: ${logFile(dataDirectory)}`);
    }
  }
}

/** @returns undefined when the server went away before it was ready. */
async function launch(
  binaries: PostgresBinaries,
  account: ServiceAccount,
  { dataDirectory, superuserPassword, settings = {} }: PostgresOptions,
  port: number,
): Promise<RunningPostgres | undefined> {
  const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const service = startService(account, binaries.postgres, ['-D', dataDirectory, ...flags], logFile(dataDirectory));
  const ready = () => {
    const file = readPostmasterFile(dataDirectory);
    return file !== undefined && file.pid === service.identity?.pid && file.status === 'ready';
  };
  // Recovery after a crash replays the log, which can take its time on a slow disk.
  const inTime = await waitUntil(() => service.hasEnded() || ready(), 120_000);
  if (service.hasEnded()) return undefined;
  if (!inTime) {
    await service.end(FAST_SHUTDOWN);
    throw new Refusal('PostgreSQL was not ready within 2 minutes', `its log says why: ${logFile(dataDirectory)}`);
  }
  return {
    port,
    ended: service.exitCode.then(() => undefined),
    stop: () => service.end(FAST_SHUTDOWN),
    stopAtOnce: () => service.end(IMMEDIATE_SHUTDOWN),
    abandon: () => {
      if (service.identity && !service.hasEnded()) process.kill(service.identity.pid, 'SIGQUIT');
    },
    superuserUrl: (database) => `postgres://${SUPERUSER}:${superuserPassword}@127.0.0.1:${port}/${database}`,
  };
}
