import type { Attempt } from './case-verbs.js';
import { type Connection, RequestError } from './connection.js';
import type { Keep } from './keep.js';
import type { Outbox } from './outbox.js';
import type { Store } from './store.js';
import type { Sync } from './sync.js';

/** 转人工: pressed once it is kept until the server knows, however long that takes. Nobody has to ask again. */
export function createPersonWishes(
  store: Store,
  keep: Keep,
  connection: Connection,
  sync: Sync,
  outbox: Outbox,
  attempt: Attempt,
) {
  function change(wantsPerson: string[]): void {
    keep.set('wantsPerson', wantsPerson);
    store.set({ wantsPerson });
  }

  const wishes = () => store.get().wantsPerson;
  const drop = (id: string) => change(wishes().filter((each) => each !== id));

  /** True when a person has been asked for; without a line the wish stays. */
  async function fulfil(id: string): Promise<boolean> {
    if (!store.get().resumed) return false;
    let isDone = false;
    await attempt(async () => {
      let conversationId = id;
      try {
        conversationId = await outbox.start(id);
        sync.takeConversation((await connection.request('person.request', { conversationId })).conversation);
        isDone = true;
      } catch (error) {
        if (error instanceof RequestError && error.code === 'offline') return;
        drop(conversationId);
        throw error;
      }
      drop(conversationId);
    });
    return isDone;
  }

  return {
    request(id: string): Promise<boolean> {
      if (!wishes().includes(id)) change([...wishes(), id]);
      return fulfil(id);
    },
    /** After each connect. */
    fulfilAll(): void {
      for (const id of wishes()) void fulfil(id);
    },
    move: (from: string, to: string) => change(wishes().map((each) => (each === from ? to : each))),
    keepOnly: (known: string[]) => change(wishes().filter((each) => known.includes(each))),
  };
}
