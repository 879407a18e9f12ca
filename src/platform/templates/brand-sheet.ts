import { brandColors, formatColor, isColor, type Rgb } from '../../contract/index.js';

/** `#rrggbb` each. */
export interface Accent {
  light: string;
  dark: string;
}

function rules(colors: Record<string, Rgb>, glow: string): string {
  const set = Object.entries(colors).map(([name, color]) => `--${name}:${formatColor(color)}`);
  const far = colors.amber?.join(' ');
  return `:root{${set.join(';')};--glow:rgb(${far} / ${glow});--glow-far:rgb(${far} / 0%)}`;
}

/** The brand's stylesheet for screens: nothing but colours, each of which can be read where it stands (WCAG AA). */
export function brandSheet({ light, dark }: Accent): string {
  return `@media screen{${rules(brandColors(light, 'light'), '26%')}}
@media screen and (prefers-color-scheme:dark){${rules(brandColors(dark, 'dark'), '20%')}}
`;
}

/** The colour of the browser's own frame around the page. */
export const themeColors = (accent: Accent | null): Accent =>
  accent
    ? {
        light: formatColor(brandColors(accent.light, 'light').paper),
        dark: formatColor(brandColors(accent.dark, 'dark').paper),
      }
    : { light: '#fbf6ec', dark: '#1a1512' };

const NAME = /^brand-([0-9a-f]{6})-([0-9a-f]{6})$/;

export const sheetName = ({ light, dark }: Accent): string => `brand-${light.slice(1)}-${dark.slice(1)}`.toLowerCase();

/** The name says it all: any process serves the sheet, also one that has not heard of the change yet. */
export function accentOf(name: string): Accent | undefined {
  const [, light, dark] = NAME.exec(name) ?? [];
  const accent = { light: `#${light}`, dark: `#${dark}` };
  return isColor(accent.light) && isColor(accent.dark) ? accent : undefined;
}
