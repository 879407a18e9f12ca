import type {
  ArticleCategory,
  ArticleImportFormat,
  ArticleImportMessage,
  ArticleImportPlace,
  ArticleVisibility,
  Locale,
  SectionWords,
} from '../../../contract/index.js';
import type { Package } from '../package/package.js';

/** A text as a file has it; what it does not say is left out. */
export interface SourceWords {
  title: string;
  excerpt?: string;
  bodyMarkdown: string;
  keywords?: string[];
}

/** A section as a file has it, below the one before it. */
export interface SourceSection {
  /** Tells it from others of the file. */
  key: string;
  /** Given by the file, or to be made of its names. */
  slug?: string;
  names: SectionWords;
  descriptions?: SectionWords;
}

/** One article of a file. What the file does not say is undefined; null: it says that there is none. */
export interface SourceArticle {
  /** Where it stands: a path, a line, an id. */
  place: string;
  /** What its source knows it by: a second import finds the same article. */
  externalId: string;
  /** Undefined: to be made of its title. */
  slug?: string;
  /** In one of its languages. */
  title: string;
  /** One of ours, or the key of one of the file's. */
  category?: { ours: ArticleCategory } | { theirs: string };
  /** From the one below the category to the one it stands in. */
  sections?: SourceSection[];
  subCategory?: string | null;
  visibility?: ArticleVisibility;
  position?: number;
  /** Slugs. */
  related?: string[];
  /** Mail address; null: nobody. */
  owner?: string | null;
  /** Whether it was none that readers saw. */
  isDraft?: boolean;
  /** What was wrong with it so far. */
  messages: ArticleImportMessage[];
  /**
   * Its texts, worked out when they are asked for. Pictures are named by `pictures`, links to articles of the same file by their slug.
   * @throws ArticleImportRefused
   */
  words(books: ImportBooks): Partial<Record<Locale, SourceWords>>;
}

/** What a reader of texts asks the rest of the import. */
export interface ImportBooks {
  /** The address of a picture of the file, which is then needed; empty: it cannot be shown, and that is said; undefined: there is none. */
  picture(path: string): string | undefined;
  /** Of an article of the same file. */
  slugOf(externalId: string): string | undefined;
  say(message: ArticleImportMessage): void;
}

/** A file that was recognised. */
export interface ImportSource {
  format: ArticleImportFormat;
  /** Whether an article of the desk with the same slug is the same article; else the file's articles get other slugs. */
  slugsAreNames: boolean;
  /** Beside the articles. */
  files: Package;
  /** What categories of the file are called, where that is not their key. */
  places: Omit<ArticleImportPlace, 'articles'>[];
  /** In the order of the file; each time from the beginning. */
  articles(): Iterable<SourceArticle | RefusedArticle>;
}

/** What was meant as an article and cannot be read as one. */
export interface RefusedArticle {
  place: string;
  refused: ArticleImportMessage;
}
