import type { ArticleCategory, ArticleVisibility } from './articles.js';
import type { Locale } from './enums.js';
import type { ImportMessageCode } from './transfer-messages.js';
import type { Timestamp } from './views.js';

/** What a file for an import may be: our own folder of Markdown, the JSON of Zendesk Guide's API, a table. */
export const IMPORT_FORMATS = ['markdown', 'zendesk', 'csv'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** `checked`: looked through, nothing changed; it waits for somebody to say so. */
export const IMPORT_STATUSES = ['checking', 'checked', 'applying', 'done', 'failed'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What becomes of an article of the file. */
export const IMPORT_OUTCOMES = ['new', 'updates', 'unchanged', 'skipped', 'refused'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** Bytes, unless it says otherwise. */
export const IMPORT_LIMITS = {
  file: 64 * 1024 * 1024,
  /** Files in a ZIP. */
  entries: 40_000,
  /** A text, a table or a JSON after unpacking; of a single article much less is allowed. */
  text: 64 * 1024 * 1024,
  /** All that a ZIP unpacks to. */
  unpacked: 1024 * 1024 * 1024,
  /** How often its size a file of more than a megabyte may unpack to. */
  ratio: 200,
  articles: 20_000,
  /** Days after which a file that nobody has applied is forgotten. */
  days: 14,
} as const;

export interface ImportOptions {
  /** Of texts that name none. */
  locale: Locale;
  /** Of articles whose category is none of ours and stands not in `categories`. */
  category: ArticleCategory;
  /** Categories of the file, by their key, and which of ours each becomes. */
  categories: Record<string, ArticleCategory>;
  /** Whether sections that are not there yet are made; else such articles stand directly under their category. */
  createSections: boolean;
  /** What becomes of an article that is there already. */
  existing: 'skip' | 'update';
  /** Whether readers see it at once; else all of it is drafts. */
  publish: boolean;
  /** Absent: as the file says, `public` where it says nothing. */
  visibility?: ArticleVisibility;
}

export type ImportCounts = Record<ImportOutcome, number> & {
  /** Articles in the file. */
  total: number;
  /** Of those, how many were looked at, or taken over, so far. */
  done: number;
  /** Articles with a warning. */
  warnings: number;
};

/** A category of the file that is none of ours. */
export interface ImportPlace {
  key: string;
  name: string;
  articles: number;
}

export interface ImportMessage {
  code: ImportMessageCode;
  /** What it is about: a field, a file, an address. */
  detail?: string;
}

export interface ArticleImportView {
  id: string;
  fileName: string;
  /** Absent until it is known, and when it is none. */
  format?: ImportFormat;
  status: ImportStatus;
  options: ImportOptions;
  counts: ImportCounts;
  places: ImportPlace[];
  /** Sections that are made by it. */
  sections: string[];
  /** Why nothing could be made of it. */
  problem?: ImportMessage;
  createdBy: string;
  createdAt: Timestamp;
  finishedAt?: Timestamp;
}

export interface ImportRowView {
  /** From 1, in the order of the file. */
  number: number;
  /** Where it stands in the file: a path, a line, an id. */
  place: string;
  title: string;
  slug: string;
  outcome: ImportOutcome;
  /** The article that it is, or is to be. */
  articleId?: string;
  /** Whether it was taken over. */
  applied: boolean;
  messages: ImportMessage[];
}
