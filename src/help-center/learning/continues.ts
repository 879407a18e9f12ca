import { withinEdits } from '../../platform/search/index.js';

/**
 * Whether two searches of one visitor in quick succession are one that is still being typed: more or less of the same words,
 * another end of them, or the same words put right. Both folded.
 */
export function continues(earlier: string, later: string): boolean {
  const [a, b] = [earlier.replaceAll(' ', ''), later.replaceAll(' ', '')];
  if (a.startsWith(b) || b.startsWith(a)) return true;
  const shorter = Math.min(a.length, b.length);
  return commonBeginning(a, b) > shorter / 2 || withinEdits(a, b, Math.max(1, Math.floor(shorter / 4)));
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
