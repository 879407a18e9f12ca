import {
  type CategoryView,
  checkForm,
  type FormFieldView,
  type FormValues,
  fieldsForCustomers,
  LIMITS,
  type Locale,
  type LocalizedText,
  type SubCategoryView,
  valueWords,
} from '../../../contract/index.js';
import { Email, Phone } from '../../../people/index.js';
import type { CaseDraft } from './case-draft.js';
import { FAULTS } from './form.texts.js';

/** Somebody's name, or what they want to be called. */
export const NAME_LENGTH = 40;
/** Letters greet by name: it is no place for somebody else's address. */
const ADDRESS = /[/@\\]|www\.|\.[a-z]{2,}/i;

/** What stands in the form has no place in it any more, and was put to the words. */
export interface Moved {
  label: string;
  value: string;
}

export interface Judged {
  /** Undefined: none was chosen, or there is none of this name any more. */
  sub: SubCategoryView | undefined;
  /** What is asked of customers. */
  fields: FormFieldView[];
  /** As it was typed, less what was moved. */
  draft: CaseDraft;
  /** What is stored. */
  values: FormValues;
  phone: string | undefined;
  email: string | undefined;
  /** By name of the input. */
  problems: Map<string, LocalizedText>;
  moved: Moved[];
  /** The form is another one than that which they were shown. */
  changed: boolean;
}

/**
 * Judges a form as it was sent against the one that is in force. Nothing is lost: what still fits stays, what is wrong is named
 * where it stands, and what has no place any more goes to the end of their words, where they see and send it.
 */
export function judgeDraft(categories: readonly CategoryView[], draft: CaseDraft): Judged {
  const known = categories
    .find(({ key }) => key === draft.category)
    ?.subCategories.find(({ key }) => key === draft.sub && draft.sub !== '');
  const sub = known?.archived ? undefined : known;
  const fields = fieldsForCustomers(sub?.form ?? []);
  const { values, problems: faults, hidden } = checkForm(fields, draft.values);
  const isLost = ({ key, code }: { key: string; code: string }) =>
    code === 'unknown_field' || (code === 'not_a_choice' && isFormer(known?.form ?? [], key, draft.values[key] ?? ''));
  // What hangs on an answer that is wrong may well be asked when that is mended.
  const isOpen = (key: string) => {
    const on = fields.find((field) => field.key === key)?.showWhen?.field;
    return faults.some((fault) => fault.key === on && !isLost(fault));
  };
  const lost = [...faults.filter(isLost).map(({ key }) => key), ...hidden.filter((key) => !isOpen(key))];
  const place = (key: string) => (known?.form ?? []).findIndex((field) => field.key === key);
  const moved = lost
    .toSorted((one, other) => place(one) - place(other))
    .map((key) => movedOf(known?.form ?? [], key, draft.values[key] ?? '', draft.locale));
  const problems = new Map(
    faults.filter(({ key }) => !lost.includes(key)).map(({ key, fix }) => [`form.${key}`, fix] as const),
  );
  for (const { key, requiredAt } of fields)
    if (lost.includes(key) && requiredAt === 'open') problems.set(`form.${key}`, FAULTS.again);
  const words = [draft.words, ...moved.map(({ label, value }) => line(label, value, draft.locale))]
    .filter((part) => part !== '')
    .join('\n');
  const left = Object.entries(draft.values).filter(([key]) => !lost.includes(key));
  return {
    sub,
    fields,
    draft: { ...draft, words, values: Object.fromEntries(left) },
    values,
    moved,
    changed: draft.sub !== '' && draft.version !== (sub?.formVersion ?? 0),
    ...judgeRest(draft, words, problems),
  };
}

function judgeRest(
  { name, phone: typedPhone, email: typedEmail }: CaseDraft,
  words: string,
  problems: Map<string, LocalizedText>,
): Pick<Judged, 'phone' | 'email' | 'problems'> {
  if (words === '') problems.set('body', FAULTS.words);
  if (words.length > LIMITS.messageLength) problems.set('body', FAULTS.long);
  if (name.length > NAME_LENGTH || ADDRESS.test(name)) problems.set('name', FAULTS.name);
  const phone = typedPhone ? Phone.safeParse(typedPhone.normalize('NFKC')) : undefined;
  const email = typedEmail ? Email.safeParse(typedEmail.normalize('NFKC')) : undefined;
  if (phone?.success === false) problems.set('phone', FAULTS.phone);
  if (email?.success === false) problems.set('email', FAULTS.email);
  if (!phone && !email) problems.set('phone', FAULTS.reach);
  return { phone: phone?.data, email: email?.data, problems };
}

/** Whether it was a choice when they were asked. */
function isFormer(fields: readonly FormFieldView[], key: string, value: string): boolean {
  const options = fields.find((field) => field.key === key)?.options ?? [];
  return options.some((option) => option.archived && value.split(',').includes(option.value));
}

function movedOf(fields: readonly FormFieldView[], key: string, value: string, locale: Locale): Moved {
  const field = fields.find((one) => one.key === key);
  return { label: field?.label[locale] ?? key, value: field ? valueWords(field, value, locale) : value };
}

const line = (label: string, value: string, locale: Locale): string =>
  locale === 'en' ? `${label}: ${value}` : `${label}：${value}`;
