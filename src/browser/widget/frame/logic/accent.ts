type Rgb = [number, number, number];

const INK: Rgb = [36, 26, 12];
const WHITE: Rgb = [255, 255, 255];
const NIGHT: Rgb = [23, 22, 27];
/** WCAG AA for text. */
const READABLE = 4.5;

function parse(color: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as Rgb;
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(color: Rgb, other: Rgb, share: number): Rgb {
  return color.map((part, index) => Math.round(part + ((other[index] ?? 0) - part) * share)) as Rgb;
}

/** Contrast of WCAG, 1 to 21, of two `#rrggbb` colours. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function hex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour itself where it can be read on the background, else as much nearer to the ink as it needs. */
function readable(color: Rgb, background: Rgb, ink: Rgb): string {
  let share = 0;
  while (share < 1 && contrast(hex(mix(color, ink, share)), hex(background)) < READABLE) share += 0.05;
  return hex(mix(color, ink, share));
}

/**
 * What the panel draws with, from the site's one colour: the accent with the ink that reads on it, the accent as text on
 * light and on dark, and the customer's bubble on light and on dark. `color` is `#rrggbb`.
 */
export function accentPalette(color: string) {
  const accent = parse(color);
  const ink = contrast(color, hex(INK)) >= contrast(color, '#ffffff') ? INK : WHITE;
  const bubble = mix(accent, WHITE, 0.68);
  const night = mix(accent, NIGHT, 0.7);
  return {
    '--accent': color,
    '--on-accent': hex(ink),
    '--accent-text-light': readable(accent, mix(accent, WHITE, 0.86), INK),
    '--accent-text-dark': readable(accent, [38, 36, 44], WHITE),
    '--bubble-light': hex(bubble),
    '--bubble-dark': hex(night),
  };
}

export function isColor(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}
