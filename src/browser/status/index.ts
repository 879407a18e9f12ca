import { forgetDraft, keepDraft } from './draft.js';
import { checkFiles } from './files.js';

const form = document.querySelector<HTMLFormElement>('form[data-reply]');
if (form) {
  keepDraft(form);
  checkFiles(form);
}

const sent = document.querySelector<HTMLElement>('[data-sent]')?.dataset.sent;
if (sent) forgetDraft(sent);

/** A second press of a button that has sent its form does nothing. */
for (const each of document.querySelectorAll('form'))
  each.addEventListener('submit', (event) => {
    if (each.dataset.sent) event.preventDefault();
    each.dataset.sent = 'true';
    const { sending } = each.dataset;
    const status = each.querySelector('[data-status]');
    if (sending && status) status.textContent = sending;
  });

/** Back in the page as the browser kept it, everything can be sent again. */
addEventListener('pageshow', () => {
  for (const each of document.querySelectorAll('form')) delete each.dataset.sent;
});
