import {
  type AskedField,
  type CategoryView,
  type FormFieldView,
  fieldsForCustomers,
  type Locale,
  readValue,
  shownFields,
} from '../../contract/index.js';
import { fold } from '../../platform/search/index.js';
import { isNumber } from '../look-ups/host/host-look-up.js';
import { chosen, optionReplies } from './replies-of.js';
import type { DialogueState } from './situation.js';

/** More than this, and the questions stand between the customer and the person they wait for. */
const MOST_FIELDS = 3;
const SKIPS = /^(跳过|跳過|略过|不填|没有|不知道|不清楚|skip|none|no idea|i don'?t know|n\/?a)$/i;

export const fieldQuestion = (key: string): string => `field:${key}`;

/** Of the sub-category as far as it is known, what the form asks of the customer as their answers stand; empty: nothing. */
export function formOf(
  categories: readonly CategoryView[],
  { category, subCategory, form }: DialogueState,
): FormFieldView[] {
  const sub = categories.find(({ key }) => key === category)?.subCategories.find(({ key }) => key === subCategory);
  return shownFields(fieldsForCustomers(sub?.form ?? []), form);
}

/** The next field to ask for: those that must be filled first, each once, a few in all. */
export function nextField(fields: readonly FormFieldView[], { form, asked }: DialogueState): FormFieldView | undefined {
  const isAsked = ({ key }: FormFieldView) => asked.includes(fieldQuestion(key));
  if (asked.filter((question) => question.startsWith(fieldQuestion(''))).length >= MOST_FIELDS) return undefined;
  const open = fields.filter((field) => !isAsked(field) && form[field.key] === undefined);
  return open.find(({ requiredAt }) => requiredAt === 'open') ?? open[0];
}

export const askedField = ({ key, label, type, format, requiredAt }: FormFieldView, locale: Locale): AskedField => ({
  key,
  label: label[locale],
  type,
  ...(format && { format }),
  required: requiredAt === 'open',
});

const plain = (text: string): string =>
  fold(text)
    .trim()
    .replace(/[。.!！]+$/, '');

export const skips = (text: string): boolean => SKIPS.test(plain(text));

/** Whether the customer goes past this question. To yes or no, 没有 is an answer. */
export const skipsField = (field: FormFieldView, text: string): boolean =>
  skips(text) && !(field.type === 'checkbox' && NO.test(plain(text)));

/** Any words are an answer to it. */
export const isFree = ({ type, format }: FormFieldView): boolean =>
  format === undefined && (type === 'text' || type === 'long_text');

/** The value of a message that can hardly be anything but the answer to this question; of free text nothing is. */
export function valueAlone(field: FormFieldView, text: string, locale: Locale): string | undefined {
  if (isFree(field)) return undefined;
  if (field.format) return valueFor(field, text, locale);
  const read = readValue(field, chosen(optionReplies(field, locale), text) ?? text.normalize('NFKC').trim());
  return 'value' in read && read.value !== '' ? read.value : undefined;
}

/** The value that a message gives this field, as the form keeps it; undefined when none of its words fits. */
export function valueFor(field: FormFieldView, text: string, locale: Locale): string | undefined {
  for (const candidate of candidates(field, text.normalize('NFKC').trim(), locale)) {
    const read = readValue(field, candidate);
    if ('value' in read && read.value !== '') return read.value;
  }
  return undefined;
}

/** A number that a message which answered no question is made of, such as the order's. Digits alone may be a card's. */
export function numberFor(field: FormFieldView, text: string): string | undefined {
  const said = text.normalize('NFKC').trim();
  const fits = field.format === 'identifier' && isNumber(said) && 'value' in readValue(field, said);
  return fits ? said : undefined;
}

function candidates(field: FormFieldView, text: string, locale: Locale): string[] {
  const named = namedChoices(field, text, locale);
  switch (field.type) {
    case 'select':
      return [text, ...(named.length === 1 ? named : [])];
    case 'multi_select':
      return [text, named.join(',')];
    case 'checkbox':
      return [YES.test(plain(text)) ? 'yes' : NO.test(plain(text)) ? 'no' : text];
    case 'date':
      return [text, ...datesIn(text)];
    case 'number':
      return [text, ...(ungrouped(text).match(/-?\d{1,12}(\.\d{1,4})?/) ?? [])];
    case 'money':
      return [text, ...(ungrouped(text).match(AMOUNT) ?? [])];
    default:
      return field.format ? [text, ...marks(text)] : [text];
  }
}

const YES = /^(是|是的|对|对的|有|有的|好|好的|可以|同意|确认|嗯|yes|y|yep|yeah|ok|okay|sure)$/;
const NO = /^(否|不|不是|不是的|没|没有|没有的|不同意|no|n|nope|not)$/;
/** Not 1.2 of 1.2 万. */
const AMOUNT = /(?<![\d.])-?\d{1,12}(\.\d{1,2})?(?![\d.]|\s*[万萬千亿百kw])/i;

const ungrouped = (text: string): string => text.replace(/(?<=\d),(?=\d{3})/g, '');

/** The choices whose names stand in the text; 手机 is not named by 苹果手机. */
function namedChoices({ options = [] }: FormFieldView, text: string, locale: Locale): string[] {
  let said = fold(text);
  const byLength = options
    .filter(({ archived }) => !archived)
    .map(({ value, label }) => ({ value, name: fold(label[locale]) }))
    .sort((left, right) => right.name.length - left.name.length);
  return byLength.flatMap(({ value, name }) => {
    if (name === '' || !said.includes(name)) return [];
    said = said.replaceAll(name, ' ');
    return [value];
  });
}

/** 订单号是 A1024，谢谢: the number is one of the words. */
const marks = (text: string): string[] =>
  text
    .split(/[^\w.@:/?&=%+#~-]+/u)
    .filter((word) => /\d|@|:\/\//.test(word))
    .sort((left, right) => right.length - left.length);

function datesIn(text: string): string[] {
  const found = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/.exec(text);
  return found ? [`${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`] : [];
}
