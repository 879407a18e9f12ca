import { Input, InputNumber, Segmented, Select, Switch } from 'antd';
import { useId } from 'react';
import {
  CURRENCIES,
  type Currency,
  FIELD_FORMATS,
  FIELD_TYPES,
  type FieldFormat,
  type FieldType,
  FORM_LIMITS,
  type FormFault,
  isChoice,
  type RequiredAt,
} from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { BilingualInput } from '../../shared/bilingual-input.js';
import { Labelled } from '../../shared/labelled.js';
import { FieldCondition } from './field-condition.js';
import { OptionList } from './option-list.js';
import type { FieldDraft } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

const FORMATS = Object.keys(FIELD_FORMATS) as FieldFormat[];

interface Props {
  field: FieldDraft;
  earlier: readonly FieldDraft[];
  /** What is wrong with it, told once it was tried to be saved; a condition at once. */
  faults: readonly FormFault[];
  tried: boolean;
  onChange: (change: Partial<FieldDraft>) => void;
}

/** One field of a form. */
export function FieldEditor({ field, earlier, faults, tried, onChange }: Props) {
  const { t, pick } = useLanguage();
  const texts = useCategoryTexts();
  const id = useId();
  const errorOf = (part: string): string | undefined => {
    const fault = faults.find(({ path }) => path.endsWith(`.${part}`));
    return fault && (tried || part === 'showWhen') ? pick(fault.fix) : undefined;
  };
  const hasLength = field.type === 'text' || field.type === 'long_text';
  return (
    <div className="cat-field">
      <BilingualInput
        label={texts('fieldLabel')}
        value={field.label}
        maxLength={60}
        errorOf={(locale) => (errorOf('label') && !field.label[locale].trim() ? t('form.required') : undefined)}
        onChange={(label) => onChange({ label })}
      />
      <div className="field-pair">
        <Labelled id={`${id}-type`} label={texts('type')} hint={texts('typeHint')}>
          <Select<FieldType>
            id={`${id}-type`}
            style={{ width: '100%' }}
            disabled={field.saved}
            value={field.type}
            options={FIELD_TYPES.map((value) => ({ value, label: texts(`type_${value}`) }))}
            onChange={(type) => onChange({ type, ...(type === 'money' && { currency: field.currency ?? 'CNY' }) })}
          />
        </Labelled>
        <Labelled
          id={`${id}-key`}
          label={texts('fieldKey')}
          hint={field.saved ? undefined : texts('fieldKeyHint')}
          error={errorOf('key')}
        >
          <Input
            id={`${id}-key`}
            value={field.key}
            maxLength={40}
            disabled={field.saved}
            spellCheck={false}
            status={errorOf('key') ? 'error' : undefined}
            onChange={({ target }) => onChange({ key: target.value.trim() })}
          />
        </Labelled>
      </div>
      {hasLength && (
        <div className="field-pair">
          {field.type === 'text' && (
            <Labelled id={`${id}-format`} label={texts('format')}>
              <Select<FieldFormat | ''>
                id={`${id}-format`}
                style={{ width: '100%' }}
                value={field.format ?? ''}
                options={[
                  { value: '', label: texts('format_any') },
                  ...FORMATS.map((value) => ({ value, label: texts(`format_${value}`) })),
                ]}
                onChange={(format) => onChange({ format: format || undefined })}
              />
            </Labelled>
          )}
          <Labelled id={`${id}-length`} label={texts('maxLength')} error={errorOf('maxLength')}>
            <InputNumber
              id={`${id}-length`}
              style={{ width: '100%' }}
              min={1}
              max={field.type === 'text' ? FORM_LIMITS.textLength : FORM_LIMITS.longTextLength}
              precision={0}
              placeholder={String(
                field.type === 'text' ? FORM_LIMITS.usualTextLength : FORM_LIMITS.usualLongTextLength,
              )}
              value={field.maxLength ?? null}
              onChange={(maxLength) => onChange({ maxLength: maxLength ?? undefined })}
            />
          </Labelled>
        </div>
      )}
      {field.type === 'money' && (
        <Labelled id={`${id}-currency`} label={texts('currency')} error={errorOf('currency')}>
          <Select<Currency>
            id={`${id}-currency`}
            style={{ width: '100%' }}
            value={field.currency}
            options={CURRENCIES.map((value) => ({ value, label: value }))}
            onChange={(currency) => onChange({ currency })}
          />
        </Labelled>
      )}
      {isChoice(field) && (
        <OptionList
          options={field.options}
          isWrong={errorOf('options') !== undefined}
          onChange={(options) => onChange({ options })}
        />
      )}
      <div className="cat-duty">
        <span className="field-label" id={`${id}-required`}>
          {texts('required')}
        </span>
        <Segmented<RequiredAt | 'never'>
          aria-labelledby={`${id}-required`}
          value={field.requiredAt ?? 'never'}
          options={(['never', 'open', 'resolve'] as const).map((value) => ({
            value,
            label: texts(`required_${value}`),
          }))}
          onChange={(stage) => onChange({ requiredAt: stage === 'never' ? undefined : stage })}
        />
        <p className="field-hint">{texts(`requiredHint_${field.requiredAt ?? 'never'}`)}</p>
      </div>
      <div className="cat-required">
        <Switch
          id={`${id}-visible`}
          size="small"
          checked={field.customerVisible}
          onChange={(customerVisible) => onChange({ customerVisible })}
        />
        <label htmlFor={`${id}-visible`}>{texts('visible')}</label>
      </div>
      <p className="field-hint">{texts(field.customerVisible ? 'visibleHint' : 'hiddenHint')}</p>
      <FieldCondition field={field} earlier={earlier} error={errorOf('showWhen')} onChange={onChange} />
    </div>
  );
}
