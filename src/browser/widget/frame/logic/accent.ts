type Rgb = number[];

const INK = [36, 26, 12];
const WHITE = [255, 255, 255];
const DARK_SURFACE = [38, 36, 44];
/** WCAG AA for text. */
const READABLE = 4.5;

function parse(color: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** Relative luminance of WCAG. */
function luminance(color: Rgb): number {
  const weights = [0.2126, 0.7152, 0.0722];
  return color.reduce((sum, part, index) => {
    const share = part / 255;
    return sum + (weights[index] ?? 0) * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  }, 0);
}

function mix(color: Rgb, other: Rgb, share: number): Rgb {
  return color.map((part, index) => Math.round(part + ((other[index] ?? 0) - part) * share));
}

/** Contrast of WCAG, 1 to 21, of two colours given as red, green and blue to 255. */
export function contrast(one: Rgb, other: Rgb): number {
  const ratio = (luminance(one) + 0.05) / (luminance(other) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

/** The colour itself where it can be read on the background, else as much nearer to `towards` as it needs. */
function readable(color: Rgb, background: Rgb, towards: Rgb): Rgb {
  let result = color;
  for (let share = 0; share < 1 && contrast(result, background) < READABLE; share += 0.05) {
    result = mix(color, towards, share);
  }
  return result;
}

/**
 * What the panel draws with, from the site's one colour (`#rrggbb`): the accent with the ink that reads on it, the
 * accent as text on light and on dark, and the customer's bubble on light and on dark.
 */
export function accentPalette(color: string): Record<string, Rgb> {
  const accent = parse(color);
  const [ink, other] = contrast(accent, INK) > contrast(accent, WHITE) ? [INK, WHITE] : [WHITE, INK];
  return {
    accent: readable(accent, ink, other),
    'on-accent': ink,
    'accent-light': readable(accent, mix(accent, WHITE, 0.86), INK),
    'accent-dark': readable(accent, DARK_SURFACE, WHITE),
    'bubble-light': mix(accent, WHITE, 0.68),
    'bubble-dark': mix(accent, DARK_SURFACE, 0.72),
  };
}

export function isColor(value: unknown): value is string {
  return /^#[0-9a-f]{6}$/i.test(String(value));
}
