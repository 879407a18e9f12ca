import { z } from 'zod';

/** The name of an article in its address. */
export const slugSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'write lower-case letters, digits and single dashes' });
