import type { FormFieldView, Problem } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';

const DEFAULT_MAX_LENGTH = 200;

type Values = Record<string, string>;

/**
 * Checks a whole form as it was sent: nothing unknown, nothing required missing, each value of its kind. Empty values are
 * left out. What the case had before and is sent as it was stays good, whatever has become of the form since; the values of
 * fields that are not asked any more stay unless they are emptied.
 * @throws DeskError `invalid_input` naming every wrong field as `form.<key>`
 */
export function checkForm(fields: FormFieldView[], values: Values, before: Values = {}): Values {
  const errors: NonNullable<Problem['errors']> = [];
  const asked = fields.filter(({ archived }) => !archived);
  const keys = new Set(asked.map(({ key }) => key));
  const checked: Values = {};
  for (const [key, value] of Object.entries({ ...former(fields, before), ...values })) {
    if (keys.has(key) || value === '') continue;
    if (value === textOf(before, key)) checked[key] = value;
    else errors.push({ path: `form.${key}`, message: 'this form has no such field' });
  }
  for (const field of asked) {
    const value = textOf(values, field.key).trim();
    const kept = value !== '' && value === textOf(before, field.key);
    const problem = value === '' ? (field.required ? 'is required' : undefined) : problemWith(field, value);
    if (problem && !kept) errors.push({ path: `form.${field.key}`, message: problem });
    else if (value !== '') checked[field.key] = value;
  }
  if (errors.length > 0) throw new DeskError('invalid_input', { errors: errors.slice(0, 20) });
  return checked;
}

/** What the case says in fields that are not asked any more. */
export function former(fields: FormFieldView[], values: Values): Values {
  const archived = new Set(fields.filter((field) => field.archived).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => archived.has(key)));
}

const textOf = (values: Values, key: string): string => (Object.hasOwn(values, key) ? (values[key] ?? '') : '');

function problemWith(field: FormFieldView, value: string): string | undefined {
  if (value.length > (field.maxLength ?? DEFAULT_MAX_LENGTH)) return 'is too long';
  if (field.pattern && !new RegExp(field.pattern).test(value)) return 'does not look right';
  if (field.type === 'number' && !/^-?\d{1,12}(\.\d{1,4})?$/.test(value)) return 'must be a number';
  if (field.type === 'date' && !isDate(value)) return 'must be a date like 2026-11-20';
  if (field.type === 'select' && !field.options?.some((option) => option.value === value && !option.archived))
    return 'is not one of the choices';
  return undefined;
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}
