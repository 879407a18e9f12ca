import type { LocalizedText } from './enums.js';
import { FORM_LIMITS, type FormFieldSettings, type FormFieldView, isChoice } from './forms.js';

const FIXES = {
  label_blank: ['请用中英文填写名称', 'give it a name in both languages'],
  key_malformed: [
    '标识为 1 到 40 个小写字母、数字或 _，以字母开头',
    'write 1 to 40 small letters, digits or _, a letter first',
  ],
  key_taken: ['已有字段使用这个标识', 'another field has it'],
  type_fixed: ['已保存的字段不能改变类型，请另加一个', 'a saved field keeps its type; add another field'],
  options_missing: ['请至少填写一个选项，中英文都要有', 'a choice needs options, named in both languages'],
  options_superfluous: ['只有单选和多选有选项', 'only a choice has options'],
  option_twice: ['两个选项的值相同', 'two have the same value'],
  length_superfluous: ['只有文字有字数限制', 'only a text has a length'],
  length_out_of_range: ['字数超出范围', 'the length is out of range'],
  format_superfluous: ['只有单行文字有格式', 'only a text of one line has a format'],
  currency_missing: ['请选择币种', 'choose a currency'],
  currency_superfluous: ['只有金额有币种', 'only an amount of money has a currency'],
  condition_not_before: [
    '条件只能取决于排在它前面的字段：请移动其中一个，或改选条件',
    'it can only hang on a field before it; move one of the two, or choose another',
  ],
  condition_of_words: [
    '条件只能取决于单选、多选或勾选字段',
    'it can only hang on a choice or a box to tick; choose another field',
  ],
  condition_empty: ['请选择在哪些回答下显示', 'choose the answers with which it is asked'],
  condition_unknown_answer: ['条件中的回答不在选项里', 'it names an answer that the field does not have'],
  condition_out_of_sight: [
    '它取决于客户看不到的字段：请让那个字段对客户可见，或让这个字段不可见',
    'customers do not see the field it hangs on; let them see that one, or hide this one as well',
  ],
  too_many: ['字段过多，请移除一些', 'there are too many fields; remove some'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type FormFaultCode = keyof typeof FIXES;

/** What is wrong with the definition of a form: `form.<place>.<part>`, a stable code, and the way out. */
export interface FormFault {
  path: string;
  code: FormFaultCode;
  fix: LocalizedText;
}

const KEY = /^[a-z][a-z0-9_]{0,39}$/;
export const isFieldKey = (key: string): boolean => KEY.test(key);

/** @param saved what the form has already, archived fields included */
export function formFaults(wanted: readonly FormFieldSettings[], saved: readonly FormFieldView[] = []): FormFault[] {
  const faults = wanted.flatMap((field, place) =>
    [...faultsOf(field, wanted.slice(0, place), saved)].map(([part, code]) => fault(`form.${place}.${part}`, code)),
  );
  const left = saved.filter(({ key }) => !wanted.some((field) => field.key === key));
  const isTooLong = wanted.length > FORM_LIMITS.fields || wanted.length + left.length > FORM_LIMITS.allFields;
  return isTooLong ? [...faults, fault('form', 'too_many')] : faults;
}

type Found = [part: string, code: FormFaultCode];

function* faultsOf(
  field: FormFieldSettings,
  earlier: readonly FormFieldSettings[],
  saved: readonly FormFieldView[],
): Iterable<Found> {
  const { key, type, label, format, currency } = field;
  if (isBlank(label)) yield ['label', 'label_blank'];
  if (!isFieldKey(key)) yield ['key', 'key_malformed'];
  if (earlier.some((other) => other.key === key)) yield ['key', 'key_taken'];
  if (saved.some((other) => other.key === key && other.type !== type)) yield ['type', 'type_fixed'];
  yield* optionFaults(field);
  yield* lengthFaults(field);
  if (type !== 'text' && format !== undefined) yield ['format', 'format_superfluous'];
  if (type === 'money' && currency === undefined) yield ['currency', 'currency_missing'];
  if (type !== 'money' && currency !== undefined) yield ['currency', 'currency_superfluous'];
  yield* conditionFaults(field, earlier, saved);
}

function* optionFaults(field: FormFieldSettings): Iterable<Found> {
  const { options = [] } = field;
  if (!isChoice(field)) {
    if (options.length > 0) yield ['options', 'options_superfluous'];
    return;
  }
  if (options.length === 0 || options.some(({ label }) => isBlank(label))) yield ['options', 'options_missing'];
  if (new Set(options.map(({ value }) => value)).size < options.length) yield ['options', 'option_twice'];
}

function* lengthFaults({ type, maxLength }: FormFieldSettings): Iterable<Found> {
  if (maxLength === undefined) return;
  if (type !== 'text' && type !== 'long_text') yield ['maxLength', 'length_superfluous'];
  else if (maxLength < 1 || maxLength > (type === 'text' ? FORM_LIMITS.textLength : FORM_LIMITS.longTextLength))
    yield ['maxLength', 'length_out_of_range'];
}

function* conditionFaults(
  { showWhen, customerVisible }: FormFieldSettings,
  earlier: readonly FormFieldSettings[],
  saved: readonly FormFieldView[],
): Iterable<Found> {
  if (!showWhen) return;
  const decider = earlier.find(({ key }) => key === showWhen.field);
  if (!decider) return yield ['showWhen', 'condition_not_before'];
  if (!isChoice(decider) && decider.type !== 'checkbox') return yield ['showWhen', 'condition_of_words'];
  if (showWhen.is.length === 0) yield ['showWhen', 'condition_empty'];
  // Cases may still say what cannot be chosen any more.
  const former = saved.find(({ key }) => key === decider.key)?.options ?? [];
  const answers = isChoice(decider) ? [...(decider.options ?? []), ...former].map(({ value }) => value) : ['yes', 'no'];
  if (showWhen.is.some((answer) => !answers.includes(answer))) yield ['showWhen', 'condition_unknown_answer'];
  if (customerVisible && !decider.customerVisible) yield ['showWhen', 'condition_out_of_sight'];
}

const isBlank = (text: LocalizedText): boolean => text['zh-CN'].trim() === '' || text.en.trim() === '';

function fault(path: string, code: FormFaultCode): FormFault {
  const [zh, en] = FIXES[code];
  return { path, code, fix: { 'zh-CN': zh, en } };
}
