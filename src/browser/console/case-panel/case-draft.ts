import type { CategoryKey, FormFieldView, FormValues, Nature, Priority, TicketView } from '../../../contract/index.js';
import type { TicketEdit } from '../api/endpoints.js';

/** The editable facts of a case, flat: a form field stands under `form.<key>`. Absent facts are empty texts. */
export type CaseFacts = Record<string, string>;

/** The editable facts of a ticket as the server has them. */
export function factsOf(ticket: TicketView): CaseFacts {
  const facts: CaseFacts = {
    subject: ticket.subject,
    category: ticket.category ?? '',
    subCategory: ticket.subCategory ?? '',
    nature: ticket.nature ?? '',
    priority: ticket.priority,
  };
  for (const [key, value] of Object.entries(ticket.form)) facts[`form.${key}`] = value;
  return facts;
}

/** The values among the facts that this form has fields for. */
export function formOf(facts: CaseFacts, fields: readonly FormFieldView[]): FormValues {
  const filled = fields.map(({ key }) => [key, (facts[`form.${key}`] ?? '').trim()] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== ''));
}

/** Which facts differ between two states, in a stable order. */
export function changedFacts(before: CaseFacts, after: CaseFacts): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => (before[name] ?? '') !== (after[name] ?? ''));
}

/** What somebody else changed while one was editing. */
export interface Rebased {
  /** Mine where I changed something, theirs elsewhere. */
  facts: CaseFacts;
  /** Facts that they changed, mine or not: to be shown. */
  theirs: string[];
  /** Facts that both changed, to different values: mine stands until the reader decides. */
  conflicts: string[];
}

/** Carries my edits of `base` over to `theirs`, the newer state. */
export function rebaseFacts(base: CaseFacts, mine: CaseFacts, theirs: CaseFacts): Rebased {
  const myChanges = changedFacts(base, mine);
  const theirChanges = changedFacts(base, theirs);
  const facts = { ...theirs };
  for (const name of myChanges) facts[name] = mine[name] ?? '';
  const conflicts = theirChanges.filter(
    (name) => myChanges.includes(name) && (mine[name] ?? '') !== (theirs[name] ?? ''),
  );
  return { facts, theirs: theirChanges, conflicts };
}

/**
 * The edit to send: only what changed, and the form whole when any of the fields it now has did (`formKeys`). With
 * another sub-category alone the server keeps the values of the fields both have.
 */
export function editOf(base: CaseFacts, mine: CaseFacts, formKeys: string[]): TicketEdit {
  const changed = changedFacts(base, mine);
  const edit: TicketEdit = {};
  if (changed.includes('subject')) edit.subject = mine.subject?.trim();
  if (changed.includes('category') && mine.category) edit.category = mine.category as CategoryKey;
  if (changed.includes('subCategory') && mine.subCategory) edit.subCategory = mine.subCategory;
  if (changed.includes('nature') && mine.nature) edit.nature = mine.nature as Nature;
  if (changed.includes('priority')) edit.priority = mine.priority as Priority;
  if (formKeys.some((key) => changed.includes(`form.${key}`))) {
    const filled = formKeys.map((key) => [key, (mine[`form.${key}`] ?? '').trim()] as const);
    edit.form = Object.fromEntries(filled.filter(([, value]) => value !== ''));
  }
  return edit;
}
