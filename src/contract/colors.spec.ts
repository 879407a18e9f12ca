import { contrast, formatColor, inksOn, isColor, parseColor, READABLE_CONTRAST, readableColor } from './colors.js';

test('reads and writes colours', () => {
  expect(parseColor('#0f766e')).toEqual([15, 118, 110]);
  expect(formatColor([15, 118, 110])).toBe('#0f766e');
  expect(['#0f766e', '#0F766E', '#fff', 'red', '#12345g', null].map(isColor)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test('contrast as WCAG reckons it', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
});

test('a colour that reads stays; another goes as near as it must', () => {
  const white = [255, 255, 255];
  expect(readableColor([10, 60, 120], white, [0, 0, 0])).toEqual([10, 60, 120]);
  const yellow = readableColor([255, 220, 0], white, [0, 0, 0]);
  expect(contrast(yellow, white)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
  expect(contrast(yellow, white)).toBeLessThan(6);
});

test('dark ink on amber, white on blue', () => {
  expect(inksOn(parseColor('#f3a72e'))[0]).toEqual([36, 26, 12]);
  expect(inksOn(parseColor('#1a53b0'))[0]).toEqual([255, 255, 255]);
});
