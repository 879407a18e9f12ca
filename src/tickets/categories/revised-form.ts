import {
  type ChecklistItemView,
  type FormFieldSettings,
  type FormFieldView,
  formFaults,
  isChoice,
} from '../../contract/index.js';
import { DeskError, refuse } from '../../platform/errors/index.js';
import type { StoredField } from './category.entities.js';

type Option = NonNullable<FormFieldView['options']>[number];

/** Items that a checklist may hold, archived ones included. */
const MOST_ITEMS = 60;

/**
 * The form after an administrator has edited it. Nothing that a case may have a value of goes: fields and options that are left out
 * are archived, and restored when they come back under their key. Key and type of a field are fixed once it is saved.
 * @throws DeskError `invalid_input` naming every wrong field as `form.<place>.<part>`
 */
export function revisedForm(before: readonly StoredField[], wanted: readonly FormFieldSettings[]): StoredField[] {
  refuse(formFaults(wanted, before));
  const saved = new Map(before.map((field) => [field.key, field]));
  return [
    ...wanted.map((field) => revisedField(saved.get(field.key), field)),
    ...leftOut(before, wanted).map((field): StoredField => ({ ...field, archived: true })),
  ];
}

/** The same for a checklist. @throws DeskError `invalid_input` */
export function revisedChecklist(
  before: readonly ChecklistItemView[],
  wanted: readonly Omit<ChecklistItemView, 'archived'>[],
): ChecklistItemView[] {
  const twice = wanted.findIndex(({ key }, place) => wanted.slice(0, place).some((other) => other.key === key));
  const items = [...wanted, ...leftOut(before, wanted).map((item) => ({ ...item, archived: true as const }))];
  const message = twice >= 0 ? 'another item has it' : items.length > MOST_ITEMS ? 'holds too many items' : undefined;
  if (message)
    throw new DeskError('invalid_input', {
      errors: [{ path: twice >= 0 ? `checklist.${twice}.key` : 'checklist', message }],
    });
  return items;
}

const leftOut = <Thing extends { key: string }>(
  before: readonly Thing[],
  wanted: readonly { key: string }[],
): Thing[] => before.filter(({ key }) => !wanted.some((other) => other.key === key));

function revisedField(saved: StoredField | undefined, { options, ...field }: FormFieldSettings): StoredField {
  if (!isChoice(field)) return field;
  const left = (saved?.options ?? []).filter(({ value }) => !options?.some((option) => option.value === value));
  return { ...field, options: [...(options ?? []), ...left.map((option): Option => ({ ...option, archived: true }))] };
}
