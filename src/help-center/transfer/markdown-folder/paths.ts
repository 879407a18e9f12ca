import { type Locale } from '../../../contract/index.js';

const LANGUAGES: Record<string, Locale> = {
  zh: 'zh-CN',
  'zh-cn': 'zh-CN',
  'zh-hans': 'zh-CN',
  'zh-hans-cn': 'zh-CN',
  'zh-sg': 'zh-CN',
  en: 'en',
};

/** Of ours; undefined: one that the help centre does not speak. */
export function localeNamed(name: string): Locale | undefined {
  const key = name.trim().toLowerCase().replace(/_/g, '-');
  return LANGUAGES[key] ?? (/^en-[a-z]{2}$/.test(key) ? 'en' : undefined);
}

/** Whether it looks like the name of a language, ours or not. */
export const isLanguage = (name: string): boolean => /^[a-z]{2}(?:[-_][a-z]{2,4}){0,2}$/i.test(name);

/** Where a relative address leads from a file. @returns undefined for what leaves the folder, or is no path */
export function resolvePath(from: string, address: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(address)) return undefined;
  const parts = from.split('/').slice(0, -1);
  let path: string;
  try {
    path = decodeURIComponent(address.replace(/[?#].*$/, ''));
  } catch {
    return undefined;
  }
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/').normalize('NFC');
}

/** From a file to another, as Markdown has it. */
export const relativePath = (from: string, to: string): string => '../'.repeat(from.split('/').length - 1) + to;
