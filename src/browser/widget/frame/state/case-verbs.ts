import type { CustomerCaseQuery, CustomerTicketView, QueueChoice, WidgetToServer } from '../../../../contract/index.js';
import { ACK_PATIENCE_MS, type Connection, RequestError } from './connection.js';
import type { Store } from './store.js';
import type { Sync } from './sync.js';

/** Does it, says so when it did not work, and tells whether it did. */
export type Attempt = (work: () => Promise<unknown>) => Promise<boolean>;

/** What a customer says of a case, answered by how it then stands. */
type TicketVerb = Extract<keyof WidgetToServer, `ticket.${string}`>;

/** What a customer can do about a case: judge the bot's answer, and whatever else they may. */
export function createCaseVerbs(attempt: Attempt, connection: Connection, store: Store, sync: Sync) {
  /** What may be said twice is said once more when the line broke before the answer. */
  const repeat: Connection['request'] = (event, payload) =>
    connection.request(event, payload).catch(async (error) => {
      if (!(error instanceof RequestError) || error.code !== 'offline') throw error;
      await resumed(store);
      return connection.request(event, payload);
    });

  return {
    choose: (conversationId: string, choice: QueueChoice) =>
      attempt(async () =>
        sync.takeConversation((await repeat('queue.choose', { conversationId, ...choice })).conversation),
      ),
    rateBot: (conversationId: string, entryId: string, helped: boolean) =>
      attempt(async () => {
        const { conversation } = await repeat('bot.rate', { conversationId, entryId, helped });
        sync.takeConversation(conversation);
        sync.takeBotOutcome(conversationId, entryId, helped);
      }),
    tell: <Verb extends TicketVerb>(conversationId: string, verb: Verb, payload: Parameters<WidgetToServer[Verb]>[0]) =>
      attempt(async () => {
        const answer = await connection.request(verb, payload as never);
        sync.takeTicket(conversationId, (answer as { ticket: CustomerTicketView }).ticket);
      }),
    cases: (query: CustomerCaseQuery) => repeat('cases.list', query),
  };
}

/** Resolves when the line stands and the server knows who this is, or when nobody would wait any longer. */
function resumed(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (store.get().resumed) leave();
    };
    const timer = setTimeout(leave, ACK_PATIENCE_MS);
    const forget = store.subscribe(look);
    function leave(): void {
      clearTimeout(timer);
      forget();
      resolve();
    }
    look();
  });
}
