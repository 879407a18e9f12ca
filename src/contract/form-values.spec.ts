import { checkForm, fieldsForCustomers, missingToResolve, readValue, shownFields } from './form-values.js';
import { FIELD_FORMATS, type FieldFormat, FORMAT_EXAMPLES, type FormFieldView, type FormValues } from './forms.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const option = (value: string) => ({ value, label: both(value) });
const field = (key: string, change: Partial<FormFieldView> = {}): FormFieldView => ({
  key,
  label: both(key),
  type: 'text',
  customerVisible: true,
  ...change,
});
const device = field('device', { type: 'select', options: ['ios', 'web', 'other'].map(option) });
const model = field('model', { requiredAt: 'open', showWhen: { field: 'device', is: ['other'] } });
const serial = field('serial', {
  type: 'multi_select',
  options: ['a', 'b'].map(option),
  showWhen: { field: 'box', is: ['yes'] },
});
const box = field('box', { type: 'checkbox', showWhen: { field: 'device', is: ['other'] } });
const codes = (fields: FormFieldView[], given: FormValues, options = {}) =>
  checkForm(fields, given, options).problems.map(({ key, code }) => `${key} ${code}`);

describe('a value of a field', () => {
  it.each<[Partial<FormFieldView>, string, string]>([
    [{}, '  hello ', 'hello'],
    [{ type: 'number' }, '１２８．５', '128.5'],
    [{ type: 'number' }, '1,280', '1280'],
    [{ type: 'money', currency: 'CNY' }, '12', '12.00'],
    [{ type: 'money', currency: 'CNY' }, '-1,234,567.8', '-1234567.80'],
    [{ type: 'date' }, '2026-11-20', '2026-11-20'],
    [{ type: 'multi_select', options: ['a', 'b', 'c'].map(option) }, 'c, a,c', 'a,c'],
    [{ type: 'checkbox' }, 'no', 'no'],
    [{ type: 'long_text' }, 'a\nb', 'a\nb'],
    [{ pattern: FIELD_FORMATS.four_digits }, '0380', '0380'],
  ])('%j takes %j as %j', (change, text, value) => expect(readValue(field('f', change), text)).toEqual({ value }));

  it.each<[Partial<FormFieldView>, string, string]>([
    [{ maxLength: 3 }, 'long', 'too_long'],
    [{}, 'x'.repeat(201), 'too_long'],
    [{ type: 'long_text' }, 'x'.repeat(2_001), 'too_long'],
    [{ type: 'number' }, '1e9', 'not_a_number'],
    [{ type: 'money', currency: 'CNY' }, '1.234', 'not_an_amount'],
    [{ type: 'money', currency: 'CNY' }, '12,34', 'not_an_amount'],
    [{ type: 'date' }, '2026-02-30', 'not_a_date'],
    [{ type: 'select', options: [{ ...option('a'), archived: true }] }, 'a', 'not_a_choice'],
    [{ type: 'multi_select', options: [option('a')] }, 'a,b', 'not_a_choice'],
    [{ type: 'checkbox' }, 'true', 'neither_yes_nor_no'],
    [{ pattern: FIELD_FORMATS.four_digits }, '038', 'wrong_format'],
  ])('%j refuses %j: %s', (change, text, code) =>
    expect(readValue(field('f', change), text)).toMatchObject({ problem: { code } }),
  );

  it.each(Object.keys(FIELD_FORMATS) as FieldFormat[])(
    'of format %s that does not fit is told one that does',
    (format) => {
      const asked = field('f', { pattern: FIELD_FORMATS[format] });
      const example = FORMAT_EXAMPLES[format];
      expect(readValue(asked, example)).toEqual({ value: example });
      const fix = { 'zh-CN': expect.stringContaining(example), en: expect.stringContaining(example) };
      expect(readValue(asked, '?')).toMatchObject({ problem: { code: 'wrong_format', fix } });
    },
  );

  it('that a case has stays good, and so does what is archived of it beside something new', () => {
    const several = field('f', { type: 'multi_select', options: [option('a'), { ...option('b'), archived: true }] });
    expect(readValue(several, 'a,b', 'b')).toEqual({ value: 'a,b' });
    expect(readValue(several, 'a,b')).toMatchObject({ problem: { code: 'not_a_choice' } });
    expect(readValue(field('f', { maxLength: 1 }), 'long', 'long')).toEqual({ value: 'long' });
  });
});

describe('a form', () => {
  const form = [device, model, box, serial];

  it('asks for what the answers before it call for', () => {
    const keys = (values: FormValues) => shownFields(form, values).map(({ key }) => key);
    expect(keys({})).toEqual(['device']);
    expect(keys({ device: 'other' })).toEqual(['device', 'model', 'box']);
    expect(keys({ device: 'other', box: 'yes' })).toEqual(['device', 'model', 'box', 'serial']);
    // What is not asked decides nothing.
    expect(keys({ device: 'ios', box: 'yes' })).toEqual(['device']);
  });

  it('takes a box that nobody touched for a no', () => {
    const when = field('why', { showWhen: { field: 'agrees', is: ['no'] } });
    expect(shownFields([field('agrees', { type: 'checkbox' }), when], {})).toHaveLength(2);
  });

  it('neither needs nor keeps what is not asked, and says so', () => {
    expect(checkForm(form, { device: 'ios', model: 'X' })).toEqual({
      values: { device: 'ios' },
      problems: [],
      hidden: ['model'],
    });
    expect(codes(form, { device: 'other' })).toEqual(['model missing']);
  });

  it('needs things when they are due', () => {
    const due = [field('now', { requiredAt: 'open' }), field('later', { requiredAt: 'resolve', type: 'checkbox' })];
    expect(codes(due, {})).toEqual(['now missing']);
    expect(codes(due, {}, { needed: [] })).toEqual([]);
    expect(codes(due, { later: 'no' }, { needed: ['resolve'] })).toEqual(['later not_ticked']);
    expect(missingToResolve(due, { later: 'no' }).map(({ key }) => key)).toEqual(['later']);
    expect(missingToResolve(due, { later: 'yes' })).toEqual([]);
  });

  it('asks customers for what they see, and not for what colleagues find out', () => {
    const mixed = [field('a'), field('b', { customerVisible: false }), field('c', { requiredAt: 'resolve' })];
    expect(fieldsForCustomers([...mixed, field('d', { archived: true })]).map(({ key }) => key)).toEqual(['a']);
  });

  it('knows only its own fields', () => {
    expect(codes(form, { device: 'ios', colour: 'red', constructor: 'x' })).toEqual([
      'colour unknown_field',
      'constructor unknown_field',
    ]);
  });
});
