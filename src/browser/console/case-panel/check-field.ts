import type { FormFieldView } from '../../../contract/index.js';

export type FieldFault = { kind: 'too_long'; limit: number } | { kind: 'mismatch' };

/**
 * What is wrong with a value before it is sent. An empty one is never wrong here: an agent fills a case bit by bit,
 * and the server says when a required field must not be missing any more.
 */
export function checkField(field: FormFieldView, value: string): FieldFault | undefined {
  const text = value.trim();
  if (text === '') return undefined;
  if (field.maxLength !== undefined && text.length > field.maxLength)
    return { kind: 'too_long', limit: field.maxLength };
  if (field.type === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) return { kind: 'mismatch' };
  if (field.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: 'mismatch' };
  if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(text)) return { kind: 'mismatch' };
  return undefined;
}
