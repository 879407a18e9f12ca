import type { CategoryKey, LocalizedText, Nature, Priority, TicketStatus } from './enums.js';
import type { FormValues } from './forms.js';

export const MACRO_LIMITS = { macros: 300, tags: 10, note: 2_000 } as const;

/** Whom a macro gives the case to. */
export type MacroAssignment =
  /** Whoever uses it. */
  | { to: 'me' }
  /** Without `staffId`: there it waits for somebody. */
  | { to: 'team'; teamId: string; staffId?: string };

/** What a macro does to a case. What is left out stays as it is. */
export interface MacroDeeds {
  category?: CategoryKey;
  /** Of this category. */
  subCategory?: string;
  /** Of the form of this sub-category; what else the case says in it stays. */
  fields?: FormValues;
  nature?: Nature;
  priority?: Priority;
  addTags?: string[];
  removeTags?: string[];
  /** For colleagues. */
  note?: string;
  /** Whoever uses it follows the case from then on. */
  watch?: true;
  assign?: MacroAssignment;
  status?: TicketStatus;
}

/** What its keeper writes about a macro. */
export interface MacroSettings {
  title: LocalizedText;
  deeds: MacroDeeds;
  /** To the customer, with variables as `{{customer.name}}`. */
  reply?: LocalizedText;
  /** Left out: for all teams. */
  teamId?: string;
}

export interface MacroView extends MacroSettings {
  id: string;
  /** The Chinese title as it is typed without an input method: whole, and by first letters. */
  pinyin: string;
  initials: string;
  /** How often it was carried out. */
  uses: number;
  archived: boolean;
  version: number;
}

/** A macro has been carried out. */
export interface MacroRunView {
  number: string;
  /** Whether who used it no longer sees the case. */
  withdrawn: boolean;
}
