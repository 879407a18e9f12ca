import type { ArticleImportMessageCode } from './article-import-messages.js';
import type { ArticleCategory, ArticleVisibility } from './articles.js';
import type { Locale } from './enums.js';
import type { ImportCounts, ImportMessage, ImportView } from './imports.js';

/** What a file for an import may be: our own folder of Markdown, the JSON of Zendesk Guide's API, a table. */
export const ARTICLE_IMPORT_FORMATS = ['markdown', 'zendesk', 'csv'] as const;
export type ArticleImportFormat = (typeof ARTICLE_IMPORT_FORMATS)[number];

/** What becomes of an article of the file. */
export const ARTICLE_IMPORT_OUTCOMES = ['new', 'updates', 'unchanged', 'skipped', 'refused'] as const;
export type ArticleImportOutcome = (typeof ARTICLE_IMPORT_OUTCOMES)[number];

/** Bytes, unless it says otherwise. */
export const ARTICLE_IMPORT_LIMITS = {
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

export interface ArticleImportOptions {
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

/** A category of the file that is none of ours. */
export interface ArticleImportPlace {
  key: string;
  name: string;
  articles: number;
}

export type ArticleImportMessage = ImportMessage<ArticleImportMessageCode>;

export interface ArticleImportView extends ImportView {
  format?: ArticleImportFormat;
  options: ArticleImportOptions;
  counts: ImportCounts<ArticleImportOutcome>;
  places: ArticleImportPlace[];
  /** Sections that are made by it. */
  sections: string[];
  problem?: ArticleImportMessage;
}

export interface ArticleImportRowView {
  /** From 1, in the order of the file. */
  number: number;
  /** Where it stands in the file: a path, a line, an id. */
  place: string;
  title: string;
  slug: string;
  outcome: ArticleImportOutcome;
  /** The article that it is, or is to be. */
  articleId?: string;
  /** Whether it was taken over. */
  applied: boolean;
  messages: ArticleImportMessage[];
}
