import { ArticleExportsController } from './exports/article-exports.controller.js';
import { ArticleExports } from './exports/exports.service.js';
import { ArticleImportsController } from './imports/article-imports.controller.js';
import { ImportJobs } from './imports/import.jobs.js';
import { ImportApply } from './imports/import-apply.service.js';
import { ImportCheck } from './imports/import-check.service.js';
import { ImportDesk } from './imports/import-desk.js';
import { ImportWork } from './imports/import-work.service.js';
import { Imports } from './imports/imports.service.js';

export const TRANSFER_PROVIDERS = [
  ArticleExports,
  Imports,
  ImportDesk,
  ImportCheck,
  ImportApply,
  ImportWork,
  ImportJobs,
];
export const TRANSFER_CONTROLLERS = [ArticleImportsController, ArticleExportsController];
