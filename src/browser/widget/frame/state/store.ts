import type { CustomerConversationView, CustomerView, Locale, SiteView } from '../../../../contract/index.js';
import type { OutboxItem } from '../logic/outbox-items.js';
import type { Thread } from '../logic/thread.js';

/** A conversation that is still to be started on the server: begun here, perhaps without a connection. */
export interface LocalConversation {
  /** Becomes the `clientConversationId`. */
  id: string;
  category?: CustomerConversationView['category'];
  followUpOf?: string;
}

/** `visit` counts up with each navigation; it stays when a conversation on screen gets its id from the server. */
export type Route = { screen: 'home' } | { screen: 'conversation'; id: string; visit: number };

export interface Notice {
  text: string;
  retry?: () => void;
}

export interface State {
  locale: Locale;
  /** What the host page asks for; the site's own colour otherwise. */
  color?: string;
  site?: SiteView;
  customer?: CustomerView;
  connection: 'connecting' | 'online' | 'offline';
  /** Conversations are those of the server as far as a session has been resumed. */
  resumed: boolean;
  conversations: CustomerConversationView[];
  locals: LocalConversation[];
  threads: Record<string, Thread>;
  outbox: OutboxItem[];
  /** Who is writing, and until when that is believed (milliseconds since the epoch). */
  typing: Record<string, { name: string; until: number } | undefined>;
  route: Route;
  /** The host page shows the panel. */
  open: boolean;
  /** The panel covers a phone's screen. */
  compact: boolean;
  notice?: Notice;
}

export interface Store {
  get(): State;
  set(change: Partial<State>): void;
  subscribe(listener: () => void): () => void;
}

/** Holds the one state of the panel; listeners are told after each change. */
export function createStore(initial: State): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
