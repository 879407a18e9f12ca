import { type FormFieldView, type FormValues, shownFields } from '../../contract/index.js';

/** Shows of a form what is asked as the answers stand; what is not asked is not sent. */
function askWhatApplies(form: HTMLFormElement): void {
  const fields: FormFieldView[] = JSON.parse(form.dataset.asked ?? '[]');
  const parts = new Map(
    [...form.querySelectorAll<HTMLElement>('[data-field]')].map((part) => [part.dataset.field, part]),
  );

  function said(): FormValues {
    const data = new FormData(form);
    return Object.fromEntries(fields.map(({ key }) => [key, data.getAll(`form.${key}`).join(',')]));
  }

  function apply(): void {
    // What is out of sight still says what it said, should it be asked again.
    for (const control of controlsOf(form)) control.disabled = false;
    const shown = new Set(shownFields(fields, said()).map(({ key }) => key));
    for (const { key, type, showWhen } of fields) {
      const part = parts.get(key);
      if (!part) continue;
      part.hidden = !shown.has(key);
      for (const control of controlsOf(part)) {
        control.disabled = part.hidden;
        if (showWhen && type !== 'multi_select') control.required = part.dataset.required !== undefined;
      }
    }
  }

  for (const hint of form.querySelectorAll('[data-when]')) hint.remove();
  form.addEventListener('change', apply);
  apply();
}

const controlsOf = (part: HTMLElement) => part.querySelectorAll<HTMLInputElement>('[name^="form."]');

const form = document.querySelector<HTMLFormElement>('form[data-asked]');
if (form) {
  askWhatApplies(form);
  // Who has scripts sees the articles while they write, and is not stopped for them.
  const seen = form.elements.namedItem('seen') as HTMLInputElement;
  if (form.dataset.suggest !== undefined) seen.value = '1';
}
