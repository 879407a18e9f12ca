/** Red, green and blue to 255. */
export type Rgb = number[];

const INK = [36, 26, 12];
const WHITE = [255, 255, 255];
/** WCAG AA for text. */
export const READABLE_CONTRAST = 4.5;

export function isColor(value: unknown): value is string {
  return /^#[0-9a-f]{6}$/i.test(String(value));
}

/** @param color `#rrggbb` */
export function parseColor(color: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

export const formatColor = (color: Rgb): string =>
  `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance of WCAG. */
function luminance(color: Rgb): number {
  const weights = [0.2126, 0.7152, 0.0722];
  return color.reduce((sum, part, index) => {
    const share = part / 255;
    return sum + (weights[index] ?? 0) * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  }, 0);
}

export function mixColors(color: Rgb, other: Rgb, share: number): Rgb {
  return color.map((part, index) => Math.round(part + ((other[index] ?? 0) - part) * share));
}

/** Contrast of WCAG, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const ratio = (luminance(one) + 0.05) / (luminance(other) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

/** The colour itself where it can be read on the background, else as much nearer to `towards` as it needs. */
export function readableColor(color: Rgb, background: Rgb, towards: Rgb): Rgb {
  let result = color;
  for (let share = 0; share < 1 && contrast(result, background) < READABLE_CONTRAST; share += 0.05) {
    result = mixColors(color, towards, share);
  }
  return result;
}

/** The ink that reads better on this colour, and the other one. */
export function inksOn(color: Rgb): [ink: Rgb, other: Rgb] {
  return contrast(color, INK) > contrast(color, WHITE) ? [INK, WHITE] : [WHITE, INK];
}
