import { isSendKey } from './send-key.js';

const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

test.each([
  ['Enter', enter, false, true],
  ['Shift+Enter', { ...enter, shiftKey: true }, false, false],
  ['Enter that picks a candidate', { ...enter, isComposing: true, keyCode: 229 }, false, false],
  ['the same in Safari, after the composition', { ...enter, keyCode: 229 }, false, false],
  ['Enter of a touch keyboard', enter, true, false],
  ['a letter', { ...enter, key: 'a', keyCode: 65 }, false, false],
])('%s', (_name, press, touch, expected) => {
  expect(isSendKey(press, touch)).toBe(expected);
});
