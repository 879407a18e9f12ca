import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PostgresBinaries } from './postgres-binaries.js';
import { Refusal } from './refusal.js';
import { giveTo, type ServiceAccount } from './service-account.js';
import { startService } from './service-process.js';

export const SUPERUSER = 'postgres';
const MAJOR_VERSION = '18';

export function logFile(dataDirectory: string): string {
  return `${dataDirectory}.log`;
}

/** Whether a database is there already; refuses a folder that we could only spoil. */
export function holdsOurData(dataDirectory: string, account: ServiceAccount): boolean {
  const otherFolder = 'choose another folder: DATA_DIR=/path/to/folder npm start';
  if (!existsSync(dataDirectory)) return false;
  const owner = statSync(dataDirectory).uid;
  const expected = account.uid ?? process.getuid?.() ?? owner;
  if (owner !== expected) {
    throw new Refusal(
      `The database folder ${dataDirectory} belongs to another user (id ${owner})`,
      `start as the user who started it first (root, perhaps), or ${otherFolder}`,
    );
  }
  const versionFile = join(dataDirectory, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    if (readdirSync(dataDirectory).length === 0) return false;
    throw new Refusal(`The folder ${dataDirectory} is in use, but not as a database`, `empty it, or ${otherFolder}`);
  }
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== MAJOR_VERSION) {
    throw new Refusal(
      `The database folder ${dataDirectory} was written by PostgreSQL ${version}, this is PostgreSQL ${MAJOR_VERSION}`,
      `${otherFolder} (and move the data over with pg_dump and psql)`,
    );
  }
  return true;
}

/** Makes an empty database server in the folder. It is made beside it and moved, so that a start cut short leaves none. */
export async function createCluster(
  binaries: PostgresBinaries,
  account: ServiceAccount,
  { dataDirectory, superuserPassword }: { dataDirectory: string; superuserPassword: string },
): Promise<void> {
  const draft = `${dataDirectory}.new`;
  const passwordFile = `${dataDirectory}.password`;
  // An initdb whose parent was killed may still be writing for a moment.
  rmSync(draft, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  mkdirSync(dirname(dataDirectory), { recursive: true, mode: 0o755 });
  mkdirSync(draft, { mode: 0o700 });
  giveTo(account, draft);
  try {
    writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 });
    giveTo(account, passwordFile);
    const initdb = startService(
      account,
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        // libc's C.UTF-8: with any other provider, or plain C, trigrams of Chinese text are empty.
        '--locale=C.UTF-8',
        '--encoding=UTF8',
        '--no-instructions',
      ],
      logFile(dataDirectory),
    );
    if ((await initdb.exitCode) !== 0) {
      throw new Refusal('The database could not be created', `its log says why: ${logFile(dataDirectory)}`);
    }
    rmSync(dataDirectory, { recursive: true, force: true });
    renameSync(draft, dataDirectory);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}
