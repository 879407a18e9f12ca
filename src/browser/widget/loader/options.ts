import type { Locale } from '../../../contract/index.js';

/** What `porchlight('init', …)` takes. */
export interface InitOptions {
  /** Public key of the site. */
  site: string;
  locale?: Locale;
  /** `#rrggbb`; the launcher's colour and the panel's accent. */
  color?: string;
  position?: 'left' | 'right';
  /** False: no button; the page opens the panel by itself. */
  launcher?: false;
  zIndex?: number;
}

/** The reader's language: what the page asked for, else its own language, else the browser's. Chinese when unknown. */
export function chooseLocale(asked: string | undefined, page: string, browser: string): Locale {
  return /^(zh|$)/i.test(asked || page || browser) ? 'zh-CN' : 'en';
}

/** Dark ink or white, whichever reads better on `#rrggbb`, by perceived brightness (YIQ). */
export function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return 3 * red + 6 * green + blue > 1200 ? '#241a0c' : '#fff';
}
