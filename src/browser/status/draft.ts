const NEARLY_FULL = 200;

/** What is typed stays in this tab until it has been sent; how much room is left is told when little is. */
export function keepDraft(form: HTMLFormElement): void {
  const field = form.elements.namedItem('body') as HTMLTextAreaElement;
  const status = form.querySelector('[data-status]');
  const { kept = '', left = '' } = form.dataset;
  const name = nameOf(form.closest<HTMLElement>('[data-case]')?.dataset.case);
  const store = storage();
  const wasSent = new URLSearchParams(location.search).get('said') === 'replied';
  if (wasSent) store?.removeItem(name);
  const draft = store?.getItem(name);
  if (draft && !field.value) {
    field.value = draft;
    if (status) status.textContent = kept;
  }
  field.addEventListener('input', () => {
    if (field.value) store?.setItem(name, field.value);
    else store?.removeItem(name);
    const room = field.maxLength - field.value.length;
    if (status) status.textContent = room < NEARLY_FULL ? left.replace('{count}', `${room}`) : '';
  });
}

/** What was typed has become a case. */
export const forgetDraft = (of: string): void => storage()?.removeItem(nameOf(of));

const nameOf = (of = '') => `porchlight status ${of}`;

/** Undefined where the browser allows none. */
function storage(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
