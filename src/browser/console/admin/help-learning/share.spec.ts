import { share, shareInWords } from '../../shared/share.js';

it('rounds to whole percent, and says nothing of nothing', () => {
  expect(share(1, 3)).toBe('33%');
  expect(share(0, 0)).toBe('–');
});

it('never calls it none where there is some', () => {
  expect(shareInWords(1, 302)).toBe('<1%');
  expect(shareInWords(0, 302)).toBe('0%');
  expect(shareInWords(2, 302)).toBe('1%');
});
