import { freePort } from './free-port.js';
import { type PostgresAccount, postgresAccount, runAs } from './postgres-account.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { createCluster, holdsOurData, logFile, SUPERUSER } from './postgres-cluster.js';
import { readPostmasterFile, stopLeftoverPostgres } from './postgres-leftover.js';
import { endProcess, waitUntil } from './process-end.js';
import { identifyProcess } from './process-identity.js';
import { Refusal } from './refusal.js';

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
  exited: Promise<void>;
  /** postgres:// of a database as the superuser. */
  superuserUrl(database: string): string;
  stop(): Promise<void>;
}

/** Starts PostgreSQL on a data folder, which it makes when missing; a server left over from a killed parent is stopped. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { dataDirectory } = options;
  const binaries = findPostgresBinaries();
  const account = postgresAccount([dataDirectory, binaries.postgres]);
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
  account: PostgresAccount,
  { dataDirectory, superuserPassword, settings = {} }: PostgresOptions,
  port: number,
): Promise<RunningPostgres | undefined> {
  const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = runAs(account, binaries.postgres, logFile(dataDirectory), ['-D', dataDirectory, ...flags]);
  let gone = false;
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      gone = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const ready = () => {
    const file = readPostmasterFile(dataDirectory);
    return file !== undefined && file.pid === child.pid && file.status === 'ready';
  };
  // Recovery after a crash replays the log, which can take its time on a slow disk.
  const started = await waitUntil(() => gone || ready(), 120_000);
  if (gone) return undefined;
  const stop = async () => {
    const identity = child.pid === undefined ? undefined : identifyProcess(child.pid);
    if (identity && !gone) {
      await endProcess(identity, [
        ['SIGINT', 8_000],
        ['SIGQUIT', 2_000],
        ['SIGKILL', 1_000],
      ]);
    }
    await exited;
  };
  if (!started) {
    await stop();
    throw new Refusal('PostgreSQL was not ready within 2 minutes', `its log says why: ${logFile(dataDirectory)}`);
  }
  return {
    port,
    exited,
    stop,
    superuserUrl: (database) => `postgres://${SUPERUSER}:${superuserPassword}@127.0.0.1:${port}/${database}`,
  };
}
