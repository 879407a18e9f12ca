import { Checkbox, Input, Select } from 'antd';
import { choicesIn, type FormFieldView, isChoice, lengthOf } from '../../../contract/index.js';
import { useLanguage } from '../i18n/i18n.js';
import { useFormTexts } from './form-texts.js';

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
  const { t, pick, locale } = useLanguage();
  const texts = useFormTexts();
  const status = isWrong ? 'error' : undefined;
  const typed = {
    id,
    disabled,
    status,
    value,
    'aria-required': field.requiredAt === 'open',
    'aria-invalid': isWrong,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  } as const;

  if (isChoice(field)) {
    const held = choicesIn(value);
    const common = {
      id,
      style: { width: '100%' },
      disabled,
      status,
      placeholder: t('form.unset'),
      options: field.options
        ?.filter((option) => !option.archived || held.includes(option.value))
        .map((option) => ({ value: option.value, label: pick(option.label) })),
    } as const;
    if (field.type === 'multi_select')
      return (
        <Select<string[]>
          {...common}
          mode="multiple"
          allowClear
          optionFilterProp="label"
          value={held}
          onChange={(next) => onChange(next.join(','))}
        />
      );
    return (
      <Select<string>
        {...common}
        allowClear={field.requiredAt !== 'open'}
        value={value || undefined}
        onChange={(next?: string) => onChange(next ?? '')}
      />
    );
  }
  if (field.type === 'checkbox')
    return (
      <Checkbox
        id={id}
        disabled={disabled}
        checked={value === 'yes'}
        onChange={({ target }) => onChange(target.checked ? 'yes' : 'no')}
      >
        {texts('yes')}
      </Checkbox>
    );
  if (field.type === 'long_text')
    return <Input.TextArea {...typed} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={lengthOf(field)} />;
  const isNumber = field.type === 'number' || field.type === 'money';
  return (
    <Input
      {...typed}
      type={field.type === 'date' ? 'date' : 'text'}
      inputMode={isNumber ? 'decimal' : undefined}
      prefix={field.currency && <span className="panel-hint">{currencySign(field.currency, locale)}</span>}
    />
  );
}

function currencySign(currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}
