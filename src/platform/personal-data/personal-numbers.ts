import { isIdentityNumber, isLuhn } from './checks.js';

export interface PersonalNumber {
  from: number;
  to: number;
  kind: 'card' | 'identity' | 'phone' | 'account';
}

interface Digit {
  /** `0` to `9`, or the X at the end of an identity number. */
  value: string;
  from: number;
  to: number;
  /** It stands directly behind the one before. */
  joined: boolean;
}

/** What people write between the digits of one number, and how much of it. */
const BETWEEN = /^[\s\p{Pd}\p{Cf}.,_()（）/+*·:：，]$/u;
const MOST_BETWEEN = 3;
const LONGEST_RUN = 80;
const LONGEST = 30;
const SHORTEST = 10;

/**
 * Numbers of cards, identities, telephones and accounts, however their digits are set apart and in whatever digits they are
 * written. A number begins and ends where a group of digits does, so that no piece of a longer one is taken for one.
 * Linear in the text.
 */
export function personalNumbers(text: string): PersonalNumber[] {
  return [...runs(text)].flatMap((run) => numbersIn(run));
}

function* runs(text: string): Iterable<Digit[]> {
  let run: Digit[] = [];
  let gap = 0;
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKC');
    const value = digitOf(plain, run);
    if (value !== undefined) {
      run.push({ value, from: at, to: at + character.length, joined: gap === 0 && run.length > 0 });
      gap = 0;
    } else gap = BETWEEN.test(plain) ? gap + 1 : MOST_BETWEEN + 1;
    if (run.length > 0 && (gap > MOST_BETWEEN || value === 'X' || run.length >= LONGEST_RUN)) {
      yield run;
      run = [];
      gap = 0;
    }
    at += character.length;
  }
  if (run.length > 0) yield run;
}

function digitOf(plain: string, run: readonly Digit[]): string | undefined {
  if (/^\d$/.test(plain)) return plain;
  if (/^[xX]$/.test(plain)) return run.length >= 17 ? 'X' : undefined;
  if (!/^\p{Nd}$/u.test(plain)) return undefined;
  // The digits of a script stand in order, from its zero on.
  const code = plain.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

function numbersIn(run: readonly Digit[]): PersonalNumber[] {
  const found: PersonalNumber[] = [];
  const begins = (place: number) => place === 0 || !run[place]?.joined;
  const ends = (place: number) => place === run.length - 1 || !run[place + 1]?.joined;
  for (let first = 0; first < run.length; first += 1) {
    if (!begins(first)) continue;
    // The longest that is one: of a card in groups, no group by itself.
    for (let last = Math.min(run.length, first + LONGEST) - 1; last >= first + SHORTEST - 1; last -= 1) {
      if (!ends(last)) continue;
      const kind = kindOf(
        run
          .slice(first, last + 1)
          .map(({ value }) => value)
          .join(''),
      );
      if (!kind) continue;
      found.push({ from: run[first]?.from ?? 0, to: run[last]?.to ?? 0, kind });
      first = last;
      break;
    }
  }
  return found;
}

function kindOf(digits: string): PersonalNumber['kind'] | undefined {
  if (isIdentityNumber(digits)) return 'identity';
  if (/[^\d]/.test(digits)) return undefined;
  if (/^(?:00)?(?:86)?1[3-9]\d{9}$/.test(digits) || /^(?:86)?0\d{9,11}$/.test(digits) || /^[48]00\d{7}$/.test(digits))
    return 'phone';
  if (/^\d{13,19}$/.test(digits) && isLuhn(digits)) return 'card';
  return digits.length >= 12 && !isTime(digits) ? 'account' : undefined;
}

/** `2026-11-20 14:03` is when, not whose. */
const isTime = (digits: string): boolean =>
  /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/.test(digits);
