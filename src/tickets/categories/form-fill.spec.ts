import fc from 'fast-check';
import { checkForm, FIELD_TYPES, type FormFieldView, shownFields } from '../../contract/index.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const option = (value: string) => ({ value, label: both(value) });
const field = (key: string, change: Partial<FormFieldView>): FormFieldView => ({
  key,
  label: both(key),
  type: 'text',
  customerVisible: true,
  ...change,
});

describe('whatever is filled in into whatever form', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('a', 'b', 'a,b', 'b,a', 'yes', 'no', '12', '1,200.5', '-3.99', '2026-11-20', '  ', '９'),
  );
  const fields = fc
    .uniqueArray(
      fc.record({
        key: fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5'),
        type: fc.constantFrom(...FIELD_TYPES),
        requiredAt: fc.constantFrom(undefined, 'open' as const, 'resolve' as const),
        archived: fc.constantFrom(undefined, undefined, true as const),
        depends: fc.option(
          fc.record({ field: fc.constantFrom('f1', 'f2', 'f3'), is: fc.constant<string[]>(['a', 'yes']) }),
        ),
      }),
      { selector: ({ key }) => key, maxLength: 5 },
    )
    .map((all) =>
      all.map(({ key, depends, ...rest }) =>
        field(key, { ...rest, options: ['a', 'b'].map(option), ...(depends && { showWhen: depends }) }),
      ),
    );
  const values = fc.dictionary(fc.constantFrom('f1', 'f2', 'f3', 'f4', 'f5', 'f6'), text);

  it('what was taken is taken again as it is, from nothing or from what the case had', () => {
    fc.assert(
      fc.property(fields, values, values, (form, given, before) => {
        const { values: taken } = checkForm(form, given, { before, needed: [] });
        expect(checkForm(form, taken, { before: taken, needed: [] })).toEqual({
          values: taken,
          problems: [],
          hidden: [],
        });
        const fresh = checkForm(form, given, { needed: [] }).values;
        expect(checkForm(form, fresh, { needed: [] })).toEqual({ values: fresh, problems: [], hidden: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('everything given is taken, named, or not asked', () => {
    fc.assert(
      fc.property(fields, values, (form, given) => {
        const { values: taken, problems, hidden } = checkForm(form, given);
        for (const [key, value] of Object.entries(given))
          if (value.trim() !== '')
            expect([
              Object.hasOwn(taken, key),
              problems.some((one) => one.key === key),
              hidden.includes(key),
            ]).toContain(true);
        const shown = shownFields(form, taken).map(({ key }) => key);
        expect(shown).toEqual(expect.arrayContaining(Object.keys(taken)));
      }),
      { numRuns: 500 },
    );
  });
});
