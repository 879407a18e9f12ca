import { CASE_IMPORT_LIMITS, type CaseImportRowView, type CaseImportView } from '../../contract/index.js';
import type { ImportKind, ImportRecord } from '../../platform/imports/index.js';
import { COUNTS } from './case-import.sql.js';
import { REPORT_HEAD, reportRow } from './case-report.js';

/** What the administrator is asked about, whatever becomes of the cases. */
export type CaseImportPlan = Pick<CaseImportView, 'places' | 'unknownStaff'>;

export type CaseImportRecord = ImportRecord<CaseImportView, CaseImportPlan>;

export const CASE_IMPORTS: ImportKind<CaseImportView, CaseImportRowView, CaseImportPlan> = {
  name: 'case',
  folder: 'case-imports',
  limits: CASE_IMPORT_LIMITS,
  noCounts: { total: 0, done: 0, new: 0, known: 0, skipped: 0, refused: 0, warnings: 0, open: 0 },
  noPlan: { places: [], unknownStaff: [] },
  countRows: COUNTS,
  forgetRows: 'DELETE FROM case_import_rows WHERE import_id = $1 AND plan IS NOT NULL',
  shown: (plan) => plan,
  changes: ({ counts }) => ({ new: { after: counts.new ?? 0 }, open: { after: counts.open ?? 0 } }),
  report: { head: REPORT_HEAD, line: reportRow },
};
