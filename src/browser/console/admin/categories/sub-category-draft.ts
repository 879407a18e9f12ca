import {
  FIELD_FORMATS,
  type FormFieldSettings,
  type FormFieldView,
  type LocalizedText,
  type SubCategorySettings,
} from '../../../../contract/index.js';

const EMPTY: LocalizedText = { 'zh-CN': '', en: '' };

export interface OptionDraft {
  /** Tells it from others of its field. */
  id: string;
  /** Empty: made of the English words when it is saved. */
  value: string;
  label: LocalizedText;
}

/** A field in the builder. */
export interface FieldDraft extends Omit<FormFieldSettings, 'options'> {
  /** Tells it from others while its key is still to be chosen. */
  id: string;
  /** Its key and type are fixed. */
  saved: boolean;
  options: OptionDraft[];
}

export interface SubCategoryDraft extends Omit<SubCategorySettings, 'form'> {
  form: FieldDraft[];
}

export const NEW_SUB_CATEGORY: SubCategoryDraft = {
  name: EMPTY,
  priority: 'P2',
  nature: 'usage',
  teamKey: 'frontline',
  form: [],
};

export const newField = (id: string): FieldDraft => ({
  id,
  saved: false,
  key: '',
  label: EMPTY,
  type: 'text',
  required: false,
  maxLength: 200,
  options: [],
});

export function newOption(others: readonly OptionDraft[]): OptionDraft {
  const numbers = others.map(({ id }) => Number(id) || 0);
  return { id: String(Math.max(0, ...numbers) + 1), value: '', label: EMPTY };
}

export function fieldDraft({ key, label, type, required, maxLength, format, options }: FormFieldView): FieldDraft {
  return {
    id: key,
    saved: true,
    key,
    label,
    type,
    required,
    ...(maxLength !== undefined && { maxLength }),
    ...(format && { format }),
    options: (options ?? [])
      .filter(({ archived }) => !archived)

      .map(({ value, label: word }) => ({ id: value, value, label: word })),
  };
}

export const draftOf = (sub: Omit<SubCategorySettings, 'form'> & { form: FormFieldView[] }): SubCategoryDraft => ({
  name: sub.name,
  priority: sub.priority,
  nature: sub.nature,
  teamKey: sub.teamKey,
  form: sub.form.filter(({ archived }) => !archived).map(fieldDraft),
});

/** @param taken keys of archived fields, which a new one may not get by accident */
export function settingsOf(draft: SubCategoryDraft, taken: readonly string[] = []): SubCategorySettings {
  const used = [...taken, ...draft.form.map(({ key }) => key)];
  const form = draft.form.map((field) => {
    const key = field.key || wordKey(field.label.en, used, 'field');
    used.push(key);
    return fieldSettings(field, key);
  });
  return { ...draft, form };
}

function fieldSettings(
  { label, type, required, maxLength, format, options }: FieldDraft,
  key: string,
): FormFieldSettings {
  const values = options.map(({ value }) => value);
  return {
    key,
    label,
    type,
    required,
    ...(type === 'text' && maxLength !== undefined && { maxLength }),
    ...(type === 'text' && format && { format }),
    ...(type === 'select' && {
      options: options.map(({ value, label: word }) => {
        const chosen = value || wordKey(word.en, values, 'option');
        values.push(chosen);
        return { value: chosen, label: word };
      }),
    }),
  };
}

/** As the case panel will show it. */
export const fieldView = (field: FieldDraft): FormFieldView => ({
  ...fieldSettings(field, field.id),
  ...(field.type === 'text' && field.format && { pattern: FIELD_FORMATS[field.format] }),
});

/** A key of English words that nobody has yet: `order_number`. */
export function wordKey(words: string, taken: readonly string[], fallback: string): string {
  const plain = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 34);
  const stem = plain || fallback;
  for (let number = 1; ; number += 1) {
    const key = number === 1 && plain ? stem : `${stem}_${number}`;
    if (!taken.includes(key)) return key;
  }
}

const KEY = /^[a-z][a-z0-9_]{0,39}$/;
export const isKey = (key: string): boolean => KEY.test(key);
const isBlank = (text: LocalizedText) => !text['zh-CN'].trim() || !text.en.trim();

export type FieldFault = 'label' | 'key' | 'options';

/** What the server would refuse about the field at this place. */
export function faultOf(form: readonly FieldDraft[], place: number): FieldFault | undefined {
  const field = form[place];
  if (!field) return undefined;
  if (isBlank(field.label)) return 'label';
  if (field.key && (!isKey(field.key) || form.some((other, at) => at < place && other.key === field.key))) return 'key';
  if (field.type === 'select' && (field.options.length === 0 || field.options.some(({ label }) => isBlank(label))))
    return 'options';
  return undefined;
}

export const isComplete = (draft: SubCategoryDraft): boolean =>
  !isBlank(draft.name) && draft.teamKey !== '' && draft.form.every((_, place) => !faultOf(draft.form, place));

/** The list with one of its items one place up (-1) or down (+1). */
export function moved<Item>(list: readonly Item[], from: number, by: -1 | 1): Item[] {
  const to = from + by;
  const [item, other] = [list[from], list[to]];
  if (item === undefined || other === undefined) return [...list];
  return list.map((each, at) => (at === from ? other : at === to ? item : each));
}
