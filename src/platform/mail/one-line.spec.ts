import { oneLine } from './one-line.js';

it('a line stays one line', () => {
  expect(oneLine('Re: 结算\r\nBcc: a@b.example\u2028x\u0000y', 80)).toBe('Re: 结算 Bcc: a@b.example x y');
  expect(oneLine('😀😀😀', 2)).toBe('😀😀');
});
