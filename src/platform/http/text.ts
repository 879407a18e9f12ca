import { z } from 'zod';

/** Any characters but NUL and other control characters, which a database or a screen chokes on. */
export const printable = z
  .string()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is refused.
  .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, { error: 'contains control characters' });

/** Text as people type it, trimmed. */
export const text = (maximum: number, minimum = 1) => printable.max(maximum).overwrite(wellFormed).trim().min(minimum);

/** Half an emoji is what a field with a maximum length may leave. No JSON column takes it, and nobody is refused for it. */
export function wellFormed(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\ufffd');
}

export const id = z.uuid();
