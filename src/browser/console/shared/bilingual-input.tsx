import { Input } from 'antd';
import { useId } from 'react';
import { LOCALES, type Locale, type LocalizedText } from '../../../contract/index.js';
import { defineTexts } from '../i18n/texts.js';
import { Labelled } from './labelled.js';

const useTexts = defineTexts({ chinese: '中文', english: '英文' }, { chinese: 'Chinese', english: 'English' });

/** One text in both languages, side by side where there is room. */
export function BilingualInput({
  label,
  value,
  maxLength,
  rows = 1,
  required = true,
  errorOf,
  onChange,
}: {
  label: string;
  value: LocalizedText;
  maxLength: number;
  rows?: number;
  required?: boolean;
  errorOf: (locale: Locale) => string | undefined;
  onChange: (value: LocalizedText) => void;
}) {
  const id = useId();
  const texts = useTexts();
  return (
    <div className="field-pair">
      {LOCALES.map((locale) => {
        const control = {
          id: `${id}-${locale}`,
          lang: locale,
          maxLength,
          value: value[locale],
          status: errorOf(locale) ? ('error' as const) : undefined,
          onChange: (event: { target: { value: string } }) => onChange({ ...value, [locale]: event.target.value }),
        };
        return (
          <Labelled
            key={locale}
            id={`${id}-${locale}`}
            label={`${label} · ${texts(locale === 'en' ? 'english' : 'chinese')}`}
            required={required}
            error={errorOf(locale)}
          >
            {rows > 1 ? <Input.TextArea {...control} rows={rows} /> : <Input {...control} />}
          </Labelled>
        );
      })}
    </div>
  );
}
