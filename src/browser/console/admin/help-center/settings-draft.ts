import { type HelpCenterSettings, isColor, type Locale } from '../../../../contract/index.js';

export type Fault = `names.${Locale}` | `headings.${Locale}` | 'accent.light' | 'accent.dark';

/** The fields that the server would refuse. */
export function faultsOf({ names, headings, accent }: HelpCenterSettings): Fault[] {
  const faults: Fault[] = [];
  for (const locale of ['zh-CN', 'en'] as const) {
    if (!names[locale].trim()) faults.push(`names.${locale}`);
    if (!headings[locale].trim()) faults.push(`headings.${locale}`);
  }
  for (const shade of ['light', 'dark'] as const) if (accent && !isColor(accent[shade])) faults.push(`accent.${shade}`);
  return faults;
}
