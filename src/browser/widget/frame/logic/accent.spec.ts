import { accentPalette, contrast } from './accent.js';

const colors = ['#f3a72e', '#1677ff', '#e02020', '#000000', '#ffffff', '#7b2ff7', '#00b578', '#ffe600'];

test.each(colors)('everything drawn with %s can be read (WCAG AA)', (color) => {
  const palette = accentPalette(color);
  expect(contrast(palette['--accent'], palette['--on-accent'])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette['--accent-text-light'], '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette['--accent-text-dark'], '#26242c')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette['--bubble-light'], '#2a261f')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(palette['--bubble-dark'], '#f5efe4')).toBeGreaterThanOrEqual(4.5);
});
