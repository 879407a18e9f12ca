import { Input, Select } from 'antd';
import type { FormFieldView } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';

interface Props {
  id: string;
  field: FormFieldView;
  value: string;
  disabled: boolean;
  isWrong: boolean;
  onChange: (value: string) => void;
}

/** One field of a sub-category's form. The browser's own date field is the lightest, and knows every language. */
export function FormField({ id, field, value, disabled, isWrong, onChange }: Props) {
  const { t, pick } = useLanguage();
  const status = isWrong ? 'error' : undefined;
  if (field.type === 'select')
    return (
      <Select
        id={id}
        style={{ width: '100%' }}
        disabled={disabled}
        status={status}
        allowClear={!field.required}
        placeholder={t('form.unset')}
        value={value || undefined}
        onChange={(next: string | undefined) => onChange(next ?? '')}
        options={field.options
          ?.filter((option) => !option.archived || option.value === value)
          .map((option) => ({ value: option.value, label: pick(option.label) }))}
      />
    );
  return (
    <Input
      id={id}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={field.type === 'number' ? 'decimal' : undefined}
      disabled={disabled}
      status={status}
      aria-required={field.required}
      aria-invalid={isWrong}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
