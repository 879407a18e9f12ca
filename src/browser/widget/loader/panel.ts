import type { Locale } from '../../../contract/index.js';
import { type InitOptions, inkOn } from './options.js';
import { css } from './styles.js';
import { texts } from './texts.js';

export interface PanelState {
  open: boolean;
  /** The frame has answered. */
  ready: boolean;
  /** The frame has not answered in time. */
  failed: boolean;
  unread: number;
  locale: Locale;
}

/** Makes an element without markup, so that no text can become one, on pages that forbid markup from scripts as well. */
function make(tag: string, className: string, children: Node[] = [], onclick: (() => void) | null = null) {
  const node = document.createElement(tag);
  node.className = className;
  node.onclick = onclick;
  node.append(...children);
  return node;
}

/** The elements on the host page: launcher, panel, and what the panel shows until the frame is there. */
export function createPanel(options: InitOptions, toggle: () => void, close: () => void, retry: () => void) {
  const count = make('span', 'n');
  const launcher = make('button', 'l', [count], toggle);
  const status = make('p', '');
  const again = make('button', '', [], retry);
  const leave = make('button', 'z', [], close);
  const panel = make('div', 'p', [make('div', 'w', [status, again, leave])]);
  const root = make('div', '', options.launcher === false ? [panel] : [panel, launcher]);
  const host = make('div', '');
  const color = options.color || '#f3a72e';
  host.id = 'porchlight';
  host.style.cssText = `z-index:${options.zIndex || 2147483000};--c:${color};--i:${inkOn(color)}`;
  panel.setAttribute('role', 'dialog');
  status.setAttribute('role', 'status');
  leave.textContent = '✕';

  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(root);

  return {
    host,
    panel,
    launcher,
    leave,
    render({ open, ready, failed, unread, locale }: PanelState): void {
      const text = texts[locale];
      const label = (node: Element, name: string) => node.setAttribute('aria-label', name);
      root.className = `${options.position} ${open && 'o'} ${ready && 'r'}`;
      host.lang = locale;
      label(panel, text.panel);
      label(leave, text.close + text.panel);
      label(launcher, (open ? text.close : text.open) + text.panel + (unread ? ` ${unread}` : ''));
      launcher.setAttribute('aria-expanded', `${open}`);
      count.textContent = `${(!open && unread) || ''}`;
      status.textContent = failed ? text.slow : text.loading;
      again.hidden = !failed;
      again.textContent = text.retry;
    },
  };
}
