import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { endProcess } from './process-end.js';
import { identifyProcess, type ProcessIdentity } from './process-identity.js';
import type { ServiceAccount } from './service-account.js';

export interface ServiceProcess {
  /** Undefined when it could not even start. */
  identity: ProcessIdentity | undefined;
  /** Whether it has ended, asked for or not. */
  hasEnded(): boolean;
  /** Resolves when it has ended; null when a signal ended it, or it could not start. */
  exitCode: Promise<number | null>;
  /** Ends it: each signal in turn with its patience in milliseconds. */
  end(steps: readonly (readonly [NodeJS.Signals, number])[]): Promise<void>;
}

/**
 * Starts an engine in a process group of its own, so that Ctrl-C reaches us alone and the engines go last; and with a log
 * file of its own instead of our pipes, so that it can outlive us in good order. It sees nothing of our environment.
 */
export function startService(
  account: ServiceAccount,
  program: string,
  args: readonly string[],
  logFile: string,
  environment: Readonly<Record<string, string>> = {},
  folder = '/',
): ServiceProcess {
  const log = openSync(logFile, 'a', 0o600);
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  // The prefix switches the account by itself.
  const switchHere = account.prefix.length === 0 ? { uid: account.uid, gid: account.gid } : {};
  const child = spawn(command, rest, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC', ...environment },
    ...switchHere,
  });
  closeSync(log);
  let over = false;
  const exitCode = new Promise<number | null>((resolve) => {
    const end = (code: number | null) => {
      over = true;
      resolve(code);
    };
    child.once('exit', end);
    child.once('error', () => end(null));
  });
  const identity = child.pid === undefined ? undefined : identifyProcess(child.pid);
  return {
    identity,
    exitCode,
    hasEnded: () => over,
    end: async (steps) => {
      if (identity && !over) await endProcess(identity, steps);
      await exitCode;
    },
  };
}
