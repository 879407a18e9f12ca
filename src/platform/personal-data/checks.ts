const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const BORN = '(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const IDENTITY = new RegExp(`^\\d{6}(?:18|19|20)\\d{2}${BORN}\\d{3}[\\dX]$`);
/** As they were made until 1999, without a check character. */
const OLD_IDENTITY = new RegExp(`^[1-9]\\d{5}\\d{2}${BORN}\\d{3}$`);

/** ISO/IEC 7812, as bank cards have it; whatever is no digit does not count. */
export function isLuhn(number: string): boolean {
  const digits = number.replace(/\D/g, '');
  let sum = 0;
  for (const [place, digit] of [...digits].toReversed().entries()) {
    const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** A number of a Chinese identity card: 18 characters with the check of GB 11643, or 15 digits of the old kind. */
export function isIdentityNumber(number: string): boolean {
  const text = number.toUpperCase();
  if (OLD_IDENTITY.test(text)) return true;
  if (!IDENTITY.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  return '10X98765432'[sum % 11] === text[17];
}
