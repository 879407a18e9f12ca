import { suggestInSearch } from './combobox.js';
import { helpToAsk } from './contact.js';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-suggest]')) {
  if (form.classList.contains('search')) suggestInSearch(form);
  else helpToAsk(form);
}
