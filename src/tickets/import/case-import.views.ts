import { z } from 'zod';
import {
  CASE_IMPORT_FORMATS,
  CASE_IMPORT_MESSAGES,
  CASE_IMPORT_OUTCOMES,
  CATEGORIES,
  type CaseImportMessageCode,
  type CaseImportRowView,
  type CaseImportView,
  IMPORT_STATUSES,
  LOCALES,
  OPEN_CASES,
  TICKET_STATUSES,
} from '../../contract/index.js';
import { list, page, view } from '../../platform/openapi/index.js';

const time = z.iso.datetime();
const codes = Object.keys(CASE_IMPORT_MESSAGES) as [CaseImportMessageCode, ...CaseImportMessageCode[]];

const CaseImportMessageSchema = view(
  'CaseImportMessage',
  z.object({ code: z.enum(codes), detail: z.string().optional() }),
);

export const CaseImportSchema = view(
  'CaseImport',
  z.object({
    id: z.uuid(),
    fileName: z.string(),
    format: z.enum(CASE_IMPORT_FORMATS).optional(),
    status: z.enum(IMPORT_STATUSES),
    options: z.object({
      siteId: z.uuid(),
      source: z.string(),
      locale: z.enum(LOCALES),
      timeZone: z.string(),
      category: z.enum(CATEGORIES).nullable(),
      categories: z.record(z.string(), z.object({ category: z.enum(CATEGORIES), subCategory: z.string().optional() })),
      openCases: z.enum(OPEN_CASES),
    }),
    counts: z.object({
      total: z.int(),
      done: z.int(),
      new: z.int(),
      known: z.int(),
      skipped: z.int(),
      refused: z.int(),
      warnings: z.int(),
      open: z.int(),
    }),
    places: z.array(z.object({ key: z.string(), cases: z.int() })),
    unknownStaff: z.array(z.string()),
    problem: CaseImportMessageSchema.optional(),
    createdBy: z.string(),
    createdAt: time,
    finishedAt: time.optional(),
  }) satisfies z.ZodType<CaseImportView>,
);

export const CaseImportList = list(CaseImportSchema);

export const CaseImportRowPage = page(
  view(
    'CaseImportRow',
    z.object({
      number: z.int(),
      place: z.string(),
      externalId: z.string(),
      subject: z.string(),
      outcome: z.enum(CASE_IMPORT_OUTCOMES),
      status: z.enum(TICKET_STATUSES).optional(),
      entries: z.int(),
      ticket: z.string().optional(),
      messages: z.array(CaseImportMessageSchema),
    }) satisfies z.ZodType<CaseImportRowView>,
  ),
);
