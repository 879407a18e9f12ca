import type { CategoryKey, Locale, LocalizedText } from './enums.js';

/** What a canned reply may leave to the case that it is put into. */
export const REPLY_VARIABLES = [
  'customer.name',
  'ticket.number',
  'agent.name',
  'shop.name',
  'ticket.promised_at',
] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];

export const REPLY_LIMITS = { title: 60, body: 2_000, replies: 500 } as const;

/** What an author may write about a canned reply. */
export interface CannedReplySettings {
  title: LocalizedText;
  /** With variables as `{{customer.name}}`. */
  body: LocalizedText;
  category?: CategoryKey;
  /** Left out: for all teams. */
  teamId?: string;
}

export interface CannedReplyView extends CannedReplySettings {
  id: string;
  /** The Chinese title as it is typed without an input method: whole, and by first letters. */
  pinyin: string;
  initials: string;
  /** How often it was put into a reply. */
  uses: number;
  archived: boolean;
  version: number;
}

/** What the variables stand for in one conversation; those without a value are left out. */
export interface ReplyVariablesView {
  /** The customer's language. */
  locale: Locale;
  values: Partial<Record<ReplyVariable, string>>;
}

/** Anything that looks like a variable of ours, also a misspelt one; other braces are somebody's own text. Linear. */
const PLACEHOLDER = /\{\{[ \t]{0,4}((?:customer|ticket|agent|shop)\.[a-z_]{1,30})[ \t]{0,4}\}\}/g;

/** With what is known put in; what is not stays as it is. */
export function fillVariables(text: string, values: ReplyVariablesView['values']): string {
  return text.replace(PLACEHOLDER, (written, name: string) => values[name as ReplyVariable] || written);
}

/** The variables that are still to be filled, as they are written, each once and in order. */
export function unfilledVariables(text: string): string[] {
  return [...new Set(text.match(PLACEHOLDER) ?? [])];
}

/** Variables that there are none of, as they are written. */
export function unknownVariables(text: string): string[] {
  const known = new Set<string>(REPLY_VARIABLES);
  return [...new Set([...text.matchAll(PLACEHOLDER)].filter(([, name = '']) => !known.has(name)).map(([all]) => all))];
}
