import type { FormFieldView } from '../../../../contract/index.js';
import { draftOf, faultsOf, moved, NEW_SUB_CATEGORY, newField, newOption, settingsOf } from './sub-category-draft.js';
import { wordKey } from './word-key.js';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });

it('comes back from the builder as it went in, without what is archived', () => {
  const form = [
    {
      key: 'order',
      label: both('订单', 'Order'),
      type: 'text' as const,
      requiredAt: 'open' as const,
      customerVisible: true,
      maxLength: 40,
      format: 'identifier' as const,
    },
    { key: 'sure', label: both('确定', 'Sure'), type: 'checkbox' as const, customerVisible: true },
    {
      key: 'kind',
      label: both('种类', 'Kind'),
      type: 'select' as const,
      customerVisible: false,
      showWhen: { field: 'sure', is: ['yes'] },
      options: [
        { value: 'a', label: both('甲', 'A') },
        { value: 'b', label: both('乙', 'B'), archived: true as const },
      ],
    },
    { key: 'gone', label: both('旧', 'Old'), type: 'date' as const, customerVisible: true, archived: true as const },
  ];
  const checklist = [{ key: 'seen', label: both('看过', 'Seen') }];
  const settings = settingsOf(draftOf({ ...NEW_SUB_CATEGORY, form, checklist }));
  expect(settings.checklist).toEqual(checklist);
  expect(settings.form).toEqual([form[0], form[1], { ...form[2], options: [{ value: 'a', label: both('甲', 'A') }] }]);
});

it('names new fields and options by their English words, and none twice', () => {
  const field = { ...newField('1'), label: both('订单号', 'Order number') };
  const select = {
    ...newField('2'),
    label: both('订单号', 'Order number'),
    type: 'select' as const,
    options: [
      { ...newOption([]), label: both('是', 'Yes!') },
      { ...newOption([newOption([])]), label: both('否', '否') },
    ],
  };
  const follows = { ...newField('3'), key: 'then', label: both('甲', 'A'), showWhen: { field: '2', is: ['1'] } };
  const { form } = settingsOf(
    { ...NEW_SUB_CATEGORY, form: [field, select, follows] },
    {
      form: [{ ...settingsOf({ ...NEW_SUB_CATEGORY, form: [field] }).form[0], archived: true } as FormFieldView],
      checklist: [],
    },
  );
  expect(form.map(({ key }) => key)).toEqual(['order_number_2', 'order_number_3', 'then']);
  expect(form[2]).toMatchObject({ showWhen: { field: 'order_number_3', is: ['yes'] } });
  expect(form[1]).toMatchObject({ options: [{ value: 'yes' }, { value: 'option_1' }] });
  expect(form[1]).not.toHaveProperty('maxLength');
});

it.each([
  ['Order number', 'order_number'],
  ['  3rd party — shop ', 'rd_party_shop'],
  ['订单', 'field_1'],
])('%s becomes %s', (words, key) => expect(wordKey(words, [], 'field')).toBe(key));

it('finds what a field lacks', () => {
  const whole = { ...newField('1'), label: both('甲', 'A') };
  const form = [
    whole,
    { ...whole, label: both('', 'B') },
    { ...whole, key: 'a b' },
    { ...whole, key: 'x' },
    { ...whole, key: 'x' },
    { ...whole, type: 'select' as const },
    { ...whole, type: 'select' as const, options: [{ ...newOption([]), label: both('甲', '') }] },
  ];
  expect(faultsOf(form).map(({ path, code }) => `${path} ${code}`)).toEqual([
    'form.1.label label_blank',
    'form.2.key key_malformed',
    'form.4.key key_taken',
    'form.5.options options_missing',
    'form.6.options options_missing',
  ]);
});

it('moves within the list alone', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
