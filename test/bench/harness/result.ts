import { mkdirSync, writeFileSync } from 'node:fs';
import type { Machine } from './machine.js';
import type { Percentiles } from './numbers.js';
import type { Usage } from './usage.js';

/** Ignored by git, as all of .data is. */
export const RESULTS = '.data/bench/results';

/** One program under one load. */
export interface Row {
  name: string;
  /** The median of the rounds, in the unit of its table. */
  value: number;
  rounds: number[];
  /** Milliseconds, medians over the rounds. */
  latencies: Record<string, Percentiles>;
  usage: Record<string, Usage>;
  /** What else is worth knowing, ready to be read. */
  facts: Record<string, string>;
}

/** A figure beside what it should be. */
export interface Check {
  what: string;
  value: number;
  unit: string;
  target: { atLeast: number } | { atMost: number };
}

export interface Table {
  title: string;
  unit: string;
  /** Whether less is better. */
  lessIsBetter?: boolean;
  rows: Row[];
  checks: Check[];
  notes: string[];
}

export interface Result {
  bench: string;
  at: string;
  machine: Machine;
  options: Record<string, number | undefined>;
  /** Load average of the machine before and after: above its cores, trust only ratios. */
  load: { before: number; after: number };
  tables: Table[];
}

export function isMet({ value, target }: Check): boolean {
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

/** @returns the file */
export function save(result: Result): string {
  mkdirSync(RESULTS, { recursive: true });
  const file = `${RESULTS}/${result.bench}-${result.at.replace(/[:.]/g, '-')}.json`;
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}
