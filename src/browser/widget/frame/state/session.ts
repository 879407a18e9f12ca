import type { SessionState } from '../../../../contract/index.js';
import { type Connection, RequestError } from './connection.js';
import type { Keep } from './keep.js';
import type { Store } from './store.js';

/**
 * Who this browser is to the server. The key is kept in storage and shared by all tabs; what is kept beside it goes
 * when it ends, so that the next person at this browser finds nothing.
 */
export function createSession(store: Store, keep: Keep, connection: Connection, forget: (known: string[]) => void) {
  let token: string | undefined;
  let identifiedWith: string | undefined;
  let last: Promise<void> = Promise.resolve();
  /** The key this tab's socket goes by. */
  let current: string | undefined;

  /** One change of identity at a time: the next must not speak for a session that the last one has ended. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    last = last.then(work, work);
    return last;
  }

  function take(state: SessionState, keepLocals: boolean): void {
    const known = state.conversations.map(({ id }) => id);
    const { threads, locals, route } = store.get();
    const stays = keepLocals ? [...known, ...locals.map(({ id }) => id)] : known;
    current = state.session;
    keep.set('session', { key: state.session, identified: state.customer.identified });
    keep.set('site', state.site);
    store.set({
      site: state.site,
      desk: state.desk,
      customer: state.customer,
      conversations: [...state.conversations].sort((a, b) => b.lastActivityAt.localeCompare(a.lastActivityAt)),
      threads: Object.fromEntries(Object.entries(threads).filter(([id]) => known.includes(id))),
      route: route.screen === 'conversation' && !stays.includes(route.id) ? { screen: 'home' } : route,
    });
    forget(stays);
  }

  /** Nothing of the session stays here. */
  function drop(): void {
    keep.set('session', undefined);
    identifiedWith = undefined;
    store.set({
      customer: undefined,
      conversations: [],
      threads: {},
      route: { screen: 'home' },
      reading: [],
      resumed: false,
    });
    forget([]);
  }

  async function sendIdentity(): Promise<void> {
    if (!token || token === identifiedWith) return;
    const before = keep.get('session');
    const sent = token;
    try {
      const state = await connection.request('identify', { token: sent });
      identifiedWith = sent;
      take(state, state.session === before?.key || !before?.identified);
    } catch (error) {
      if (!(error instanceof RequestError) || error.isTemporary || error.code === 'session_ended') throw error;
      // The host page's token is no good: the customer stays a visitor, and the page's engineers can read why.
      identifiedWith = sent;
      console.warn(`porchlight: ${error.code}`);
    }
  }

  return {
    /** For the handshake. */
    key(): string | undefined {
      current = keep.get('session')?.key;
      return current;
    },
    sendIdentity,
    /** First after each connect. Gives false when another tab's session is to be used instead: then connect again. */
    async resume(): Promise<boolean> {
      const state = await connection.request('session.resume', {});
      const kept = keep.get('session');
      if (kept && kept.key !== current && kept.key !== state.session) return false;
      const isSame = state.session === kept?.key;
      if (!isSame) identifiedWith = undefined;
      take(state, isSame || !kept?.identified);
      await sendIdentity();
      return true;
    },
    identify(value: string): Promise<void> {
      token = value;
      return inTurn(async () => {
        if (store.get().resumed) await sendIdentity();
      });
    },
    logout(): Promise<void> {
      token = undefined;
      return inTurn(async () => {
        const state = await connection.request('logout', {}).catch(() => undefined);
        drop();
        if (state) {
          take(state, false);
          store.set({ resumed: true });
        } else connection.reconnect();
      });
    },
    /** The server or another tab has ended it. */
    ended(): void {
      drop();
      connection.reconnect();
    },
    /** Another tab has changed the key. */
    changedElsewhere(): void {
      const kept = keep.get('session');
      if (kept?.key === current) return;
      if (!kept) store.set({ conversations: [], threads: {}, route: { screen: 'home' } });
      connection.reconnect();
    },
  };
}

export type Session = ReturnType<typeof createSession>;
