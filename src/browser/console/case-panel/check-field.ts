import type { FormFieldView } from '../../../contract/index.js';

export type FieldFault = { kind: 'missing' } | { kind: 'too_long'; limit: number } | { kind: 'mismatch' };

/** What is wrong with a value before it is sent: the server's own rules, so that the agent hears of it at once. */
export function checkField(field: FormFieldView, value: string): FieldFault | undefined {
  const text = value.trim();
  if (text === '') return field.required ? { kind: 'missing' } : undefined;
  if (field.maxLength !== undefined && text.length > field.maxLength)
    return { kind: 'too_long', limit: field.maxLength };
  if (field.type === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) return { kind: 'mismatch' };
  if (field.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: 'mismatch' };
  if (field.type === 'select' && !field.options?.some((option) => option.value === text && !option.archived))
    return { kind: 'mismatch' };
  if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(text)) return { kind: 'mismatch' };
  return undefined;
}
