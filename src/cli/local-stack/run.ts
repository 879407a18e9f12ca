import { ConfigError } from '../../config.js';
import { SchemaRefused } from '../../platform/db/index.js';
import { Refusal } from '../embedded/refusal.js';
import { Departure, Stopped } from './departure.js';
import { whenNpmEnds } from './launcher.js';

/** Shows what is being done. */
export type Step = <Result>(
  name: string,
  work: (note: (text: string) => void) => Promise<Result> | Result,
) => Promise<Result>;

/**
 * Starts something and keeps it until it is asked to end, then closes all that was started.
 * @returns the exit code
 */
export async function runUntilAskedToEnd(start: (departure: Departure) => Promise<void>): Promise<number> {
  const departure = new Departure((line) => process.stdout.write(`\n${line}\n`));
  const stopWatching = whenNpmEnds(() => departure.request(0));
  let code: number;
  try {
    await start(departure);
    code = await departure.requested;
  } catch (error) {
    code = error instanceof Stopped ? 0 : 1;
    if (code) report(error);
    departure.request(code);
  }
  await departure.closeAll();
  stopWatching();
  return code;
}

export function report(error: unknown): void {
  const expected = [Refusal, ConfigError, SchemaRefused].some((kind) => error instanceof kind);
  console.error(`\n✗ ${error instanceof Error ? (expected ? error.message : error.stack) : error}`);
}
