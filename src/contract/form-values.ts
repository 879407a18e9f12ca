import { type ValueFault, type ValueProblem, valueProblem } from './form-problems.js';
import {
  choicesIn,
  FIELD_FORMATS,
  type FieldFormat,
  FORM_LIMITS,
  FORMAT_EXAMPLES,
  type FormFieldView,
  type FormValues,
  type RequiredAt,
} from './forms.js';

/** The one judgement on a form that was filled in; the server, the console, the bot and the customer's pages all ask it. */
export interface FormCheck {
  /** What fits, as it is stored. Checked again it stays as it is. */
  values: FormValues;
  /** What does not fit, and what is missing. */
  problems: ValueProblem[];
  /** Given although the field is not asked as the other answers stand; not among the values. */
  hidden: string[];
}

export interface CheckOptions {
  /**
   * What the case says already. Sent as it stands it stays good, whatever has become of the form since; values of fields that are
   * not asked any more stay unless they are emptied.
   */
  before?: FormValues;
  /** Which required fields have to be there: none of them where nobody is to be kept from a person. */
  needed?: readonly RequiredAt[];
}

/** @param fields in the order of the form, archived ones included */
export function checkForm(
  fields: readonly FormFieldView[],
  given: FormValues,
  { before = {}, needed = ['open'] }: CheckOptions = {},
): FormCheck {
  const asked = askedFields(fields);
  const check: FormCheck = { values: {}, problems: [], hidden: [] };
  const keys = new Set(asked.map(({ key }) => key));
  for (const [key, value] of Object.entries({ ...former(fields, before), ...given })) {
    if (keys.has(key) || value === '') continue;
    if (value === textOf(before, key)) check.values[key] = value;
    else check.problems.push(valueProblem(key, 'unknown_field'));
  }
  for (const field of asked) {
    const text = textOf(given, field.key).trim();
    if (!isShown(field, asked, check.values)) {
      if (text !== '') check.hidden.push(field.key);
      continue;
    }
    const read = readValue(field, text, textOf(before, field.key));
    if ('problem' in read) check.problems.push(read.problem);
    else if (read.value !== '') check.values[field.key] = read.value;
    if ('value' in read && needed.some((stage) => stage === field.requiredAt)) {
      const fault = missing(field, read.value);
      if (fault) check.problems.push(valueProblem(field.key, fault));
    }
  }
  return check;
}

/** The fields to ask now, given what has been said. */
export function shownFields(fields: readonly FormFieldView[], values: FormValues): FormFieldView[] {
  const asked = askedFields(fields);
  const said: FormValues = {};
  return asked.filter((field) => {
    if (!isShown(field, asked, said)) return false;
    said[field.key] = textOf(values, field.key).trim();
    return true;
  });
}

/** What is asked of the customer, or of whoever speaks for them: not what colleagues find out. */
export const fieldsForCustomers = (fields: readonly FormFieldView[]): FormFieldView[] =>
  fields.filter(
    ({ customerVisible, archived, requiredAt }) => customerVisible && !archived && requiredAt !== 'resolve',
  );

/** Fields without which a case cannot be called solved, in the order of the form. */
export const missingToResolve = (fields: readonly FormFieldView[], values: FormValues): FormFieldView[] =>
  shownFields(fields, values).filter(
    (field) => field.requiredAt === 'resolve' && missing(field, textOf(values, field.key)) !== undefined,
  );

/**
 * A value as the form keeps it; empty: nothing was said.
 * @param before what the case says already, which stays good
 */
export function readValue(
  field: FormFieldView,
  text: string,
  before = '',
): { value: string } | { problem: ValueProblem } {
  const said = text.trim();
  if (said === '' || said === before) return { value: said };
  const limit = lengthOf(field);
  if (said.length > limit) return { problem: valueProblem(field.key, 'too_long', { limit }) };
  const value = READERS[field.type](said, field, before);
  if (value !== undefined) return { value };
  return { problem: valueProblem(field.key, FAULTS[field.type], { example: exampleOf(field) }) };
}

const FORMATS = Object.keys(FIELD_FORMATS) as FieldFormat[];

function exampleOf({ pattern }: FormFieldView): string | undefined {
  const format = FORMATS.find((each) => FIELD_FORMATS[each] === pattern);
  return format && FORMAT_EXAMPLES[format];
}

/** Characters that this field takes. */
export function lengthOf({ type, maxLength }: Pick<FormFieldView, 'type' | 'maxLength'>): number {
  if (type === 'text') return maxLength ?? FORM_LIMITS.usualTextLength;
  return type === 'long_text' ? (maxLength ?? FORM_LIMITS.usualLongTextLength) : FORM_LIMITS.longTextLength;
}

const FAULTS: Record<FormFieldView['type'], ValueFault> = {
  text: 'wrong_format',
  long_text: 'wrong_format',
  number: 'not_a_number',
  money: 'not_an_amount',
  date: 'not_a_date',
  select: 'not_a_choice',
  multi_select: 'not_a_choice',
  checkbox: 'neither_yes_nor_no',
};

/** Undefined: not a value of this type. What one gives, it takes again as it is. */
const READERS: Record<
  FormFieldView['type'],
  (said: string, field: FormFieldView, before: string) => string | undefined
> = {
  text: (said, { pattern }) => (pattern && !new RegExp(pattern).test(said) ? undefined : said),
  long_text: (said) => said,
  number: (said) => matching(/^-?\d{1,12}(\.\d{1,4})?$/, plain(said)),
  money: (said) => {
    const amount = matching(/^-?\d{1,12}(\.\d{1,2})?$/, plain(said));
    const [whole, decimals = ''] = amount?.split('.') ?? [];
    return whole === undefined ? undefined : `${whole}.${decimals.padEnd(2, '0')}`;
  },
  date: (said) => {
    const day = plain(said);
    return isDate(day) ? day : undefined;
  },
  select: (said, field, before) => (openChoices(field, before).includes(said) ? said : undefined),
  multi_select: (said, field, before) => {
    const chosen = choicesIn(said).map((choice) => choice.trim());
    const open = openChoices(field, before);
    if (chosen.length === 0 || chosen.some((choice) => !open.includes(choice))) return undefined;
    return open.filter((choice) => chosen.includes(choice)).join(',');
  },
  checkbox: (said) => (said === 'yes' || said === 'no' ? said : undefined),
};

/** What one may choose: what is offered, and what the case has already. */
function openChoices({ options = [] }: FormFieldView, before: string): string[] {
  const held = choicesIn(before);
  return options.filter(({ value, archived }) => !archived || held.includes(value)).map(({ value }) => value);
}

/** Full-width digits and commas between thousands are how people write; they are not what is kept. */
const plain = (said: string): string => said.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');

const matching = (pattern: RegExp, said: string): string | undefined => (pattern.test(said) ? said : undefined);

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const parsed = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value);
}

const askedFields = (fields: readonly FormFieldView[]): FormFieldView[] => fields.filter(({ archived }) => !archived);

/** @param said values of the fields before it that are shown themselves */
function isShown({ showWhen }: FormFieldView, asked: readonly FormFieldView[], said: FormValues): boolean {
  if (!showWhen) return true;
  const decider = asked.find(({ key }) => key === showWhen.field);
  const value = decider && textOf(said, decider.key);
  if (decider === undefined || value === undefined) return false;
  if (decider.type === 'checkbox') return showWhen.is.includes(value || 'no');
  return choicesIn(value).some((choice) => showWhen.is.includes(choice));
}

function missing({ type }: FormFieldView, value: string): ValueFault | undefined {
  if (type === 'checkbox') return value === 'yes' ? undefined : 'not_ticked';
  return value === '' ? 'missing' : undefined;
}

/** What the case says in fields that are not asked any more. */
function former(fields: readonly FormFieldView[], values: FormValues): FormValues {
  const archived = new Set(fields.filter((field) => field.archived).map(({ key }) => key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => archived.has(key)));
}

const textOf = (values: FormValues, key: string): string => (Object.hasOwn(values, key) ? (values[key] ?? '') : '');
