import { CaseImportJobs } from './case-import.jobs.js';
import { CaseImportApply } from './case-import-apply.service.js';
import { CaseImportCheck } from './case-import-check.service.js';
import { CaseImportDesk } from './case-import-desk.js';
import { CaseImportWork } from './case-import-work.service.js';
import { CaseImportsController } from './case-imports.controller.js';
import { CaseImports } from './case-imports.service.js';
import { ImportedCases } from './imported-cases.service.js';

export const CASE_IMPORT_PROVIDERS = [
  CaseImports,
  CaseImportDesk,
  CaseImportCheck,
  CaseImportApply,
  CaseImportWork,
  CaseImportJobs,
  ImportedCases,
];
export const CASE_IMPORT_CONTROLLERS = [CaseImportsController];
