import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process as it can be recognised later: the number alone is reused by the system. */
export interface ProcessIdentity {
  pid: number;
  /** Start time in the system's own notation; compared, never read. */
  startedAt: string;
}

/** Who has this pid now; undefined when nobody, or only a zombie, has it. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  const startedAt = process.platform === 'linux' ? linuxStartTime(pid) : psColumn(pid, 'lstart=');
  return startedAt ? { pid, startedAt } : undefined;
}

export function isRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.startedAt === identity.startedAt;
}

/** What a pid file of ours says; undefined when there is none, or its writer was cut short. */
export function readIdentity(file: string): ProcessIdentity | undefined {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined;
  } catch {
    return undefined;
  }
}

/** The command line of a process, its parts joined by spaces; empty when it cannot be read. */
export function commandLine(pid: number): string {
  if (process.platform !== 'linux') return psColumn(pid, 'command=') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** The process that started this one; undefined when it is gone. */
export function parentOf(pid: number): number | undefined {
  const parent = process.platform === 'linux' ? linuxStat(pid)?.[1] : psColumn(pid, 'ppid=');
  return parent === undefined ? undefined : Number(parent);
}

function linuxStartTime(pid: number): string | undefined {
  const fields = linuxStat(pid);
  const [state, startTicks] = [fields?.[0], fields?.[19]];
  if (!startTicks || state === 'Z' || state === 'X') return undefined;
  // Ticks count from boot: without the boot's id a process of yesterday's boot could pass for this one.
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${startTicks}`;
}

/** Fields of /proc/<pid>/stat from the third, the state, on (proc(5)). */
function linuxStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function psColumn(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
