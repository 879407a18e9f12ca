import { inksOn, mixColors, parseColor, type Rgb, readableColor } from './colors.js';

const WHITE = [255, 255, 255];
const INK = [42, 33, 25];
const NIGHT = [22, 20, 20];
const MOON = [245, 240, 233];

/** What public pages are drawn with by day; paper and lines take a breath of the accent, so that all of it is of one piece. */
function day(accent: Rgb) {
  const paper = mixColors(accent, WHITE, 0.96);
  const wash = mixColors(accent, WHITE, 0.88);
  const amber = readableColor(accent, wash, INK);
  return {
    paper,
    sheet: mixColors(accent, WHITE, 0.99),
    line: mixColors(accent, WHITE, 0.82),
    amber,
    'amber-strong': mixColors(amber, INK, 0.25),
    'amber-wash': wash,
    'on-amber': inksOn(amber)[0],
  };
}

function night(accent: Rgb) {
  const wash = mixColors(accent, NIGHT, 0.82);
  const amber = readableColor(accent, wash, MOON);
  return {
    paper: mixColors(accent, NIGHT, 0.97),
    sheet: mixColors(accent, NIGHT, 0.91),
    line: mixColors(accent, NIGHT, 0.76),
    amber,
    'amber-strong': mixColors(amber, MOON, 0.4),
    'amber-wash': wash,
    'on-amber': inksOn(amber)[0],
  };
}

/**
 * All colours of the public pages that follow from one accent, by their names in the stylesheet. Text in `amber` can be read on
 * `paper`, `sheet` and `amber-wash` (WCAG AA), whatever the accent.
 * @param accent `#rrggbb`
 */
export const brandColors = (accent: string, shade: 'light' | 'dark') =>
  shade === 'light' ? day(parseColor(accent)) : night(parseColor(accent));
