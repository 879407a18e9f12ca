import { Button, Input } from 'antd';
import { LOCALES } from '../../../../contract/index.js';
import { useAdminTexts } from '../texts.js';
import { newOption, type OptionDraft } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

const MOST_OPTIONS = 40;

/** The options of a choice, each in both languages. */
export function OptionList({
  options,
  isWrong,
  onChange,
}: {
  options: OptionDraft[];
  isWrong: boolean;
  onChange: (options: OptionDraft[]) => void;
}) {
  const texts = useCategoryTexts();
  const adminTexts = useAdminTexts();
  return (
    <fieldset className="cat-options">
      <legend className="field-label">{texts('options')}</legend>
      {options.map(({ id, label }, place) => (
        <div key={id} className="cat-option">
          {LOCALES.map((locale) => (
            <Input
              key={locale}
              lang={locale}
              maxLength={60}
              value={label[locale]}
              status={isWrong && !label[locale].trim() ? 'error' : undefined}
              aria-label={`${texts('option', { place: place + 1 })} · ${adminTexts(locale === 'en' ? 'english' : 'chinese')}`}
              placeholder={adminTexts(locale === 'en' ? 'english' : 'chinese')}
              onChange={({ target }) =>
                onChange(
                  options.map((each, at) =>
                    at === place ? { ...each, label: { ...label, [locale]: target.value } } : each,
                  ),
                )
              }
            />
          ))}
          <button
            type="button"
            className="quiet-button"
            aria-label={texts('removeOption', { place: place + 1 })}
            onClick={() => onChange(options.filter((_, at) => at !== place))}
          >
            ✕
          </button>
        </div>
      ))}
      <Button
        size="small"
        disabled={options.length >= MOST_OPTIONS}
        onClick={() => onChange([...options, newOption(options)])}
      >
        + {texts('addOption')}
      </Button>
      {isWrong && (
        <p role="alert" className="field-error">
          {texts('optionsWrong')}
        </p>
      )}
    </fieldset>
  );
}
