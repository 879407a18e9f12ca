import type { CategoryView, FormFieldView } from '../../contract/index.js';
import { formOf, nextField, skipsField, valueFor } from './form-questions.js';
import { optionReplies } from './replies-of.js';
import { type DialogueState, NEW_DIALOGUE } from './situation.js';

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const field = (key: string, change: Partial<FormFieldView>): FormFieldView => ({
  key,
  label: both(key, key),
  type: 'text',
  customerVisible: true,
  ...change,
});
const ends = field('ends', {
  type: 'multi_select',
  options: [
    { value: 'apple', label: both('苹果手机', 'iPhone') },
    { value: 'phone', label: both('手机', 'Phone') },
    { value: 'web', label: both('网页', 'Web') },
  ],
});
const changed = field('changed', { type: 'checkbox' });
const tail = field('tail', { requiredAt: 'open', showWhen: { field: 'changed', is: ['yes'] } });
const sum = field('sum', { type: 'money', currency: 'CNY' });
const form = [
  ends,
  changed,
  tail,
  field('cause', { requiredAt: 'resolve' }),
  field('note', { customerVisible: false }),
];
const categories: CategoryView[] = [
  {
    key: 'earnings',
    name: both('收益', 'Earnings'),
    topic: both('收益', 'Earnings'),
    subCategories: [
      {
        key: 'withdrawal_failed',
        name: both('提现失败', 'Withdrawal failed'),
        priority: 'P1',
        nature: 'fault',
        teamKey: 'settlement',
        form,
        formVersion: 1,
        checklist: [],
      },
    ],
  },
];
const state = (said: Record<string, string>, asked: string[] = []): DialogueState => ({
  ...NEW_DIALOGUE,
  category: 'earnings',
  subCategory: 'withdrawal_failed',
  form: said,
  asked: asked.map((key) => `field:${key}`),
});

describe('a form in a conversation', () => {
  it('asks what is the customer’s to say, as their answers stand', () => {
    const next = (now: DialogueState) => nextField(formOf(categories, now), now)?.key;
    expect(next(state({}))).toBe('ends');
    expect(next(state({}, ['ends', 'changed']))).toBeUndefined();
    expect(next(state({ changed: 'no' }, ['ends', 'changed']))).toBeUndefined();
    expect(next(state({ changed: 'yes' }, ['ends', 'changed']))).toBe('tail');
  });

  it.each<[FormFieldView, string, string | undefined]>([
    [ends, '苹果手机和网页都不行', 'apple,web'],
    [ends, '手机', 'phone'],
    [ends, '都试过了', undefined],
    [changed, '是的。', 'yes'],
    [changed, '没有', 'no'],
    [changed, '昨天换的手机', undefined],
    [sum, '大概 1,280.5 元', '1280.50'],
    [sum, '1.2 万', undefined],
    [sum, '12万', undefined],
    [sum, '0.125', undefined],
  ])('%# of a form', (asked, text, value) => expect(valueFor(asked, text, 'zh-CN')).toBe(value));

  it('offers yes and no to tap, and takes neither for going past', () => {
    expect(optionReplies(changed, 'zh-CN')).toEqual([
      { label: '是', value: 'yes' },
      { label: '否', value: 'no' },
    ]);
    expect(skipsField(changed, '没有')).toBe(false);
    expect(skipsField(changed, '跳过')).toBe(true);
    expect(skipsField(ends, '没有')).toBe(true);
  });
});
