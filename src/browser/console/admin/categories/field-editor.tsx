import { Input, InputNumber, Select, Switch } from 'antd';
import { useId } from 'react';
import { FIELD_FORMATS, FIELD_TYPES, type FieldFormat } from '../../../../contract/index.js';
import { useLanguage } from '../../i18n/i18n.js';
import { BilingualInput } from '../bilingual-input.js';
import { Labelled } from '../labelled.js';
import { OptionList } from './option-list.js';
import type { FieldDraft, FieldFault } from './sub-category-draft.js';
import { useCategoryTexts } from './texts.js';

const FORMATS = Object.keys(FIELD_FORMATS) as FieldFormat[];

/** One field of a form. */
export function FieldEditor({
  field,
  fault,
  onChange,
}: {
  field: FieldDraft;
  fault: FieldFault | undefined;
  onChange: (change: Partial<FieldDraft>) => void;
}) {
  const { t } = useLanguage();
  const texts = useCategoryTexts();
  const id = useId();
  return (
    <div className="cat-field">
      <BilingualInput
        label={texts('fieldLabel')}
        value={field.label}
        maxLength={60}
        errorOf={(locale) => (fault === 'label' && !field.label[locale].trim() ? t('form.required') : undefined)}
        onChange={(label) => onChange({ label })}
      />
      <div className="admin-pair">
        <Labelled id={`${id}-type`} label={texts('type')} hint={texts('typeHint')}>
          <Select
            id={`${id}-type`}
            style={{ width: '100%' }}
            disabled={field.saved}
            value={field.type}
            options={FIELD_TYPES.map((value) => ({ value, label: texts(`type_${value}`) }))}
            onChange={(type) => onChange({ type })}
          />
        </Labelled>
        <Labelled
          id={`${id}-key`}
          label={texts('fieldKey')}
          hint={field.saved ? undefined : texts('fieldKeyHint')}
          error={fault === 'key' ? texts('fieldKeyWrong') : undefined}
        >
          <Input
            id={`${id}-key`}
            value={field.key}
            maxLength={40}
            disabled={field.saved}
            spellCheck={false}
            status={fault === 'key' ? 'error' : undefined}
            onChange={({ target }) => onChange({ key: target.value.trim() })}
          />
        </Labelled>
      </div>
      {field.type === 'text' && (
        <div className="admin-pair">
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
          <Labelled id={`${id}-length`} label={texts('maxLength')}>
            <InputNumber
              id={`${id}-length`}
              style={{ width: '100%' }}
              min={1}
              max={1_000}
              precision={0}
              value={field.maxLength ?? null}
              onChange={(maxLength) => onChange({ maxLength: maxLength ?? undefined })}
            />
          </Labelled>
        </div>
      )}
      {field.type === 'select' && (
        <OptionList
          options={field.options}
          isWrong={fault === 'options'}
          onChange={(options) => onChange({ options })}
        />
      )}
      <div className="cat-required">
        <Switch
          id={`${id}-required`}
          size="small"
          checked={field.required}
          onChange={(required) => onChange({ required })}
        />
        <label htmlFor={`${id}-required`}>{texts('required')}</label>
      </div>
    </div>
  );
}
