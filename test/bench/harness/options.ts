import { parseArgs } from 'node:util';

/** A flag of a bench: a whole number within bounds, and what holds when it is not given. */
export interface Flag {
  name: string;
  about: string;
  default?: number;
  minimum: number;
  maximum: number;
}

export type Options = Record<string, number | undefined>;

/** What was typed cannot be meant; the message says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError naming every flag that is unknown, doubled, not a number or out of bounds */
export function readFlags(flags: readonly Flag[], args: readonly string[]): Options {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(flags.map(({ name }) => [name, { type: 'string' as const }])),
    strict: false,
    tokens: true,
  });
  const options: Options = Object.fromEntries(flags.map((flag) => [flag.name, flag.default]));
  const complaints: string[] = [];
  const seen = new Set<string>();
  for (const token of tokens ?? []) {
    if (token.kind === 'option-terminator') continue;
    const flag = token.kind === 'option' ? flags.find(({ name }) => name === token.name) : undefined;
    if (!flag) {
      complaints.push(`${token.kind === 'option' ? token.rawName : token.value}: unknown`);
      continue;
    }
    if (seen.has(flag.name)) complaints.push(`--${flag.name}: given twice`);
    seen.add(flag.name);
    const typed = token.kind === 'option' ? token.value : undefined;
    const value = /^\d+$/.test(typed ?? '') ? Number(typed) : Number.NaN;
    if (!(value >= flag.minimum && value <= flag.maximum))
      complaints.push(`--${flag.name}: write a whole number from ${flag.minimum} to ${flag.maximum}`);
    options[flag.name] = value;
  }
  if (complaints.length > 0) throw new UsageError(complaints.join('\n'));
  return options;
}

/** One line each, for --help. */
export function describeFlags(flags: readonly Flag[]): string {
  return flags
    .map(
      (flag) => `    --${flag.name.padEnd(16)} ${flag.about}${flag.default === undefined ? '' : ` (${flag.default})`}`,
    )
    .join('\n');
}
