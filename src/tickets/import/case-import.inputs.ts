import { IANAZone } from 'luxon';
import { z } from 'zod';
import { CASE_IMPORT_OUTCOMES, CATEGORIES, LOCALES, OPEN_CASES } from '../../contract/index.js';
import { dto, id, printable, text } from '../../platform/http/index.js';
import { rowsQuery } from '../../platform/imports/index.js';

const shelf = z.strictObject({ category: z.enum(CATEGORIES), subCategory: text(60).optional() });

export const caseImportOptions = z.strictObject({
  siteId: id,
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: 'is 1 to 40 small letters, digits or -' }),
  locale: z.enum(LOCALES),
  timeZone: printable.max(60).refine((zone) => IANAZone.isValidZone(zone), { error: 'is no time zone' }),
  category: z.enum(CATEGORIES).nullable(),
  categories: z
    .record(printable.min(1).max(200), shelf)
    .refine((record) => Object.keys(record).length <= 200, { error: 'are more than 200' }),
  openCases: z.enum(OPEN_CASES),
});

export class CaseImportParam extends dto(z.object({ id })) {}
export class CaseImportCheckBody extends dto(z.strictObject({ options: caseImportOptions })) {}
export class CaseImportRowsQuery extends rowsQuery(CASE_IMPORT_OUTCOMES) {}
