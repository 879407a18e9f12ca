import { contrast } from '../../../../contract/index.js';
import { accentPalette } from './accent.js';

const INK = [42, 38, 31];
const LIGHT_INK = [242, 237, 228];
const DARK_SURFACE = [38, 36, 44];

test.each(['#f3a72e', '#1677ff', '#e02020', '#000000', '#ffffff', '#7b2ff7', '#00b578', '#ffe600'])(
  'everything drawn with %s can be read (WCAG AA)',
  (color) => {
    const palette = accentPalette(color);
    const pairs: [string, number[]][] = [
      ['accent', palette['on-accent'] ?? []],
      ['accent-light', [255, 255, 255]],
      ['accent-dark', DARK_SURFACE],
      ['bubble-light', INK],
      ['bubble-dark', LIGHT_INK],
    ];
    for (const [name, against] of pairs) {
      expect([name, contrast(palette[name] ?? [], against) >= 4.5]).toEqual([name, true]);
    }
  },
);
