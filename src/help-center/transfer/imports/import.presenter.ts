import type {
  ArticleImportView,
  ImportCounts,
  ImportFormat,
  ImportMessage,
  ImportOptions,
  ImportRowView,
  ImportStatus,
} from '../../../contract/index.js';
import type { ImportPlan, PlannedRow } from './import-rows.js';

export interface ImportRecord {
  id: string;
  fileName: string;
  format: ImportFormat | null;
  storageKey: string;
  status: ImportStatus;
  options: ImportOptions;
  counts: Partial<ImportCounts>;
  plan: ImportPlan;
  problem: ImportMessage | null;
  createdBy: string;
  appliedBy: string | null;
  appliedByName: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  [column: string]: unknown;
}

export const NO_COUNTS: ImportCounts = {
  total: 0,
  done: 0,
  new: 0,
  updates: 0,
  unchanged: 0,
  skipped: 0,
  refused: 0,
  warnings: 0,
};

export function importView(record: ImportRecord): ArticleImportView {
  const { id, fileName, format, status, options, counts, plan, problem, createdBy, createdAt, finishedAt } = record;
  return {
    id,
    fileName,
    ...(format && { format }),
    status,
    options,
    counts: { ...NO_COUNTS, ...counts },
    places: plan.places,
    sections: plan.sections.map(({ names, slug }) => names['zh-CN'] ?? names.en ?? slug),
    ...(problem && { problem }),
    createdBy,
    createdAt: createdAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  };
}

export type StoredRow = Omit<PlannedRow, 'articleId' | 'plan'> & {
  articleId: string | null;
  appliedAt: Date | null;
  isThere: boolean;
  [column: string]: unknown;
};

export function rowView({ number, place, title, slug, outcome, messages, ...row }: StoredRow): ImportRowView {
  return {
    number,
    place,
    title,
    slug,
    outcome,
    // Of an article that is yet to be, nobody can open anything.
    ...(row.articleId && row.isThere && { articleId: row.articleId }),
    applied: row.appliedAt !== null,
    messages,
  };
}
