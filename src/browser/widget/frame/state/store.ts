import type { CustomerConversationView, CustomerView, DeskView, Locale, SiteView } from '../../../../contract/index.js';
import type { OutboxItem } from '../logic/outbox-items.js';
import type { Thread } from '../logic/thread.js';

/** A conversation that is still to be started on the server: begun here, perhaps without a connection. */
export interface LocalConversation {
  /** Becomes the `clientConversationId`. */
  id: string;
  category?: CustomerConversationView['category'];
  followUpOf?: string;
  /** What led to it. */
  from?: 'article' | 'search';
}

/** An article that is open above the screen. */
export interface ReadingStop {
  slug: string;
  /** Set when an answer of the bot led to it. */
  bot?: boolean;
  /** The search that led to it, and what was asked. */
  searchId?: string;
  question?: string;
  /** How far it was read, in CSS pixels. */
  top?: number;
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
  /** Whether who comes now is served. */
  desk?: DeskView;
  /** A conversation whose customer has asked for a call before it was a case. */
  asksCall?: string;
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
  /** Articles above that screen, the one on top last; the others are the way back. */
  reading: ReadingStop[];
  /** Conversations in which 转人工 was pressed and the server does not know yet. */
  wantsPerson: string[];
  /** A conversation that goes to a person with its next message. */
  asksPerson?: string;
  /** Path of the host page. */
  page?: string;
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
