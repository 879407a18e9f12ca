import { type Envelope, type FrameMessage, type HostMessage, PROTOCOL } from '../protocol.js';
import { logoutNote } from './logout-note.js';
import { hold } from './mailbox.js';
import { chooseLocale, type InitOptions } from './options.js';
import { createPanel, type PanelState } from './panel.js';
import { PHONE } from './styles.js';
import { texts } from './texts.js';

const FRAME_PATIENCE_MS = 8_000;

export type WidgetEvent = 'ready' | 'open' | 'close' | 'unread';
export type OpenTopic = Omit<Extract<HostMessage, { type: 'open' }>, 'type'>;

/** One widget on one host page. Makes no request and no iframe until it is opened for the first time. */
export function createWidget(options: InitOptions, desk: string, emit: (event: WidgetEvent, value?: number) => void) {
  const phone = matchMedia(PHONE);
  const viewport = window.visualViewport;
  const page = document.documentElement;
  const listeners = new AbortController();
  const state: PanelState = {
    open: false,
    ready: false,
    failed: false,
    unread: 0,
    locale: chooseLocale(options.locale, page.lang, navigator.language),
  };
  /** What the frame has still to hear, and the identity, for a frame that is loaded anew. */
  let held: HostMessage[] = [];
  let frame: HTMLIFrameElement | undefined;
  let patience = 0;
  let before: Element | null;
  /** What the page's own was, while the panel is open. */
  let overflow: string | undefined;

  const { host, panel, launcher, leave, render } = createPanel(options, toggle, close, load);

  function show(change: Partial<PanelState>): void {
    render(Object.assign(state, change));
  }

  function send(message: HostMessage): void {
    frame?.contentWindow?.postMessage({ ...message, porchlight: PROTOCOL } satisfies Envelope<HostMessage>, desk);
  }

  function post(message: HostMessage): void {
    held = hold(held, message);
    if (state.ready) deliver([message]);
  }

  function deliver(messages: HostMessage[]): void {
    messages.map(send);
    held = held.filter(({ type }) => type === 'identify');
  }

  function load(): void {
    frame?.remove();
    show({ ready: false, failed: false });
    frame = document.createElement('iframe');
    frame.src = `${desk}/widget/frame?site=${encodeURIComponent(options.site)}&locale=${state.locale}&host=${encodeURIComponent(location.origin)}`;
    frame.title = texts[state.locale].panel;
    frame.allow = 'clipboard-write';
    panel.append(frame);
    clearTimeout(patience);
    patience = window.setTimeout(() => show({ failed: true }), FRAME_PATIENCE_MS);
  }

  function hear({ origin, source, data }: MessageEvent<Envelope<FrameMessage> | null>): void {
    if (origin !== desk || !frame || source !== frame.contentWindow || data?.porchlight !== PROTOCOL) return;
    if (data.type === 'close') close();
    if (data.type === 'unread') {
      show({ unread: data.count });
      emit('unread', data.count);
    }
    if (data.type === 'ready') {
      clearTimeout(patience);
      show({ ready: true });
      fit();
      deliver(held);
      logoutNote('removeItem');
      if (state.open) frame.focus();
    }
  }

  /**
   * On a phone the panel covers exactly what can be seen, so that the on-screen keyboard pushes it up instead of lying over
   * the composer, and the page behind does not scroll. Tells the frame as well.
   */
  function fit(): void {
    const full = state.open && phone.matches;
    panel.style.cssText = full && viewport ? `top:${viewport.offsetTop}px;height:${viewport.height}px` : '';
    panel.setAttribute('aria-modal', `${full}`);
    if (overflow !== undefined) page.style.overflow = full ? 'hidden' : overflow;
    if (state.ready)
      send({
        type: 'visibility',
        open: state.open,
        compact: phone.matches,
        color: options.color,
        page: location.pathname,
      });
  }

  function open(topic?: OpenTopic): void {
    if (topic) post({ ...topic, type: 'open' });
    if (state.open) return;
    before = document.activeElement;
    overflow = page.style.overflow;
    show({ open: true });
    if (!frame) load();
    (state.ready ? frame : leave)?.focus();
    fit();
    emit('open');
  }

  function close(): void {
    if (!state.open) return;
    show({ open: false });
    fit();
    overflow = undefined;
    (options.launcher === false ? (before as HTMLElement | null) : launcher)?.focus();
    emit('close');
  }

  function toggle(): void {
    if (state.open) close();
    else open();
  }

  function listen(target: EventTarget | null, type: string, listener: (event: never) => void): void {
    target?.addEventListener(type, listener as EventListener, { signal: listeners.signal });
  }

  show({});
  if (logoutNote('getItem')) post({ type: 'logout' });
  listen(window, 'message', hear);
  listen(window, 'keydown', ({ key }: KeyboardEvent) => key === 'Escape' && close());
  listen(phone, 'change', fit);
  listen(viewport, 'resize', fit);
  listen(viewport, 'scroll', fit);
  // Beside the body, which need not be there yet and which some pages replace.
  page.append(host);
  emit('ready');

  const relay = (type: 'identify' | 'trackEvent' | 'sendCard') => (value: object) =>
    post({ ...value, type } as HostMessage);

  return {
    identify: relay('identify'),
    trackEvent: relay('trackEvent'),
    sendCard: relay('sendCard'),
    open,
    close,
    toggle,
    logout(): void {
      if (!state.ready) logoutNote('setItem');
      post({ type: 'logout' });
    },
    setLocale(locale: string): void {
      show({ locale: chooseLocale(locale, '', '') });
      post({ type: 'setLocale', locale: state.locale });
    },
    destroy(): void {
      close();
      clearTimeout(patience);
      listeners.abort();
      host.remove();
    },
  };
}
