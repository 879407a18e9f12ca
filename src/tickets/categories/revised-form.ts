import type { FormFieldSettings, FormFieldView } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import type { StoredField } from './category.entities.js';

/** Fields that a form may hold, archived ones included. */
const MOST_FIELDS = 60;

type Option = NonNullable<FormFieldView['options']>[number];

/**
 * The form after an administrator has edited it. Nothing that a case may have a value of goes: fields and options that are left out
 * are archived, and restored when they come back under their key. Key and type of a field are fixed once it is saved.
 * @throws DeskError `invalid_input` naming every wrong field as `form.<place>.<part>`
 */
export function revisedForm(before: readonly StoredField[], wanted: readonly FormFieldSettings[]): StoredField[] {
  const saved = new Map(before.map((field) => [field.key, field]));
  const errors = wanted.flatMap((field, place) =>
    problemsOf(field, saved.get(field.key), wanted.slice(0, place)).map(([part, message]) => ({
      path: `form.${place}.${part}`,
      message,
    })),
  );
  const asked = wanted.map((field) => revisedField(saved.get(field.key), field));
  const left = before.filter(({ key }) => !wanted.some((field) => field.key === key));
  const form = [...asked, ...left.map((field): StoredField => ({ ...field, archived: true }))];
  if (form.length > MOST_FIELDS)
    errors.push({ path: 'form', message: `holds more than ${MOST_FIELDS} fields, archived ones included` });
  if (errors.length > 0) throw new DeskError('invalid_input', { errors: errors.slice(0, 20) });
  return form;
}

function* checks(
  field: FormFieldSettings,
  saved: StoredField | undefined,
  earlier: readonly FormFieldSettings[],
): Iterable<[part: string, message: string]> {
  const { key, type, options = [], maxLength, format } = field;
  if (earlier.some((other) => other.key === key)) yield ['key', 'another field has it'];
  if (saved && saved.type !== type) yield ['type', `a saved field keeps its type (${saved.type}); add another field`];
  if (type === 'select' && options.length === 0) yield ['options', 'a choice needs options'];
  if (type !== 'select' && options.length > 0) yield ['options', 'only a choice has options'];
  if (new Set(options.map(({ value }) => value)).size < options.length) yield ['options', 'two have the same value'];
  if (type !== 'text' && maxLength !== undefined) yield ['maxLength', 'only a text has a length'];
  if (type !== 'text' && format !== undefined) yield ['format', 'only a text has a format'];
}

const problemsOf = (...about: Parameters<typeof checks>): [string, string][] => [...checks(...about)];

function revisedField(saved: StoredField | undefined, { options, ...field }: FormFieldSettings): StoredField {
  if (field.type !== 'select') return field;
  const left = (saved?.options ?? []).filter(({ value }) => !options?.some((option) => option.value === value));
  return { ...field, options: [...(options ?? []), ...left.map((option): Option => ({ ...option, archived: true }))] };
}
