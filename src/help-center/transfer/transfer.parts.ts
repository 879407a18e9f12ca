import { ArticleExportsController } from './exports/article-exports.controller.js';
import { ArticleExports } from './exports/exports.service.js';
import { ArticleImportWork } from './imports/article-import-work.service.js';
import { ArticleImportsController } from './imports/article-imports.controller.js';
import { ArticleImports } from './imports/article-imports.service.js';
import { ImportJobs } from './imports/import.jobs.js';
import { ImportApply } from './imports/import-apply.service.js';
import { ImportCheck } from './imports/import-check.service.js';
import { ImportDesk } from './imports/import-desk.js';

export const TRANSFER_PROVIDERS = [
  ArticleExports,
  ArticleImports,
  ImportDesk,
  ImportCheck,
  ImportApply,
  ArticleImportWork,
  ImportJobs,
];
export const TRANSFER_CONTROLLERS = [ArticleImportsController, ArticleExportsController];
