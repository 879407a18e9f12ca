import { useCallback } from 'react';
import type { Locale } from '../../../contract/index.js';
import { fill } from './fill.js';
import { useLanguage } from './i18n.js';

type Values = Record<string, string | number>;

/**
 * The texts of one part of the console that is loaded on demand, beside its code. Chinese is the measure: English has the same
 * keys. `{name}` is filled in.
 */
export function defineTexts<Key extends string>(zh: Record<Key, string>, en: Record<NoInfer<Key>, string>) {
  const dictionaries: Record<Locale, Record<Key, string>> = { 'zh-CN': zh, en };
  return function useTexts(): (key: Key, values?: Values) => string {
    const { locale } = useLanguage();
    return useCallback((key: Key, values?: Values) => fill(dictionaries[locale][key], values), [locale]);
  };
}
