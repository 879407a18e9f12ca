import { z } from 'zod';
import { ARTICLE_CATEGORIES, ARTICLE_IMPORT_OUTCOMES, ARTICLE_VISIBILITIES, LOCALES } from '../../../contract/index.js';
import { dto, id, printable } from '../../../platform/http/index.js';
import { rowsQuery } from '../../../platform/imports/index.js';

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
export class ImportRowsQuery extends rowsQuery(ARTICLE_IMPORT_OUTCOMES) {}
