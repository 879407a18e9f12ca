import { LOCALES, type Locale } from '../../../contract/index.js';
import { Choice } from '../shared/choice.js';
import { storedLocale, useLanguage } from './i18n.js';

const NAMES: Record<Locale, string> = { 'zh-CN': '中文', en: 'English' };

/** Switches the console's language at once, for good. */
export function LanguageSwitch() {
  const { locale, t } = useLanguage();
  return (
    <Choice
      label={t('settings.language')}
      value={locale}
      options={LOCALES.map((value) => ({ value, label: NAMES[value], lang: value }))}
      onChange={storedLocale.set}
    />
  );
}
