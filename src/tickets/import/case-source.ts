import type { CaseImportFormat, CaseImportMessage, Channel, Locale } from '../../contract/index.js';
import type { BroughtCustomer } from '../../people/index.js';

/** Where a case stands, in the words of every desk. */
export type CaseState = 'new' | 'pending' | 'on_hold' | 'closed';

/** A time as the file writes it: text, or seconds since 1970. */
export type WrittenTime = string | number;

export interface SourceLine {
  kind: 'message' | 'note';
  by: 'customer' | 'staff' | 'bot';
  /** Said by whom the case is of, not by another customer. */
  own: boolean;
  name: string;
  email?: string;
  body: string;
  at?: WrittenTime;
  /** Never fetched: who may be at the other end is not known. */
  files: { name: string; url: string }[];
}

/** A case as a file has it, not yet compared with the desk. */
export interface SourceCase {
  place: string;
  externalId: string;
  subject: string;
  /** Undefined with `writtenState`: a word that nobody knows. */
  state?: CaseState;
  writtenState: string;
  deleted?: boolean;
  priority?: string;
  /** One of ours by key or name, or the file's own. */
  category?: string;
  subCategory?: string;
  tags: string[];
  locale?: Locale;
  channel: Channel;
  createdAt?: WrittenTime;
  endedAt?: WrittenTime;
  changedAt?: WrittenTime;
  customer: Partial<BroughtCustomer>;
  assignee?: { name: string; email?: string };
  lines: SourceLine[];
  messages: CaseImportMessage[];
}

/** Something of a file that is no case. */
export interface RefusedCase {
  place: string;
  externalId?: string;
  refused: CaseImportMessage;
}

export interface CaseFile {
  format: CaseImportFormat;
  cases: AsyncIterable<SourceCase | RefusedCase>;
}
