import { inksOn, mixColors, parseColor, type Rgb, readableColor } from '../../../../contract/index.js';

const INK = [36, 26, 12];
const WHITE = [255, 255, 255];
const DARK_SURFACE = [38, 36, 44];

/**
 * What the panel draws with, from the site's one colour (`#rrggbb`): the accent with the ink that reads on it, the
 * accent as text on light and on dark, and the customer's bubble on light and on dark.
 */
export function accentPalette(color: string): Record<string, Rgb> {
  const accent = parseColor(color);
  const [ink, other] = inksOn(accent);
  return {
    accent: readableColor(accent, ink, other),
    'on-accent': ink,
    'accent-light': readableColor(accent, mixColors(accent, WHITE, 0.86), INK),
    'accent-dark': readableColor(accent, DARK_SURFACE, WHITE),
    'bubble-light': mixColors(accent, WHITE, 0.68),
    'bubble-dark': mixColors(accent, DARK_SURFACE, 0.72),
  };
}
