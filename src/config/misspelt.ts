/** Shorter names are a letter or two away from anything. */
const SHORTEST = 6;
const EDITS = 2;

export interface Misspelt {
  name: string;
  /** The variable that was probably meant. */
  nearest?: string;
}

/**
 * Variables that look like ours and are not read by anybody: in `.env` all that nobody reads, in the environment, which belongs
 * to others too, those within two letters of one of ours, and those that begin with the product's name.
 * @param origins by name, `.env` or another place
 */
export function misspelt(origins: Readonly<Record<string, string>>, known: readonly string[]): Misspelt[] {
  const names = new Set(known);
  return Object.entries(origins).flatMap(([name, origin]) => {
    if (names.has(name)) return [];
    const nearest = known.find((candidate) => isNear(name, candidate));
    if (nearest) return [{ name, nearest }];
    return origin === '.env' || name.startsWith('PORCHLIGHT_') ? [{ name }] : [];
  });
}

function isNear(name: string, candidate: string): boolean {
  if (Math.min(name.length, candidate.length) < SHORTEST) return false;
  const plain = (text: string) => text.toUpperCase().replace(/^PORCHLIGHT_/, '');
  return edits(plain(name), candidate) <= EDITS;
}

/** Letters to insert, drop or change to make one of the other (Levenshtein). */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The same in words, a line each. */
export function hintsOn(origins: Readonly<Record<string, string>>, known: readonly string[]): string[] {
  return misspelt(origins, known).map(({ name, nearest }) =>
    nearest
      ? `${name} is read by nobody: did you mean ${nearest}? · 没有 ${name} 这个变量，您是想设置 ${nearest} 吗？`
      : `${name} is read by nobody: .env.example lists the variables there are · 没有 ${name} 这个变量，请参考 .env.example`,
  );
}
