import type { ArticleHit, ArticleSearchView } from '../../contract/index.js';
import { askWhileTyping } from './ask.js';
import { addressOf, make, marked } from './parts.js';

/** Makes a combobox of a search form (ARIA Authoring Practices, list autocomplete with manual selection). */
export function suggestInSearch(form: HTMLFormElement): void {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const { suggest = '', count = '', none = '', all = '', label = '' } = form.dataset;
  const list = make('ul', {
    id: 'suggestions',
    role: 'listbox',
    'aria-label': label,
    class: 'suggestions',
    hidden: '',
  });
  const status = make('p', { role: 'status', class: 'visually-hidden' });
  let options: HTMLElement[] = [];
  let active = -1;

  const typing = askWhileTyping(input, suggest, show);

  function set(name: string, value: string): void {
    input.setAttribute(`aria-${name}`, value);
  }

  function choose(index: number): void {
    active = index;
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', `${at === index}`);
    set('activedescendant', options[index]?.id ?? '');
    options[index]?.scrollIntoView({ block: 'nearest' });
  }

  function open(isOpen: boolean): void {
    list.hidden = !isOpen;
    set('expanded', `${isOpen}`);
    if (!isOpen) choose(-1);
  }

  function show(found: ArticleSearchView | undefined): void {
    options = found?.items.map((hit, index) => optionOf(hit, found, index)) ?? [];
    list.replaceChildren(...options);
    open(options.length > 0);
    status.textContent = !found
      ? ''
      : options.length
        ? `${count.replace('{count}', `${options.length}`)}, ${all}`
        : none;
  }

  function optionOf(hit: ArticleHit, found: ArticleSearchView, index: number): HTMLElement {
    const option = make(
      'li',
      { id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false', lang: hit.locale },
      make('b', {}, ...marked(hit.titleParts)),
      make('small', {}, ...marked(hit.snippetParts)),
    );
    option.dataset.url = addressOf(hit, found);
    return option;
  }

  function go(option: HTMLElement | undefined, event: MouseEvent | KeyboardEvent): void {
    const url = option?.dataset.url;
    if (!url) return;
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) window.open(url);
    else location.href = url;
  }

  input.type = 'text';
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
  ] as const)
    input.setAttribute(name, value);
  form.append(list, status);

  input.addEventListener('keydown', (event) => {
    const { key } = event;
    // 229: the key is the input method's. With Enter it commits what it composes, which sends no form (Safari would).
    if (event.isComposing || event.keyCode === 229) {
      if (key === 'Enter') event.preventDefault();
      return;
    }
    const last = options.length - 1;
    if (key === 'Escape' && !list.hidden) open(false);
    else if (key === 'ArrowDown' && last >= 0) {
      if (list.hidden) open(true);
      choose(active === last ? -1 : active + 1);
    } else if (key === 'ArrowUp' && last >= 0 && !list.hidden) choose(active < 0 ? last : active - 1);
    else if (key === 'Enter' && active >= 0) return go(options[active], event);
    else return;
    event.preventDefault();
  });
  // The field keeps the focus while one presses the mouse on the list.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) =>
    go((event.target as Element).closest<HTMLElement>('li') ?? undefined, event),
  );
  input.addEventListener('blur', () => open(false));
  input.addEventListener('focus', () => options.length > 0 && input.value && open(true));
  form.addEventListener('submit', () => {
    typing.stop();
    open(false);
  });
}
