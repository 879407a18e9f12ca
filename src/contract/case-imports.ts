import type { CaseImportMessageCode } from './case-import-messages.js';
import type { CategoryKey, Locale, TicketStatus } from './enums.js';
import type { ImportCounts, ImportMessage, ImportView } from './imports.js';

/** What a file of cases may be: a table, the JSON of Zendesk's API or export, the JSON of Chatwoot's conversations. */
export const CASE_IMPORT_FORMATS = ['csv', 'zendesk', 'chatwoot'] as const;
export type CaseImportFormat = (typeof CASE_IMPORT_FORMATS)[number];

/** What becomes of a case of the file. `known`: it was brought before, or stands in the file twice. */
export const CASE_IMPORT_OUTCOMES = ['new', 'known', 'skipped', 'refused'] as const;
export type CaseImportOutcome = (typeof CASE_IMPORT_OUTCOMES)[number];

/**
 * What becomes of cases that are still open where they come from. `promise`: they wait here from now on, and are answered in the
 * time that is promised to others. `close`: they come in as history. `skip`: they are left out.
 */
export const OPEN_CASES = ['promise', 'close', 'skip'] as const;
export type OpenCases = (typeof OPEN_CASES)[number];

/** Bytes, characters and counts. */
export const CASE_IMPORT_LIMITS = {
  file: 50 * 1024 * 1024,
  cases: 50_000,
  /** Of one case; Zendesk has 5,000 at most. */
  messages: 5_000,
  /** Of one message; the rest is cut off, and said so. */
  message: 50_000,
  /** Days after which a file that nobody has applied is forgotten. */
  days: 14,
} as const;

/** Where a category of the file goes. */
export interface CaseShelf {
  category: CategoryKey;
  subCategory?: string;
}

export interface CaseImportOptions {
  /** Whose customers they are. */
  siteId: string;
  /** Under what name the old numbers are kept; the same name and number is the same case, however often it is brought. */
  source: string;
  /** Of cases that name none. */
  locale: Locale;
  /** Of times that name no zone; IANA. */
  timeZone: string;
  /** Of cases whose category is none of ours and stands not in `categories`; null: they stay unsorted. */
  category: CategoryKey | null;
  /** Categories of the file, by their key, and where each goes. */
  categories: Record<string, CaseShelf>;
  openCases: OpenCases;
}

export type CaseImportCounts = ImportCounts<CaseImportOutcome> & {
  /** Of the new ones: those that wait here from now on. */
  open: number;
};

/** A category of the file that is none of ours. */
export interface CaseImportPlace {
  key: string;
  cases: number;
}

export type CaseImportMessage = ImportMessage<CaseImportMessageCode>;

export interface CaseImportView extends ImportView {
  format?: CaseImportFormat;
  options: CaseImportOptions;
  counts: CaseImportCounts;
  places: CaseImportPlace[];
  /** People of the file who do not work here. */
  unknownStaff: string[];
  problem?: CaseImportMessage;
}

export interface CaseImportRowView {
  /** From 1, in the order of the file. */
  number: number;
  /** Where it stands in the file: `#7` is a line of a table, else the so many-th. */
  place: string;
  /** Its number where it comes from. */
  externalId: string;
  subject: string;
  outcome: CaseImportOutcome;
  /** As it comes in; absent when it does not. */
  status?: TicketStatus;
  /** How many messages and notes come with it. */
  entries: number;
  /** Its number here, once it has one. */
  ticket?: string;
  messages: CaseImportMessage[];
}
