import { CATEGORIES, type Card, type CategoryKey, type Locale, type SiteView } from '../../../../contract/index.js';
import type { HostMessage } from '../../protocol.js';
import { isColor } from '../logic/accent.js';
import type { OutboxItem } from '../logic/outbox-items.js';
import { texts } from '../texts/index.js';
import { createCaseVerbs } from './case-verbs.js';
import { createConnection, RequestError } from './connection.js';
import { createDrafts } from './drafts.js';
import { connectHost } from './host.js';
import { fetchSite, searchArticles } from './http.js';
import { createKeep } from './keep.js';
import { createOutbox } from './outbox.js';
import { createSession } from './session.js';
import { createSteps } from './steps.js';
import { createStore } from './store.js';
import { createSync } from './sync.js';
import { upload } from './upload.js';

const RESUME_AGAIN_MS = 2_000;

/** Puts the panel together: one store, one socket, and the verbs that the screens use. */
export function createDesk(site: string, locale: Locale, hostOrigin: string) {
  const keep = createKeep(site);
  const drafts = createDrafts(keep);
  let visits = 0;

  const host = connectHost(hostOrigin, hear);
  const store = createStore({
    locale,
    site: keep.get('site'),
    connection: 'connecting',
    resumed: false,
    conversations: [],
    locals: keep.get('locals') ?? [],
    threads: {},
    outbox: keep.get('outbox') ?? [],
    typing: {},
    route: { screen: 'home' },
    open: !host.isEmbedded,
    compact: !host.isEmbedded && matchMedia('(max-width: 480px)').matches,
  });

  const connection = createConnection({
    handshake: () => {
      const key = session.key();
      return {
        site,
        locale: store.get().locale,
        ...(key && { session: key }),
        ...(host.isEmbedded && { host: hostOrigin }),
      };
    },
    onConnect: () => void resume(),
    onDisconnect: () => store.set({ connection: 'offline', resumed: false }),
    onRefused: (problem) => {
      if (problem?.code === 'session_ended') session.ended();
      else if (problem) store.set({ notice: { text: problem.title } });
    },
  });

  const outbox = createOutbox(store, keep, connection, {
    onStarted: (view) => sync.takeStarted(view),
    onAcknowledged: (id, entry) => sync.takeEntry(id, entry),
    onMoved(from, to) {
      const { route } = store.get();
      drafts.move(from, to);
      if (route.screen === 'conversation' && route.id === from) store.set({ route: { ...route, id: to } });
    },
  });
  const session = createSession(store, keep, connection, (known) => {
    outbox.forget(known);
    drafts.keepOnly(known);
  });
  const steps = createSteps(store, connection);
  const sync = createSync(store, connection, (ids) => outbox.settle(ids));

  connection.on('session.ended', () => session.ended());
  connection.on('pushes.missed', () => void resume());
  keep.onChange((name) => {
    if (name === 'session') session.changedElsewhere();
    if (name === 'outbox' || name === 'locals') outbox.reload();
  });

  /** After each connect, and whenever pushes may be missing, in this order: who am I, who does the page say I am, what have I missed, what is unsent. */
  async function resume(): Promise<void> {
    try {
      if (!(await session.resume())) {
        connection.reconnect();
        return;
      }
      store.set({ connection: 'online', resumed: true, notice: undefined });
      await session.sendIdentity();
      sync.catchUpAll();
      outbox.flushAll();
      void quietly(steps.send());
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (error.code === 'session_ended') session.ended();
      else if (connection.isConnected) setTimeout(() => connection.isConnected && void resume(), RESUME_AGAIN_MS);
    }
  }

  function hear(message: HostMessage): void {
    if (message.type === 'visibility') {
      const { color, open, compact } = message;
      store.set({ open, compact, color: isColor(color) ? color : undefined });
    } else if (message.type === 'identify') void quietly(session.identify(message.token));
    else if (message.type === 'logout') void quietly(session.logout());
    else if (message.type === 'setLocale') setLocale(message.locale);
    else if (message.type === 'sendCard') sendCard(message.card);
    else if (message.type === 'trackEvent') void quietly(steps.add(message));
    else if (message.type === 'open' && (message.category || message.message)) {
      const id = startTopic(CATEGORIES.find((each) => each === message.category));
      if (message.message) drafts.set(id, message.message);
      goTo(id);
    }
  }

  /** The reader's part of an error; a session that has ended elsewhere begins anew. */
  function explain(error: unknown): string {
    if (!(error instanceof RequestError)) throw error;
    if (error.code === 'session_ended') session.ended();
    const { notDone, offlineHint } = texts[store.get().locale];
    if (error.code === 'offline') return offlineHint;
    return [error.problem?.title, error.problem?.detail].filter(Boolean).join(' ') || notDone;
  }

  /** Without a connection nothing is lost: it is done again after the next one. */
  async function quietly(work: Promise<unknown>): Promise<void> {
    await work.catch(explain);
  }

  /** Does what the customer asked for; says so when it did not work, with the way to try again. True when it did. */
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      store.set({ notice: undefined });
      await work();
      return true;
    } catch (error) {
      store.set({ notice: { text: explain(error), retry: () => void attempt(work) } });
      return false;
    }
  }

  function goHome(): void {
    store.set({ route: { screen: 'home' }, notice: undefined });
  }

  function goTo(id: string): void {
    visits += 1;
    store.set({ route: { screen: 'conversation', id, visit: visits }, notice: undefined });
    const { threads, resumed, conversations } = store.get();
    if (resumed && !threads[id] && conversations.some((each) => each.id === id)) sync.catchUp(id);
  }

  /** A new conversation on this side; one of the same topic that nothing was sent in yet is used again. */
  function startTopic(category?: CategoryKey): string {
    const { locals, outbox: items } = store.get();
    const unused = locals.find(
      (local) =>
        local.category === category && !local.followUpOf && !items.some((item) => item.conversation === local.id),
    );
    return unused?.id ?? outbox.begin(category ? { category } : {});
  }

  /** Where a message to this conversation goes: itself, or the one that follows it up when it is closed. */
  function writable(id: string): string {
    const isClosed = store.get().conversations.some((each) => each.id === id && each.closed);
    return isClosed ? outbox.followUp(id) : id;
  }

  function send(id: string, message: Pick<OutboxItem, 'body' | 'attachments'>): void {
    drafts.set(id, '');
    outbox.add({ conversation: writable(id), ...message });
  }

  function sendCard(card: Card): void {
    const { route, conversations } = store.get();
    const open = conversations.find(({ closed }) => !closed)?.id;
    const id = route.screen === 'conversation' ? route.id : (open ?? startTopic());
    const conversation = writable(id);
    goTo(conversation);
    outbox.add({ conversation, body: '', card });
  }

  function setLocale(value: Locale): void {
    if (value === store.get().locale) return;
    store.set({ locale: value });
    // The handshake says in which language the server answers.
    if (connection.isConnected) connection.reconnect();
  }

  /** Before there is a session, whose own word on the site counts more. */
  function showSite(view: SiteView): void {
    if (store.get().resumed) return;
    keep.set('site', view);
    store.set({ site: view });
  }

  return {
    store,
    host,
    goHome,
    goTo,
    startTopic,
    draftOf: drafts.of,
    keepDraft: drafts.set,
    send,
    setLocale,
    searchArticles: (query: string, signal: AbortSignal) => searchArticles(query, store.get().locale, signal),
    retry: outbox.retry,
    discard: outbox.discard,
    reconnect: connection.reconnect,
    loadOlder: (id: string) => attempt(() => sync.loadOlder(id)),
    start(): void {
      fetchSite(site).then(showSite, () => undefined);
      connection.start();
      host.send({ type: 'ready' });
    },
    ...createCaseVerbs(attempt, connection, sync, outbox),
    tellTyping: (conversationId: string, isTyping: boolean) =>
      void quietly(connection.request('typing', { conversationId, isTyping })),
    read(conversationId: string, seq: number): void {
      sync.takeRead(conversationId, seq);
      void quietly(connection.request('conversation.read', { conversationId, seq }));
    },
    /** Uploads for a conversation, which is started first where it is not on the server yet. */
    async upload(id: string, file: File, signal: AbortSignal, onProgress: (share: number) => void) {
      const conversationId = await outbox.start(id);
      const key = keep.get('session')?.key ?? '';
      return upload(file, { conversationId, session: key, locale: store.get().locale, onProgress, signal });
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;
