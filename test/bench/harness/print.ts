import type { Percentiles } from './numbers.js';
import { type Check, isMet, type Result, type Row, type Table } from './result.js';

/** Three digits that count: 12,300, 4.56, 0.123. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 1_000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

const MIB = 1024 ** 2;

/** The whole result as a terminal shows it. */
export function print({ bench, machine, load, tables }: Result, file: string): string {
  const { cpus, memory, system, node, postgres, durability, commit } = machine;
  return [
    `\n${bench} · ${commit} · load average ${load.before} → ${load.after}`,
    `${cpus}, ${memory}, ${system}, Node ${node}, PostgreSQL ${postgres} (${durability})`,
    ...tables.map(printTable),
    `\nwritten to ${file}; charts: npm run bench -- report\n`,
  ].join('\n');
}

function printTable({ title, unit, rows, checks, notes }: Table): string {
  return [`\n── ${title}`, ...rows.map((row) => printRow(row, unit)), ...checks.map(printCheck), ...notes].join('\n');
}

function printRow({ name, value, rounds, latencies, usage, facts }: Row, unit: string): string {
  const spread = rounds.length > 1 ? `  [${rounds.map(figure).join(' ')}]` : '';
  return [
    `${name.padEnd(26)} ${figure(value).padStart(8)} ${unit}${spread}`,
    ...Object.entries(latencies).map(([what, times]) => `    ${what.padEnd(24)} ${printTimes(times)}`),
    ...Object.entries(usage).map(
      ([who, { cores, bytes }]) => `    ${who.padEnd(24)} ${cores.toFixed(2)} cores  ${(bytes / MIB).toFixed(0)} MiB`,
    ),
    ...Object.entries(facts).map(([what, words]) => `    ${what.padEnd(24)} ${words}`),
  ].join('\n');
}

function printTimes({ p50, p95, p99 }: Percentiles): string {
  return `p50 ${figure(p50)}  p95 ${figure(p95)}  p99 ${figure(p99)} ms`;
}

function printCheck(check: Check): string {
  const { what, value, unit, target } = check;
  const wish = 'atLeast' in target ? `≥ ${figure(target.atLeast)}` : `≤ ${figure(target.atMost)}`;
  return `${isMet(check) ? '✓' : '✗'} ${what}: ${figure(value)} ${unit} (target ${wish})`;
}
