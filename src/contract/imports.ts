import type { Timestamp } from './views.js';

/** `checked`: looked through, nothing changed; it waits for somebody to say so. */
export const IMPORT_STATUSES = ['checking', 'checked', 'applying', 'done', 'failed'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

export interface ImportMessage<Code extends string = string> {
  code: Code;
  /** What it is about: a field, a value, a line, a file. */
  detail?: string;
}

/** How many rows come to what. */
export type ImportCounts<Outcome extends string = never> = Record<Outcome, number> & {
  /** Rows in the file. */
  total: number;
  /** Of those, how many were looked at, or taken over, so far. */
  done: number;
  /** Rows that are taken over, with a warning. */
  warnings: number;
};

/** A file that somebody has brought: looked through first, then taken over as it was shown. */
export interface ImportView {
  id: string;
  fileName: string;
  /** Absent until it is known, and when it is none. */
  format?: string;
  status: ImportStatus;
  options: object;
  counts: ImportCounts;
  /** Why nothing could be made of it. */
  problem?: ImportMessage;
  createdBy: string;
  createdAt: Timestamp;
  finishedAt?: Timestamp;
}
