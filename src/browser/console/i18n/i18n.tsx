import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import { LOCALES, type Locale, type LocalizedText } from '../../../contract/index.js';
import { setApiLocale } from '../api/client.js';
import { storedValue, useStoredValue } from '../shared/stored-value.js';
import { en } from './en.js';
import { fill } from './fill.js';
import { createFormats, type Formats } from './formats.js';
import { type MessageKey, zhCN } from './zh-cn.js';

const dictionaries: Record<Locale, Record<MessageKey, string>> = { 'zh-CN': zhCN, en };

/** The language of this browser's console: chosen once, else the browser's own. */
export const storedLocale = storedValue<Locale>('porchlight.console.locale', LOCALES, () =>
  navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN',
);

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

interface Language {
  locale: Locale;
  t: Translate;
  /** The text of ours in the reader's language. */
  pick: (text: LocalizedText) => string;
  formats: Formats;
}

const LanguageContext = createContext<Language | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const locale = useStoredValue(storedLocale);
  const language = useMemo<Language>(
    () => ({
      locale,
      t: (key, values) => fill(dictionaries[locale][key], values),
      pick: (text) => text[locale],
      formats: createFormats(locale),
    }),
    [locale],
  );
  setApiLocale(locale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  const language = use(LanguageContext);
  if (!language) throw new Error('useLanguage needs a LanguageProvider above it');
  return language;
}
