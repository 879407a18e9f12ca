import { useLanguage } from '../i18n/i18n.js';
import { Choice } from '../shared/choice.js';
import { useStoredValue } from '../shared/stored-value.js';
import { storedTheme, THEME_MODES } from './theme.js';

/** Light, dark, or as the system is. */
export function ThemeSwitch() {
  const { t } = useLanguage();
  const mode = useStoredValue(storedTheme);
  return (
    <Choice
      label={t('settings.theme')}
      value={mode}
      options={THEME_MODES.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
      onChange={storedTheme.set}
    />
  );
}
