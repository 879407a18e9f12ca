import {
  CATEGORIES,
  type Card,
  type CategoryKey,
  isColor,
  type Locale,
  type ServerToWidget,
  type SiteView,
} from '../../../../contract/index.js';
import type { HostMessage } from '../../protocol.js';
import type { OutboxItem } from '../logic/outbox-items.js';
import { texts } from '../texts/index.js';
import { createCaseVerbs } from './case-verbs.js';
import { createConnection, RequestError } from './connection.js';
import { createDrafts } from './drafts.js';
import { connectHost } from './host.js';
import { fetchSite, getJson } from './http.js';
import { createKeep } from './keep.js';
import { createOutbox } from './outbox.js';
import { createPersonWishes } from './person-wishes.js';
import { createSession } from './session.js';
import { createSteps } from './steps.js';
import { createStore, type LocalConversation, type ReadingStop } from './store.js';
import { createSync } from './sync.js';
import { createTrail } from './trail.js';
import { upload } from './upload.js';

const RESUME_AGAIN_MS = 2_000;
/** Of a path of the host, more tells nothing. */
const LONGEST_PAGE = 500;

/** Puts the panel together: one store, one socket, and the verbs that the screens use. */
export function createDesk(site: string, locale: Locale, hostOrigin: string) {
  const keep = createKeep(site);
  const drafts = createDrafts(keep);
  const trail = createTrail(site);
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
    wantsPerson: keep.get('wantsPerson') ?? [],
    route: { screen: 'home' },
    reading: trail.kept(),
    open: !host.isEmbedded,
    compact: !host.isEmbedded && matchMedia('(max-width: 480px)').matches,
  });

  store.subscribe(() => trail.keep(store.get().reading));

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
    onAcknowledged(id, entry) {
      sync.takeEntry(id, entry);
      if (store.get().asksPerson !== id) return;
      store.set({ asksPerson: undefined });
      void wishes.request(id);
    },
    onMoved(from, to) {
      const { route, asksPerson } = store.get();
      drafts.move(from, to);
      wishes.move(from, to);
      if (asksPerson === from) store.set({ asksPerson: to });
      if (route.screen === 'conversation' && route.id === from) store.set({ route: { ...route, id: to } });
    },
  });
  const session = createSession(store, keep, connection, (known) => {
    outbox.forget(known);
    drafts.keepOnly(known);
    wishes.keepOnly(known);
  });
  const steps = createSteps(store, connection);
  const sync = createSync(store, connection, (ids) => outbox.settle(ids));
  const verbs = createCaseVerbs(attempt, connection, store, sync);
  const wishes = createPersonWishes(store, keep, connection, sync, outbox, attempt);

  connection.on('desk.changed', ({ desk }) => store.set({ desk }));
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
      const { notice } = store.get();
      // What was lost with the line can still be tried again.
      store.set({ connection: 'online', resumed: true, notice: notice?.retry && notice });
      await session.sendIdentity();
      sync.catchUpAll();
      outbox.flushAll();
      wishes.fulfilAll();
      greet();
      void quietly(steps.send());
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      if (error.code === 'session_ended') session.ended();
      else if (connection.isConnected) setTimeout(() => connection.isConnected && void resume(), RESUME_AGAIN_MS);
    }
  }

  function hear(message: HostMessage): void {
    if (message.type === 'visibility') {
      const { color, open, compact, page } = message;
      store.set({
        open,
        compact,
        page: `${page ?? ''}`.slice(0, LONGEST_PAGE),
        color: isColor(color) ? color : undefined,
      });
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
      // What the server will not take is no better the second time.
      const isWorthwhile = !(error instanceof RequestError) || error.code !== 'invalid_input';
      store.set({ notice: { text: explain(error), ...(isWorthwhile && { retry: () => void attempt(work) }) } });
      return false;
    }
  }

  function goHome(): void {
    store.set({ route: { screen: 'home' }, notice: undefined });
  }

  /** Opens an article above whatever is on screen. */
  function openArticle(stop: ReadingStop): void {
    const { reading } = store.get();
    store.set({ reading: [...reading, { question: reading.at(-1)?.question, ...stop }] });
  }

  /** On to a person, in the conversation that one came from, else in a new one. */
  function askPerson(words: string, category?: CategoryKey): void {
    const { route, conversations } = store.get();
    const isOn = (each: { id: string }) => route.screen === 'conversation' && route.id === each.id;
    const from = conversations.find(isOn);
    const id = route.screen === 'conversation' && !from?.closed ? route.id : startTopic(category, 'article');
    if (!drafts.of(id).includes(words)) drafts.set(id, [drafts.of(id), words].filter(Boolean).join('\n'));
    goTo(id);
    store.set({ asksPerson: from?.handler === 'person' ? undefined : id });
  }

  function goTo(id: string): void {
    visits += 1;
    store.set({ route: { screen: 'conversation', id, visit: visits }, reading: [], notice: undefined });
    const { threads, resumed, conversations } = store.get();
    if (resumed && !threads[id] && conversations.some((each) => each.id === id)) sync.catchUp(id);
    greet();
  }

  /** Whoever has a new conversation before them is greeted by the desk. Without a line the first message starts it. */
  function greet(): void {
    const { route, resumed } = store.get();
    if (resumed && route.screen === 'conversation') void quietly(outbox.start(route.id));
  }

  /** A new conversation on this side; one of the same topic that nothing was sent in yet is used again. */
  function startTopic(category?: CategoryKey, from?: LocalConversation['from']): string {
    const { locals, outbox: items, conversations } = store.get();
    const unspoken = conversations.find((each) => each.unspoken && each.category === category);
    const unused = locals.find(
      (local) =>
        local.category === category && !local.followUpOf && !items.some((item) => item.conversation === local.id),
    );
    return unspoken?.id ?? unused?.id ?? outbox.begin({ ...(category && { category }), ...(from && { from }) });
  }

  /** Where a message to this conversation goes: itself, or the one that follows it up when it is closed. */
  function writable(id: string): string {
    const isClosed = store.get().conversations.some((each) => each.id === id && each.closed);
    return isClosed ? outbox.followUp(id) : id;
  }

  /** Asks for a person, and for their number where it is a case. */
  function requestCall(id: string): void {
    goTo(id);
    void wishes.request(id).then((isDone) => {
      const { route } = store.get();
      if (isDone && route.screen === 'conversation') store.set({ asksCall: route.id });
    });
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
    openArticle,
    leaveArticle: () => store.set({ reading: store.get().reading.slice(0, -1) }),
    askPerson,
    /** The server by HTTP, in the reader's language and for this session. Rejects with RequestError. */
    http<Answer>(path: string, query: Record<string, string>, options?: RequestInit): Promise<Answer> {
      const { locale: language } = store.get();
      const key = keep.get('session')?.key;
      const headers = {
        'accept-language': language,
        ...(options?.body && { 'content-type': 'application/json' }),
        ...(key && { authorization: `Bearer ${key}` }),
      };
      return getJson<Answer>(path, query, { ...options, headers });
    },
    retry: outbox.retry,
    discard: outbox.discard,
    reconnect: connection.reconnect,
    loadOlder: (id: string) => attempt(() => sync.loadOlder(id)),
    /** Gives the way to stop. */
    listen<Event extends keyof ServerToWidget>(event: Event, listener: ServerToWidget[Event]): () => void {
      const off = connection.off as (...args: [Event, typeof listener]) => unknown;
      (connection.on as typeof off)(event, listener);
      return () => void off(event, listener);
    },
    start(): void {
      fetchSite(site).then(showSite, () => undefined);
      connection.start();
      host.send({ type: 'ready' });
    },
    requestPerson: wishes.request,
    requestCall,
    ...verbs,
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
