import { type Card, LOCALES, type Locale } from '../../../../contract/index.js';
import { type Envelope, type FrameMessage, type HostMessage, PROTOCOL, type Step } from '../../protocol.js';

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isCard(value: unknown): value is Card {
  const card = value as Card | undefined;
  return isText(card?.id) && isText(card.title) && Array.isArray(card.fields);
}

/**
 * What a host page's message says; undefined for what is not ours or does not make sense. Fields of a card and lengths
 * are the server's to check.
 */
function readHostMessage(data: unknown): HostMessage | undefined {
  const message = data as Envelope<HostMessage> | null;
  if (message?.porchlight !== PROTOCOL) return undefined;
  const isSensible: Record<HostMessage['type'], (said: never) => boolean> = {
    visibility: () => true,
    logout: () => true,
    identify: ({ token }: { token: unknown }) => isText(token),
    open: ({ message: words }: { message: unknown }) => words === undefined || isText(words),
    setLocale: ({ locale }: { locale: Locale }) => LOCALES.includes(locale),
    trackEvent: ({ page, action }: Step) => isText(page) && isText(action),
    sendCard: ({ card }: { card: unknown }) => isCard(card),
  };
  return Object.hasOwn(isSensible, message.type) && isSensible[message.type](message as never) ? message : undefined;
}

/** The line to the host page: only its window, only its origin, both ways. */
export function connectHost(origin: string, onMessage: (message: HostMessage) => void) {
  const host = window.parent;
  const isEmbedded = host !== window && /^https?:\/\//.test(origin);
  addEventListener('message', (event) => {
    if (!isEmbedded || event.source !== host || event.origin !== origin) return;
    const message = readHostMessage(event.data);
    if (message) onMessage(message);
  });
  return {
    isEmbedded,
    send(message: FrameMessage): void {
      const envelope: Envelope<FrameMessage> = { ...message, porchlight: PROTOCOL };
      if (isEmbedded) host.postMessage(envelope, origin);
    },
  };
}
