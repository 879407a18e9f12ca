import type { CategoryKey, FormValues, Locale } from '../../../contract/index.js';
import type { FormSeal } from './form-seals.service.js';

/** A file that waits for its form to be sent. */
export interface WaitingFile {
  id: string;
  name: string;
  size: number;
}

/** What somebody has put into the form so far, as they typed it. */
export interface CaseDraft extends FormSeal {
  locale: Locale;
  /** Of a host that sent them here; empty: the desk's own. */
  site: string;
  category: CategoryKey;
  /** Empty: none of those there are. */
  sub: string;
  /** Of the form that they were shown; 0: none. */
  version: number;
  name: string;
  phone: string;
  email: string;
  words: string;
  values: FormValues;
  files: WaitingFile[];
  /** Articles for their words have been shown. */
  seen: boolean;
  /** Something was put into the field that nobody sees. */
  trapped: boolean;
}
