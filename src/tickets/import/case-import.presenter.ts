import type {
  CaseImportCounts,
  CaseImportFormat,
  CaseImportMessage,
  CaseImportOptions,
  CaseImportPlace,
  CaseImportRowView,
  CaseImportView,
  ImportStatus,
  TicketStatus,
} from '../../contract/index.js';

export interface CaseImportRecord {
  id: string;
  fileName: string;
  format: CaseImportFormat | null;
  storageKey: string;
  status: ImportStatus;
  options: CaseImportOptions;
  counts: Partial<CaseImportCounts>;
  places: CaseImportPlace[];
  unknownStaff: string[];
  problem: CaseImportMessage | null;
  createdBy: string;
  appliedBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  [column: string]: unknown;
}

export const NO_COUNTS: CaseImportCounts = {
  total: 0,
  done: 0,
  new: 0,
  known: 0,
  skipped: 0,
  refused: 0,
  warnings: 0,
  open: 0,
};

export function caseImportView(record: CaseImportRecord): CaseImportView {
  const { id, fileName, format, status, options, counts, places, unknownStaff, problem } = record;
  return {
    id,
    fileName,
    ...(format && { format }),
    status,
    options,
    counts: { ...NO_COUNTS, ...counts },
    places,
    unknownStaff,
    ...(problem && { problem }),
    createdBy: record.createdBy,
    createdAt: record.createdAt.toISOString(),
    ...(record.finishedAt && { finishedAt: record.finishedAt.toISOString() }),
  };
}

export type StoredCaseRow = Omit<CaseImportRowView, 'status' | 'ticket'> & {
  status: TicketStatus | null;
  ticket: string | null;
  [column: string]: unknown;
};

export const caseRowView = ({ status, ticket, ...row }: StoredCaseRow): CaseImportRowView => ({
  ...row,
  ...(status && { status }),
  ...(ticket && { ticket }),
});
