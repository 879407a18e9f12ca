import {
  type CheckOptions,
  checkForm,
  type FormFieldView,
  type FormValues,
  type LeftOutView,
  valueProblem,
} from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';

/** Values of which nothing is refused: what the form takes, and by name what it does not. */
export interface Filling {
  values: FormValues;
  leftOut: LeftOutView[];
}

const MOST_ERRORS = 20;

/** @throws DeskError `invalid_input` naming every wrong field as `form.<key>` */
export function strictForm(fields: readonly FormFieldView[], given: FormValues, options?: CheckOptions): FormValues {
  const { values, problems } = checkForm(fields, given, options);
  const errors = problems.map(({ key, fix }) => ({ path: `form.${key}`, message: fix.en }));
  if (errors.length > 0) throw new DeskError('invalid_input', { errors: errors.slice(0, MOST_ERRORS) });
  return values;
}

/** What was filled in by another version of the form, or by somebody who is not to be kept from a person. */
export function lenientForm(fields: readonly FormFieldView[], given: FormValues, before: FormValues = {}): Filling {
  const { values, problems, hidden } = checkForm(fields, given, { before, needed: [] });
  const faults = [...problems, ...hidden.map((key) => valueProblem(key, 'not_asked'))];
  const leftOut = faults.flatMap(({ key, code }): LeftOutView[] => {
    const label = fields.find((field) => field.key === key)?.label ?? { 'zh-CN': key, en: key };
    const value = given[key] ?? '';
    return value === '' ? [] : [{ key, label, value, code }];
  });
  return { values, leftOut };
}
