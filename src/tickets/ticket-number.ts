/** Digits and letters without those that are mistaken for another: I L O (1 1 0), U V. 31 is prime, which the check needs. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTWXYZ';
const BASE = 31n;
const LENGTH = 6;
/** How many numbers there are: 887,503,681. */
export const NUMBER_SPACE = BASE ** BigInt(LENGTH);

/** Odd and prime to 31, so that neighbours in time look nothing alike and no two are the same. */
const FACTOR = 612_887_513n;
const SHIFT = 204_018_377n;

/**
 * The number people read over the phone, `PL-XXX-XXXX`: six characters and a check character.
 * @param sequence from 1, below {@link NUMBER_SPACE}; each gives a number of its own
 */
export function formatNumber(sequence: bigint): string {
  if (sequence < 0n || sequence >= NUMBER_SPACE) throw new RangeError('the space of ticket numbers is used up');
  let rest = (sequence * FACTOR + SHIFT) % NUMBER_SPACE;
  let payload = '';
  for (let place = 0; place < LENGTH; place += 1) {
    payload = ALPHABET[Number(rest % BASE)] + payload;
    rest /= BASE;
  }
  const code = payload + checkCharacter(payload);
  return `PL-${code.slice(0, 3)}-${code.slice(3)}`;
}

/**
 * Reads a number as people type it: spaces, dashes, lower case, full-width characters, O for 0, I or L for 1, without PL.
 * @returns the one spelling that is stored, or undefined when no such number can exist
 */
export function parseNumber(input: string): string | undefined {
  if (input.length > 60) return undefined;
  const plain = input
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}_.#:]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const code = plain.length === LENGTH + 3 && plain.startsWith('P1') ? plain.slice(2) : plain;
  if (code.length !== LENGTH + 1 || ![...code].every((character) => ALPHABET.includes(character))) return undefined;
  if (checkCharacter(code.slice(0, LENGTH)) !== code[LENGTH]) return undefined;
  return `PL-${code.slice(0, 3)}-${code.slice(3)}`;
}

/**
 * Makes the sum of value × place (the check's own place is 1) divisible by 31. No place weighs 0 and neighbours weigh
 * differently modulo a prime, so every single wrong character and every swap of neighbours is noticed.
 */
function checkCharacter(payload: string): string {
  let sum = 0;
  for (let place = 0; place < LENGTH; place += 1)
    sum += (LENGTH + 1 - place) * ALPHABET.indexOf(payload[place] as string);
  return ALPHABET[(31 - (sum % 31)) % 31] as string;
}
