import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csv } from './csv.js';

describe('a table for a spreadsheet', () => {
  it('has no cell of text that counts', () => {
    expect(csv([['=1+1', '@x', '-2', '\t=1', '＝1', 3, -4, 'a,"b"']])).toBe(
      `\ufeff'=1+1,'@x,'-2,'\t=1,'＝1,3,-4,"a,""b"""\r\n`,
    );
  });

  it('is read again as it was written, whatever is in it', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((given) => given.replace(/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]+/u, ''));
    const row = fc.array(fc.oneof(text, fc.constantFrom('a\r\nb', '"', ',', '提现, "怎么"')), {
      minLength: 2,
      maxLength: 5,
    });
    fc.assert(
      fc.property(row, (cells) => {
        const [read] = parse(csv([cells]), { bom: true, relax_column_count: true });
        expect(read).toEqual(cells);
      }),
    );
  });
});
