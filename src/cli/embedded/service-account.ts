import { execFileSync } from 'node:child_process';
import { accessSync, chownSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Refusal } from './refusal.js';

/** As whom the engines run: PostgreSQL refuses to run as root, and nothing else needs to, so root lends them another account. */
export interface ServiceAccount {
  uid?: number;
  gid?: number;
  /** A program and its arguments that runs the rest of the command line as that account. */
  prefix: string[];
}

/** @param paths folders and programs that the engine must be able to reach */
export function serviceAccount(paths: readonly string[]): ServiceAccount {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = systemAccount();
  if (paths.every((path) => reachableByOthers(path))) return { uid, gid, prefix: [] };
  return { uid, gid, prefix: setprivPrefix(uid, gid, paths) };
}

/** Hands a file or folder to the account, when it is not ours. */
export function giveTo(account: ServiceAccount, path: string): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid);
}

function systemAccount(): { uid: number; gid: number } {
  try {
    return lookUpAccount();
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
      return lookUpAccount();
    } catch {
      throw new Refusal(
        'PostgreSQL does not run as root, and the account "postgres" could not be created',
        'create it (useradd --system postgres), or start as an ordinary user',
      );
    }
  }
}

function lookUpAccount(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Whether everybody may pass through all folders above the path. */
function reachableByOthers(path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * A clone below /root, or in a folder from mktemp -d, is closed to other accounts. Opening the operator's folders is not
 * ours to do; the account gets the one capability that walks through them instead.
 */
function setprivPrefix(uid: number, gid: number, paths: readonly string[]): string[] {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv', '/usr/local/bin/setpriv'].find(isExecutable);
  if (!setpriv) {
    throw new Refusal(
      `PostgreSQL does not run as root, and the account "postgres" cannot enter ${paths[0]}`,
      'move the clone out of the closed folder (to /opt, say), or start as an ordinary user',
    );
  }
  const capability = mayLend(2) ? 'dac_read_search' : 'dac_override';
  return [
    setpriv,
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    // Without this bit access(2), with which initdb looks for postgres, ignores the capability.
    '--securebits=+no_setuid_fixup',
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=+${capability}`,
    `--bounding-set=-all,+${capability}`,
  ];
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether this capability (its number in linux/capability.h) is in our bounding set; containers often lack some. */
function mayLend(capability: number): boolean {
  const bounding = /^CapBnd:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  return ((BigInt(`0x${bounding}`) >> BigInt(capability)) & 1n) === 1n;
}
