/** Mobile of mainland China; a landline with its area code; any other with its country code. */
const SHAPES = [/^1[3-9]\d{9}$/, /^0[1-9]\d{8,10}$/, /^\+[1-9]\d{7,14}$/];

/** A telephone number as one can dial it, or undefined. Forgives spaces, dashes, brackets, full-width digits, 00 and +86. */
export function phoneNumber(typed: string): string | undefined {
  const bare = typed
    .normalize('NFKC')
    .replace(/[\s().·‐-―-]/g, '')
    .replace(/^00/, '+')
    .replace(/^\+86(?=1\d{10}$|0)/, '');
  return SHAPES.some((shape) => shape.test(bare)) ? bare : undefined;
}
