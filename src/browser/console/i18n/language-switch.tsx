import { LOCALES } from '../../../contract/index.js';
import { Choice } from '../shared/choice.js';
import { storedLocale, useLanguage } from './i18n.js';
import { LOCALE_NAMES } from './locale-names.js';

/** Switches the console's language at once, for good. */
export function LanguageSwitch() {
  const { locale, t } = useLanguage();
  return (
    <Choice
      label={t('settings.language')}
      value={locale}
      options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value }))}
      onChange={storedLocale.set}
    />
  );
}
