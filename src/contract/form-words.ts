import type { Locale } from './enums.js';
import { choicesIn, type FormFieldView, isChoice } from './forms.js';

const BOX = { yes: { 'zh-CN': '是', en: 'Yes' }, no: { 'zh-CN': '否', en: 'No' } } as const;

/** A value as a person reads it: choices by their names, money with its currency. What the field cannot explain is shown as it is. */
export function valueWords(
  { type, options = [], currency }: Pick<FormFieldView, 'type' | 'options' | 'currency'>,
  value: string,
  locale: Locale,
): string {
  if (isChoice({ type })) {
    const names = choicesIn(value).map(
      (choice) => options.find((one) => one.value === choice)?.label[locale] ?? choice,
    );
    return names.join(locale === 'en' ? ', ' : '、');
  }
  if (type === 'checkbox') return value === 'yes' || value === 'no' ? BOX[value][locale] : value;
  if (type === 'money' && currency && /^-?\d{1,12}\.\d{2}$/.test(value))
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(Number(value));
  return value;
}
