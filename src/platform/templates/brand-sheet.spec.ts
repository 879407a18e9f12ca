import { contrast, parseColor } from '../../contract/index.js';
import { accentOf, brandSheet, sheetName } from './brand-sheet.js';

const COLORS = [
  '#0f766e',
  '#f3a72e',
  '#1677ff',
  '#e02020',
  '#000000',
  '#ffffff',
  '#7b2ff7',
  '#00b578',
  '#ffe600',
  '#888888',
];
/** What of the pages stands on what: `pages.css`. */
const PAIRS = [
  ['amber', 'paper'],
  ['amber', 'sheet'],
  ['amber', 'amber-wash'],
  ['amber-strong', 'paper'],
  ['amber-strong', 'amber-wash'],
  ['on-amber', 'amber'],
  ['on-amber', 'amber-strong'],
] as const;

const colorsOf = (rules: string) =>
  Object.fromEntries(
    [...rules.matchAll(/--([\w-]+):(#[0-9a-f]{6})/g)].map(([, name = '', color = '']) => [name, color]),
  );

describe.each(COLORS)('the sheet of %s', (color) => {
  const [light = '', dark = ''] = brandSheet({ light: color, dark: color }).split('\n');

  it.each([
    ['light', light, '#2a2119', '#6a5b4c'],
    ['dark', dark, '#f1e7d8', '#bcab97'],
  ])('can be read by %s', (_, rules, ink, soft) => {
    const colors = colorsOf(rules);
    for (const [text, ground] of PAIRS) {
      const ratio = contrast(parseColor(colors[text] as string), parseColor(colors[ground] as string));
      expect([text, ground, ratio >= 4.5]).toEqual([text, ground, true]);
    }
    for (const text of [ink, soft])
      for (const ground of ['paper', 'sheet', 'amber-wash'])
        expect([text, ground, contrast(parseColor(text), parseColor(colors[ground] as string)) >= 4.5]).toEqual([
          text,
          ground,
          true,
        ]);
  });
});

test('its name says which colours it is of', () => {
  expect(accentOf(sheetName({ light: '#0F766E', dark: '#5eead4' }))).toEqual({ light: '#0f766e', dark: '#5eead4' });
  for (const name of ['brand-0f766e', 'brand-0f766e-x', 'brand-../..-000000', 'brand'])
    expect(accentOf(name)).toBeUndefined();
});
