import { SLUG, slugOf } from './slug-of.js';

describe('an address name to begin with', () => {
  it.each([
    ['How to get an invoice?', 'how-to-get-an-invoice'],
    ['OBS 设置 1080p', 'obs-1080p'],
    ['怎么开发票', ''],
    ['【order number】 refund', 'refund'],
    ['Café crème', 'cafe-creme'],
    ['1080', ''],
  ])('%s → %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
    if (slug) expect(slug).toMatch(SLUG);
  });

  it('is short', () => expect(slugOf('word '.repeat(40))).toMatch(/^(word-){11}word?$/));
});
