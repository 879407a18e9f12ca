import type { CategoryKey, LeftOutView, Priority, SubCategoryView } from '../contract/index.js';
import { type Filling, lenientForm, strictForm } from './categories/form-fill.js';
import { UNSORTED_PRIORITY } from './categories/unsorted.js';
import type { TicketPatch } from './edits.service.js';
import type { TicketRecord } from './ticket.record.js';

export type Fields = Pick<
  TicketRecord,
  'category' | 'subCategory' | 'nature' | 'natureBy' | 'priority' | 'subject' | 'form' | 'formVersion' | 'tags'
>;

export interface FieldsAfter {
  fields: Fields;
  leftOut: LeftOutView[];
}

/** What the patch makes of category and sub-category, as the desk knows them. */
interface Place {
  category: CategoryKey | null;
  subCategory: string | null;
  sub: SubCategoryView | undefined;
  /** The sub-category before the patch. */
  former: SubCategoryView | undefined;
  /** Category and sub-category are what they were. */
  stays: boolean;
  byStaff: boolean;
}

/** What a case says of itself after an edit. @throws DeskError `invalid_input` naming fields of the form */
export function fieldsAfter(before: TicketRecord, patch: TicketPatch, place: Place): FieldsAfter {
  const { category, subCategory, sub, stays } = place;
  const { values: form, leftOut } = formAfter(before, patch, sub, stays);
  const isChecked = patch.form !== undefined || !stays;
  const fields: Fields = {
    category,
    subCategory,
    ...natureAfter(before, patch, place),
    priority: patch.priority ?? priorityAfter(before, place),
    subject: patch.subject ?? before.subject,
    form,
    tags: before.tags,
    formVersion: isChecked ? (sub?.formVersion ?? null) : before.formVersion,
  };
  return { fields, leftOut };
}

/** A new sub-category keeps what its form asks too. Whoever has filled in an older version is not refused what still fits. */
function formAfter(
  before: TicketRecord,
  patch: TicketPatch,
  sub: SubCategoryView | undefined,
  stays: boolean,
): Filling {
  const fields = sub?.form ?? [];
  const held = stays ? before.form : {};
  if (patch.form) {
    const isOlder = patch.formVersion !== undefined && sub !== undefined && patch.formVersion < sub.formVersion;
    if (isOlder) return lenientForm(fields, patch.form, held);
    return { values: strictForm(fields, patch.form, { before: held }), leftOut: [] };
  }
  // What the new form does not ask stands in the timeline, as it was before.
  return { values: stays ? before.form : lenientForm(fields, before.form).values, leftOut: [] };
}

/** What staff say of it counts; what was only guessed gives way to the sub-category's. */
function natureAfter(
  { nature, natureBy }: TicketRecord,
  patch: TicketPatch,
  { sub, stays, byStaff }: Place,
): Pick<Fields, 'nature' | 'natureBy'> {
  if (patch.nature && (patch.nature !== nature || natureBy === 'rules'))
    return { nature: patch.nature, natureBy: byStaff ? 'staff' : 'rules' };
  const isOpen = nature === null || (natureBy === 'rules' && !stays);
  return isOpen && sub ? { nature: sub.nature, natureBy: null } : { nature, natureBy };
}

/** A priority that nobody chose by hand follows the sub-category. */
function priorityAfter(before: TicketRecord, { former, sub }: Place): Priority {
  const untouched = before.priority === (former ? former.priority : UNSORTED_PRIORITY);
  return untouched && sub ? sub.priority : before.priority;
}
