import type { ArticleSearchView } from '../../contract/index.js';
import { askWhileTyping } from './ask.js';
import { addressOf, make, marked } from './parts.js';

type Widget = ((...command: unknown[]) => void) & { q?: unknown[][] };

/** A page on which somebody asks for a person: articles for what they write, below it; and the widget, to which their words go along. */
export function helpToAsk(form: HTMLFormElement): void {
  const { suggest = '', count = '', none = '', field = 'q', aside } = form.dataset;
  const question = form.elements.namedItem(field) as HTMLTextAreaElement;
  // Beside a form that is half filled in.
  const tab: Record<string, string> = aside === undefined ? {} : { target: '_blank', rel: 'noopener' };
  const find = <Kind extends HTMLElement>(selector: string) => document.querySelector<Kind>(selector);
  const answers = find('[data-answers]');
  const list = answers?.querySelector('ul');
  const status = find('[data-status]');
  const chat = find<HTMLButtonElement>('[data-site]');
  if (!answers || !list || !status) return;

  const typing = askWhileTyping(question, suggest, show);

  function show(found: ArticleSearchView | undefined): void {
    const items = found?.items ?? [];
    list?.replaceChildren(
      ...items.map((hit) =>
        make(
          'li',
          { lang: hit.locale },
          make(
            'h2',
            {},
            make('a', { href: addressOf(hit, found as ArticleSearchView), ...tab }, ...marked(hit.titleParts)),
          ),
          make('p', {}, ...marked(hit.snippetParts)),
        ),
      ),
    );
    if (answers) answers.hidden = items.length === 0;
    if (status) status.textContent = !found ? '' : items.length ? count.replace('{count}', `${items.length}`) : none;
  }

  form.addEventListener('submit', typing.stop);
  if (!chat) return;
  chat.hidden = false;
  find('[data-without-script]')?.remove();
  chat.addEventListener('click', () => openWidget(chat, question.value.trim()));
}

/** Asks for the loader when somebody wants it, and not before. */
function openWidget({ dataset: { site, color } }: HTMLElement, message: string): void {
  const page = window as { porchlight?: Widget };
  if (!page.porchlight) {
    const queued: unknown[][] = [];
    page.porchlight = Object.assign((...command: unknown[]) => void queued.push(command), { q: queued });
    page.porchlight('init', { site, color, launcher: false });
    document.head.append(make('script', { src: '/widget/loader.js' }));
  }
  page.porchlight('open', message ? { message } : undefined);
}
