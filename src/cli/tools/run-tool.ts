import { type ParseArgsConfig, parseArgs } from 'node:util';
import { ConfigError } from '../../config.js';
import { SchemaRefused } from '../../platform/db/index.js';
import { Refusal } from '../embedded/refusal.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The command line was not understood; its usage says how to write it. */
export class Usage extends Error {
  override readonly name = 'Usage';
}

/** @throws Usage for what is not an option of the tool */
export function readArguments<O extends Options>(args: string[], options: O, usage: string) {
  try {
    return parseArgs({ args, options: { ...options, help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new Usage(`${(error as Error).message}\n\n${usage}`);
  }
}

/** Runs a tool to its exit code. What an operator can mend is one line; everything else a defect, with its stack. */
export async function runTool(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const expected = [Usage, Refusal, ConfigError, SchemaRefused].some((kind) => error instanceof kind);
    if (error instanceof Usage) console.error(error.message);
    else console.error(`✗ ${error instanceof Error ? (expected ? error.message : error.stack) : error}`);
    return error instanceof Usage ? 2 : 1;
  }
}

/** Runs the tool when its file is the one that Node was started with. */
export function whenMain(isMain: boolean, run: (args: string[]) => Promise<number>): void {
  if (isMain)
    run(process.argv.slice(2)).then(
      (code) => process.exit(code),
      () => process.exit(1),
    );
}
