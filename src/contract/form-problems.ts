import type { LocalizedText } from './enums.js';

/** Why a value is not taken, with the way out. `{limit}` is the number of characters, `{example}` one that fits. */
const FIXES = {
  missing: ['请填写', 'is required'],
  not_ticked: ['请勾选', 'has to be ticked'],
  too_long: ['最多 {limit} 个字符', 'must have {limit} characters at most'],
  wrong_format: ['格式不对，例如 {example}', 'does not look right, it is written like {example}'],
  not_a_number: ['请填写数字，例如 128.5', 'must be a number'],
  not_an_amount: ['请填写金额，最多两位小数，例如 128.50', 'must be an amount with two decimals at most, e.g. 128.50'],
  not_a_date: ['请填写日期，例如 2026-11-20', 'must be a date like 2026-11-20'],
  not_a_choice: ['请从选项中选择', 'is not one of the choices'],
  neither_yes_nor_no: ['请选择是或否', 'must be yes or no'],
  unknown_field: ['这个表单没有这一项', 'this form has no such field'],
  not_asked: ['按其他几项的回答，这一项不用填写', 'is not asked, as the other answers stand'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export const VALUE_FAULTS = Object.keys(FIXES) as [ValueFault, ...ValueFault[]];
export type ValueFault = keyof typeof FIXES;

/** What is wrong with one value of a form. */
export interface ValueProblem {
  /** Of the field. */
  key: string;
  code: ValueFault;
  fix: LocalizedText;
}

export function valueProblem(
  key: string,
  code: ValueFault,
  { limit, example = '' }: { limit?: number; example?: string } = {},
): ValueProblem {
  const [zh, en] = FIXES[code].map((text) => text.replace('{limit}', String(limit)).replace('{example}', example));
  return { key, code, fix: { 'zh-CN': zh as string, en: en as string } };
}
