import { formFaults } from './form-definition.js';
import type { FormFieldSettings } from './forms.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });
const field = (key: string, change: Partial<FormFieldSettings> = {}): FormFieldSettings => ({
  key,
  label: both(key),
  type: 'text',
  customerVisible: true,
  ...change,
});
const kind = field('kind', { type: 'select', options: [{ value: 'a', label: both('A') }] });
const on = (of: string, ...is: string[]) => field('more', { showWhen: { field: of, is } });

describe('the definition of a form', () => {
  it.each<[FormFieldSettings[], string | undefined]>([
    [[kind, on('kind', 'a')], undefined],
    [[field('box', { type: 'checkbox' }), on('box', 'no')], undefined],
    [[on('kind', 'a'), kind], 'form.0.showWhen condition_not_before'],
    [[on('more', 'a')], 'form.0.showWhen condition_not_before'],
    [[field('words'), on('words', 'a')], 'form.1.showWhen condition_of_words'],
    [[kind, on('kind')], 'form.1.showWhen condition_empty'],
    [[kind, on('kind', 'b')], 'form.1.showWhen condition_unknown_answer'],
    [[{ ...kind, customerVisible: false }, on('kind', 'a')], 'form.1.showWhen condition_out_of_sight'],
    [[field('sum', { type: 'money' })], 'form.0.currency currency_missing'],
    [[field('sum', { currency: 'CNY' })], 'form.0.currency currency_superfluous'],
    [[field('story', { type: 'long_text', format: 'phone' })], 'form.0.format format_superfluous'],
    [[field('story', { maxLength: 1_001 })], 'form.0.maxLength length_out_of_range'],
    [[field('a b', {})], 'form.0.key key_malformed'],
    [Array.from({ length: 21 }, (_, n) => field(`f${n}`)), 'form too_many'],
  ])('%#', (form, expected) =>
    expect(formFaults(form).map(({ path, code }) => `${path} ${code}`)).toEqual(expected ? [expected] : []),
  );

  it('lets a condition go on naming what cases may still say', () => {
    const saved = [{ ...kind, options: [...(kind.options ?? []), { value: 'old', label: both('Old') }] }];
    expect(formFaults([kind, on('kind', 'old')], saved)).toEqual([]);
  });
});
