import { z } from 'zod';
import { ARTICLE_CATEGORIES, ARTICLE_VISIBILITIES, IMPORT_OUTCOMES, LIMITS, LOCALES } from '../../../contract/index.js';
import { dto, id, printable } from '../../../platform/http/index.js';

export const importOptions = z.strictObject({
  locale: z.enum(LOCALES),
  category: z.enum(ARTICLE_CATEGORIES),
  categories: z
    .record(printable.min(1).max(200), z.enum(ARTICLE_CATEGORIES))
    .refine((record) => Object.keys(record).length <= 200, { error: 'are more than 200' }),
  createSections: z.boolean(),
  existing: z.enum(['skip', 'update']),
  publish: z.boolean(),
  visibility: z.enum(ARTICLE_VISIBILITIES).optional(),
});

export class ImportParam extends dto(z.object({ id })) {}
export class ImportCheckBody extends dto(z.strictObject({ options: importOptions })) {}
export class ImportRowsQuery extends dto(
  z.object({
    outcome: z.enum(IMPORT_OUTCOMES).optional(),
    /** Only those that are taken over, and have a warning. */
    warned: z.stringbool().optional(),
    cursor: z.coerce.number().int().min(1).max(1_000_000).optional(),
    limit: z.coerce.number().int().min(1).max(LIMITS.listPage).default(50),
  }),
) {}
