import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from './process-end.js';
import { commandLine, identifyProcess } from './process-identity.js';
import { Refusal } from './refusal.js';

/** What postmaster.pid of a data folder says. */
export interface PostmasterFile {
  pid: number;
  /** starting, ready, stopping or standby; empty before PostgreSQL wrote it. */
  status: string;
}

export function readPostmasterFile(dataDirectory: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isSafeInteger(pid) && pid > 0 ? { pid, status: (lines[7] ?? '').trim() } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Stops a PostgreSQL that outlived its parent (kill -9, power cut) and removes its pid file. Only a process that runs
 * on exactly this folder is touched: the number in a stale file may belong to somebody else by now.
 * @returns whether one was running
 */
export async function stopLeftoverPostgres(dataDirectory: string): Promise<boolean> {
  const found = readPostmasterFile(dataDirectory);
  const identity = found && identifyProcess(found.pid);
  const ours = identity !== undefined && commandLine(identity.pid).includes(`-D ${dataDirectory} `);
  if (ours) {
    const gone = await endProcess(identity, [
      ['SIGINT', 10_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 2_000],
    ]);
    if (!gone) {
      throw new Refusal(
        `A PostgreSQL of an earlier start (process ${identity.pid}) still runs on ${dataDirectory} and cannot be stopped`,
        `stop it: kill -INT ${identity.pid} (by the user who started it), then start again`,
      );
    }
  }
  rmSync(join(dataDirectory, 'postmaster.pid'), { force: true });
  return ours;
}
