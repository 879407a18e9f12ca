import {
  choicesIn,
  type FormFieldView,
  type FormValues,
  type Locale,
  type LocalizedText,
  lengthOf,
  valueWords,
} from '../../../contract/index.js';
import type { TemplateValue } from '../../../platform/templates/index.js';
import { formTexts } from './form.texts.js';

/** What phones show as a keyboard. */
const INPUT_MODES: Record<string, string> = {
  four_digits: 'numeric',
  digits: 'numeric',
  phone: 'tel',
  email: 'email',
  web_address: 'url',
};

const CONTROLS: Record<FormFieldView['type'], 'line' | 'long' | 'select' | 'boxes' | 'box'> = {
  text: 'line',
  number: 'line',
  money: 'line',
  date: 'line',
  long_text: 'long',
  select: 'select',
  multi_select: 'boxes',
  checkbox: 'box',
};

/** One field of the form, as its template wants it. @param problems by name of the input */
export function fieldParts(
  field: FormFieldView,
  fields: readonly FormFieldView[],
  { values, problems, locale }: { values: FormValues; problems: ReadonlyMap<string, LocalizedText>; locale: Locale },
): TemplateValue {
  const { key, type, format, requiredAt, showWhen, options = [], currency } = field;
  const value = values[key] ?? '';
  const chosen = choicesIn(value);
  const control = CONTROLS[type];
  return {
    key,
    id: `form-${key}`,
    name: `form.${key}`,
    label: field.label[locale],
    ...Object.fromEntries(Object.values(CONTROLS).map((other) => [other, other === control])),
    isDate: type === 'date',
    required: requiredAt === 'open',
    // The server asks for it where it applies; a browser without scripts would insist in any case.
    insists: requiredAt === 'open' && !showWhen,
    value,
    ticked: value === 'yes',
    length: lengthOf(field),
    mode: type === 'number' || type === 'money' ? 'decimal' : ((format && INPUT_MODES[format]) ?? 'text'),
    currency: currency ?? null,
    options: options
      .filter(({ archived }) => !archived)
      .map((option) => ({
        value: option.value,
        label: option.label[locale],
        chosen: chosen.includes(option.value),
      })),
    when: showWhen ? whenWords(showWhen, fields, locale) : null,
    problem: problems.get(`form.${key}`)?.[locale] ?? null,
  };
}

/** Without scripts every field stands there; this says which are asked. */
function whenWords(
  { field: key, is }: NonNullable<FormFieldView['showWhen']>,
  fields: readonly FormFieldView[],
  locale: Locale,
): string {
  const texts = formTexts(locale);
  const decider = fields.find((field) => field.key === key);
  const name = decider?.label[locale] ?? '';
  if (decider?.type === 'checkbox')
    return (is.includes('yes') ? texts.whenTicked : texts.whenNot).replace('{field}', () => name);
  const or = locale === 'en' ? '” or “' : '”或“';
  const values = decider ? is.map((one) => valueWords(decider, one, locale)).join(or) : '';
  return texts.when.replace('{field}', () => name).replace('{value}', () => values);
}
