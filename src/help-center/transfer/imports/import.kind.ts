import {
  ARTICLE_IMPORT_LIMITS,
  type ArticleImportOptions,
  type ArticleImportRowView,
  type ArticleImportView,
} from '../../../contract/index.js';
import type { ImportKind, ImportRecord } from '../../../platform/imports/index.js';
import { REPORT_HEAD, reportRow } from './article-report.js';
import { COUNTS, type ImportPlan } from './import-rows.js';

export type ArticleImportRecord = ImportRecord<ArticleImportView, ImportPlan>;

export const ARTICLE_IMPORTS: ImportKind<ArticleImportView, ArticleImportRowView, ImportPlan> = {
  name: 'article',
  folder: 'imports',
  limits: ARTICLE_IMPORT_LIMITS,
  noCounts: { total: 0, done: 0, new: 0, updates: 0, unchanged: 0, skipped: 0, refused: 0, warnings: 0 },
  noPlan: { places: [], sections: [] },
  countRows: COUNTS,
  forgetRows: 'UPDATE article_import_rows SET plan = NULL WHERE import_id = $1',
  shown: ({ places, sections }) => ({
    places,
    sections: sections.map(({ names, slug }) => names['zh-CN'] ?? names.en ?? slug),
  }),
  changes: ({ counts, options }) => ({
    new: { after: counts.new ?? 0 },
    updates: { after: counts.updates ?? 0 },
    published: { after: options.publish },
  }),
  report: { head: REPORT_HEAD, line: reportRow },
};

export const DEFAULT_OPTIONS: ArticleImportOptions = {
  locale: 'zh-CN',
  category: 'service',
  categories: {},
  createSections: true,
  existing: 'update',
  publish: false,
};
