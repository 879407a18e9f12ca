import { OftenAsked } from './often-asked.js';

const ask = (often: OftenAsked, text: string, times: number) =>
  Array.from({ length: times }, () => often.nameOf(text)).at(-1);

describe('statements that are asked often', () => {
  it('get a name of their own, and keep it', () => {
    const often = new OftenAsked();
    expect(ask(often, 'SELECT 1', 19)).toBeUndefined();
    const name = ask(often, 'SELECT 1', 1);
    expect(name).toBe('often_1');
    expect(ask(often, 'SELECT 2', 20)).toBe('often_2');
    expect(ask(often, 'SELECT 1', 50)).toBe(name);
  });

  it('do not pile up when each is another', () => {
    const often = new OftenAsked();
    for (let n = 0; n < 5_000; n += 1) expect(often.nameOf(`SELECT ${n}`)).toBeUndefined();
    for (let n = 0; n < 1_000; n += 1) ask(often, `SELECT often ${n}`, 20);
    expect(ask(often, 'SELECT one too many', 100)).toBeUndefined();
    expect(ask(often, 'SELECT often 1', 1)).toBe('often_2');
  });
});
