import type { FormFieldView, LocalizedText } from '../../../../contract/index.js';

/** How a form differs from the one before it, by the labels of its fields. */
export interface FormChanges {
  added: LocalizedText[];
  removed: LocalizedText[];
  changed: LocalizedText[];
  /** The same fields in another order. */
  moved: boolean;
}

export function formChanges(before: readonly FormFieldView[], after: readonly FormFieldView[]): FormChanges {
  const [was, is] = [before, after].map((form) => form.filter(({ archived }) => !archived)) as [
    FormFieldView[],
    FormFieldView[],
  ];
  const former = (key: string) => was.find((field) => field.key === key);
  const kept = is.filter(({ key }) => former(key));
  const labels = (fields: FormFieldView[]) => fields.map(({ label }) => label);
  const order = (fields: FormFieldView[]) => fields.map(({ key }) => key).join();
  return {
    added: labels(is.filter(({ key }) => !former(key))),
    removed: labels(was.filter(({ key }) => !is.some((field) => field.key === key))),
    changed: labels(kept.filter((field) => JSON.stringify(field) !== JSON.stringify(former(field.key)))),
    moved: order(kept) !== order(was.filter(({ key }) => kept.some((field) => field.key === key))),
  };
}
