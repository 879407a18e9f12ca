import { z } from 'zod';

/** Text as people type it: trimmed, without NUL and other control characters that a database or a screen chokes on. */
export const text = (maximum: number, minimum = 1) =>
  z
    .string()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is refused.
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, { error: 'contains control characters' })
    .max(maximum)
    .trim()
    .min(minimum);

export const id = z.uuid();
