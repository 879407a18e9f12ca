import { fieldWord, valueWord } from './field-words.js';
import { deedWord, valueText } from './words.js';

it.each([
  [undefined, ''],
  [null, ''],
  [false, 'false'],
  [3, '3'],
  [['a', 'b'], 'a、b'],
  [{ 'zh-CN': '收益', en: 'Earnings' }, 'zh-CN: 收益 · en: Earnings'],
  [[{ key: 'amount', required: true }], 'key: amount · required: true'],
])('%j reads %s', (value, text) => expect(valueText(value)).toBe(text));

it('shows a deed without a word of its own as it is written', () => {
  expect(deedWord('site.secret_rotated').en).toBe('secret rotated');
  expect(deedWord('site.moved_house')).toEqual({ 'zh-CN': 'moved_house', en: 'moved house' });
});

it('names what routing sets, in keys and values', () => {
  const words = { key: (key: string) => fieldWord(key)['zh-CN'], text: (text: string) => `“${text}”` };
  expect(valueText({ chat: 2, phone: 'x' }, words)).toBe('在线会话: “2” · 电话: “x”');
  expect(fieldWord('allowedOrigins').en).toBe('allowedOrigins');
  expect(valueWord('strategy', 'round_robin')?.en).toBe('round robin');
  expect(valueWord('name', 'manual')).toBeUndefined();
});
