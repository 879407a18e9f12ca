import { readdirSync, readFileSync } from 'node:fs';
import { parentOf } from '../../../src/cli/embedded/process-identity.js';
import { median } from './numbers.js';

const TICKS_PER_SECOND = 100;
const KIB = 1024;

/** A process to watch. With its children it is an engine that forks, as PostgreSQL does. */
export interface Watched {
  name: string;
  pid: number;
  withChildren?: boolean;
}

export interface Usage {
  /** Cores in use, 1 being all of one. */
  cores: number;
  /** Bytes in memory at the end; of an engine without what its processes share. */
  bytes: number;
}

/** Begins to count. @returns a function that ends it and tells by name (Linux; elsewhere nothing) */
export function watch(processes: readonly Watched[]): () => Record<string, Usage> {
  if (process.platform !== 'linux') return () => ({});
  const began = performance.now();
  const before = processes.map(({ pid, withChildren }) => cpuSeconds(pid, withChildren));
  return () => {
    const seconds = (performance.now() - began) / 1_000;
    return Object.fromEntries(
      processes.map(({ name, pid, withChildren }, index) => [
        name,
        {
          cores: Math.max(0, (cpuSeconds(pid, withChildren) - (before[index] ?? 0)) / seconds),
          bytes: withChildren ? sum([pid, ...childrenOf(pid)].map(privateBytes)) : residentBytes(pid),
        },
      ]),
    );
  };
}

/** Bytes of a process in memory. */
export function residentBytes(pid: number): number {
  return statusLine(pid, 'VmRSS');
}

const privateBytes = (pid: number) => statusLine(pid, 'RssAnon');

function statusLine(pid: number, name: string): number {
  const line = new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(read(`/proc/${pid}/status`));
  return Number(line?.[1] ?? 0) * KIB;
}

/** An engine's own time, of the children it has now, and of those it has seen end. */
function cpuSeconds(pid: number, withChildren = false): number {
  const of = (id: number, ended: boolean) => {
    const stat = read(`/proc/${id}/stat`);
    // From the third on: user, system, and the same of ended children are the 14th to the 17th (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return sum(fields.slice(11, ended ? 15 : 13).map(Number));
  };
  return (
    (of(pid, withChildren) + (withChildren ? sum(childrenOf(pid).map((id) => of(id, false))) : 0)) / TICKS_PER_SECOND
  );
}

function childrenOf(pid: number): number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return all.map(Number).filter((id) => parentOf(id) === pid);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const sum = (values: readonly number[]) =>
  values.reduce((total, value) => total + (Number.isFinite(value) ? value : 0), 0);

/**
 * Milliseconds of CPU that one unit of work cost, medians over the rounds. Steadier than a throughput when others use the
 * machine too: where everybody is short of CPU, one is the inverse of the other.
 */
export function cpuPerUnit(
  rounds: readonly { usage: Record<string, Usage>; seconds: number; units: number }[],
): string {
  const of = (who: string) =>
    median(rounds.map(({ usage, seconds, units }) => ((usage[who]?.cores ?? 0) * seconds * 1_000) / units));
  const [server, engine] = [of('server'), of('PostgreSQL')];
  return `server ${server.toFixed(3)} ms + PostgreSQL ${engine.toFixed(3)} ms = ${(server + engine).toFixed(3)} ms`;
}
