import {
  FIELD_FORMATS,
  type FormFault,
  type FormFieldSettings,
  type FormFieldView,
  formFaults,
  isChoice,
  isFieldKey,
  type LocalizedText,
  type SubCategorySettings,
  type SubCategoryView,
} from '../../../../contract/index.js';
import { wordKey } from './word-key.js';

export const EMPTY: LocalizedText = { 'zh-CN': '', en: '' };

export interface OptionDraft {
  /** Tells it from others of its field. */
  id: string;
  /** Empty: made of the English words when it is saved. */
  value: string;
  label: LocalizedText;
}

/** A field in the builder. Its condition names fields and options by their ids here, as they may not have a key yet. */
export interface FieldDraft extends Omit<FormFieldSettings, 'options'> {
  /** Tells it from others while its key is still to be chosen. */
  id: string;
  /** Its key and type are fixed. */
  saved: boolean;
  options: OptionDraft[];
}

export interface ChecklistItemDraft {
  id: string;
  /** Empty: made of the English words when it is saved. */
  key: string;
  label: LocalizedText;
}

export interface SubCategoryDraft extends Omit<SubCategorySettings, 'form' | 'checklist'> {
  form: FieldDraft[];
  checklist: ChecklistItemDraft[];
}

export const NEW_SUB_CATEGORY: SubCategoryDraft = {
  name: EMPTY,
  priority: 'P2',
  nature: 'usage',
  teamKey: 'frontline',
  form: [],
  checklist: [],
};

export const newField = (id: string): FieldDraft => ({
  id,
  saved: false,
  key: '',
  label: EMPTY,
  type: 'text',
  customerVisible: true,
  options: [],
});

/** Numbered, as no saved key or value of its neighbours is. */
export function nextId(others: readonly { id: string }[]): string {
  const numbers = others.map(({ id }) => Number(id) || 0);
  return String(Math.max(0, ...numbers) + 1);
}

export const newOption = (others: readonly OptionDraft[]): OptionDraft => ({
  id: nextId(others),
  value: '',
  label: EMPTY,
});

export function fieldDraft({ options, pattern: _, archived: __, ...field }: FormFieldView): FieldDraft {
  return {
    ...field,
    id: field.key,
    saved: true,
    options: (options ?? [])
      .filter(({ archived }) => !archived)
      .map(({ value, label }) => ({ id: value, value, label })),
  };
}

export const draftOf = (sub: Pick<SubCategoryView, keyof SubCategorySettings>): SubCategoryDraft => ({
  name: sub.name,
  priority: sub.priority,
  nature: sub.nature,
  teamKey: sub.teamKey,
  form: sub.form.filter(({ archived }) => !archived).map(fieldDraft),
  checklist: sub.checklist.filter(({ archived }) => !archived).map(({ key, label }) => ({ id: key, key, label })),
});

/** What the server has of a sub-category, archived things included: their keys are taken. */
export type Saved = Pick<SubCategoryView, 'form' | 'checklist'>;
export const NOTHING_SAVED: Saved = { form: [], checklist: [] };

/** What to send: whatever has no key yet gets one of its English words. */
export function settingsOf(draft: SubCategoryDraft, saved: Saved = NOTHING_SAVED): SubCategorySettings {
  const used = [...saved.checklist, ...draft.checklist].map(({ key }) => key);
  const checklist = draft.checklist.map(({ key, label }) => {
    const chosen = key || wordKey(label.en, used, 'item');
    used.push(chosen);
    return { key: chosen, label };
  });
  return { ...draft, form: formSettings(draft.form, saved.form), checklist };
}

function formSettings(form: readonly FieldDraft[], saved: readonly FormFieldView[] = []): FormFieldSettings[] {
  const used = [...saved, ...form].map(({ key }) => key);
  const named = form.map((field) => {
    const key = field.key || wordKey(field.label.en, used, 'field');
    used.push(key);
    return { ...field, key, options: namedOptions(field.options) };
  });
  return named.map((field) => fieldSettings(field, named));
}

function namedOptions(options: readonly OptionDraft[]): OptionDraft[] {
  const used = options.map(({ value }) => value);
  return options.map((option) => {
    const value = option.value || wordKey(option.label.en, used, 'option');
    used.push(value);
    return { ...option, value };
  });
}

/** Without what its type does not have, and with keys in the place of ids. */
function fieldSettings(field: FieldDraft, all: readonly FieldDraft[]): FormFieldSettings {
  const { key, label, type, requiredAt, customerVisible, showWhen, maxLength, format, currency, options } = field;
  const hasLength = type === 'text' || type === 'long_text';
  const decider = all.find(({ id }) => id === showWhen?.field);
  const values = new Map(decider?.options.map(({ id, value }) => [id, value]));
  return {
    key,
    label,
    type,
    ...(requiredAt && { requiredAt }),
    customerVisible,
    ...(showWhen && { showWhen: { field: decider?.key ?? '', is: showWhen.is.map((id) => values.get(id) ?? id) } }),
    ...(hasLength && maxLength !== undefined && { maxLength }),
    ...(type === 'text' && format && { format }),
    ...(type === 'money' && currency && { currency }),
    ...(isChoice(field) && { options: options.map(({ value, label: word }) => ({ value, label: word })) }),
  };
}

/** As the case panel will show it, for a trial: known by its id. */
export const fieldView = ({ id, saved: _, options, ...field }: FieldDraft): FormFieldView => ({
  ...field,
  key: id,
  ...(isChoice(field) && { options: options.map((option) => ({ value: option.id, label: option.label })) }),
  ...(field.type === 'text' && field.format && { pattern: FIELD_FORMATS[field.format] }),
});

/** What the server would refuse of the form: `form.<place>.<part>`. */
export const faultsOf = (form: readonly FieldDraft[], saved: readonly FormFieldView[] = []): FormFault[] =>
  formFaults(formSettings(form, saved), saved);

const isBlank = (text: LocalizedText) => !text['zh-CN'].trim() || !text.en.trim();

export const isComplete = (draft: SubCategoryDraft, saved: Saved = NOTHING_SAVED): boolean =>
  !isBlank(draft.name) &&
  draft.teamKey !== '' &&
  faultsOf(draft.form, saved.form).length === 0 &&
  draft.checklist.every(({ label }) => !isBlank(label));

export const isKey = isFieldKey;

/** The list with one of its items one place up (-1) or down (+1). */
export function moved<Item>(list: readonly Item[], from: number, by: -1 | 1): Item[] {
  const to = from + by;
  const [item, other] = [list[from], list[to]];
  if (item === undefined || other === undefined) return [...list];
  return list.map((each, at) => (at === from ? other : at === to ? item : each));
}
