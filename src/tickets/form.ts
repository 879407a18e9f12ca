import type { FormFieldView, Problem } from '../contract/index.js';
import { DeskError } from '../platform/errors/index.js';

const DEFAULT_MAX_LENGTH = 200;

/**
 * Checks a whole form as it was sent: nothing unknown, nothing required missing, each value of its kind. Empty values are
 * left out.
 * @throws DeskError `invalid_input` naming every wrong field as `form.<key>`
 */
export function checkForm(fields: FormFieldView[], values: Record<string, string>): Record<string, string> {
  const errors: NonNullable<Problem['errors']> = [];
  const known = new Set(fields.map((field) => field.key));
  for (const key of Object.keys(values))
    if (!known.has(key)) errors.push({ path: `form.${key}`, message: 'this form has no such field' });
  const checked: Record<string, string> = {};
  for (const field of fields) {
    const value = (Object.hasOwn(values, field.key) ? (values[field.key] ?? '') : '').trim();
    const problem = value === '' ? (field.required ? 'is required' : undefined) : problemWith(field, value);
    if (problem) errors.push({ path: `form.${field.key}`, message: problem });
    else if (value !== '') checked[field.key] = value;
  }
  if (errors.length > 0) throw new DeskError('invalid_input', { errors: errors.slice(0, 20) });
  return checked;
}

function problemWith(field: FormFieldView, value: string): string | undefined {
  if (value.length > (field.maxLength ?? DEFAULT_MAX_LENGTH)) return 'is too long';
  if (field.pattern && !new RegExp(field.pattern).test(value)) return 'does not look right';
  if (field.type === 'number' && !/^-?\d{1,12}(\.\d{1,4})?$/.test(value)) return 'must be a number';
  if (field.type === 'date' && !isDate(value)) return 'must be a date like 2026-11-20';
  if (field.type === 'select' && !field.options?.some((option) => option.value === value))
    return 'is not one of the choices';
  return undefined;
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}
