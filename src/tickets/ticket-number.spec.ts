import fc from 'fast-check';
import { ALPHABET, formatNumber, NUMBER_SPACE, parseNumber } from './ticket-number.js';

const sequence = fc.bigInt({ min: 0n, max: NUMBER_SPACE - 1n });
const code = (number: string) => number.slice(3).replace('-', '');

describe('a ticket number', () => {
  it('looks like PL-XXX-XXXX and reads back as itself', () => {
    fc.assert(
      fc.property(sequence, (n) => {
        const number = formatNumber(n);
        expect(number).toMatch(/^PL-[0-9A-HJKMNP-TW-Z]{3}-[0-9A-HJKMNP-TW-Z]{4}$/);
        expect(parseNumber(number)).toBe(number);
      }),
    );
  });

  it('is never given twice', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        expect(formatNumber(a) === formatNumber(b)).toBe(a === b);
      }),
    );
    const first = Array.from({ length: 20_000 }, (_, n) => formatNumber(BigInt(n)));
    expect(new Set(first).size).toBe(first.length);
  });

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(sequence, fc.nat(6), fc.nat(30), (n, place, replacement) => {
        const right = code(formatNumber(n));
        const wrong = right.slice(0, place) + ALPHABET[replacement] + right.slice(place + 1);
        if (wrong !== right) expect(parseNumber(wrong)).toBeUndefined();
      }),
    );
  });

  it('notices every swap of neighbours', () => {
    fc.assert(
      fc.property(sequence, fc.nat(5), (n, place) => {
        const right = code(formatNumber(n));
        const swapped = right.slice(0, place) + right[place + 1] + right[place] + right.slice(place + 2);
        if (swapped !== right) expect(parseNumber(swapped)).toBeUndefined();
      }),
    );
  });

  it('forgives how people type it', () => {
    const fullWidth = (text: string) =>
      [...text].map((c) => (c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0))).join('');
    const styles: ((number: string) => string)[] = [
      (number) => number.toLowerCase(),
      (number) => ` ${number.replace(/-/g, ' ')} `,
      (number) => number.replace(/-/g, ''),
      (number) => number.replace(/-/g, ' — '),
      (number) => number.slice(3),
      (number) => `#${number.slice(3).replace('-', '')}`,
      fullWidth,
      (number) => number.replaceAll('0', 'O').replaceAll('1', 'l'),
      (number) => number.replaceAll('0', 'o').replaceAll('1', 'I'),
      (number) => `\u200b${number}\u3000`,
    ];
    fc.assert(
      fc.property(sequence, fc.constantFrom(...styles), (n, style) => {
        const number = formatNumber(n);
        expect(parseNumber(style(number))).toBe(number);
      }),
    );
  });

  it('is not found in anything else', () => {
    for (const input of ['', 'PL', 'PL-', '你好', 'PL-000-00000', 'X'.repeat(10_000), 'PL-UUU-UUUU', '__proto__'])
      expect(parseNumber(input)).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (input) => parseNumber(input) === undefined || input.length > 6),
    );
  });

  it('refuses a sequence outside its space', () => {
    expect(() => formatNumber(NUMBER_SPACE)).toThrow(RangeError);
    expect(() => formatNumber(-1n)).toThrow(RangeError);
  });
});
