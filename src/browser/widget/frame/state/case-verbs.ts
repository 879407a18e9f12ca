import type { Connection } from './connection.js';
import type { Outbox } from './outbox.js';
import type { Sync } from './sync.js';

/** Does it, says so when it did not work, and tells whether it did. */
export type Attempt = (work: () => Promise<unknown>) => Promise<boolean>;

export interface Rating {
  number: string;
  score: number;
  solved: boolean;
  comment?: string;
}

/** What a customer can do about a case: ask for a person, judge the bot's answer, confirm, rate. */
export function createCaseVerbs(attempt: Attempt, connection: Connection, sync: Sync, outbox: Outbox) {
  async function askPerson(conversationId: string): Promise<void> {
    sync.takeConversation((await connection.request('person.request', { conversationId })).conversation);
  }

  return {
    /** 转人工: starts the conversation first where it is not on the server yet. */
    requestPerson: (id: string) => attempt(async () => askPerson(await outbox.start(id))),
    rateBot: (conversationId: string, entryId: string, helped: boolean) =>
      attempt(async () => {
        // The person first: then the bot has nothing more to say to the answer that did not help.
        if (!helped) await askPerson(conversationId);
        const { conversation } = await connection.request('bot.rate', { conversationId, entryId, helped });
        sync.takeConversation(conversation);
        sync.takeBotOutcome(conversationId, entryId, helped);
      }),
    confirm: (conversationId: string, number: string, solved: boolean) =>
      attempt(async () => {
        sync.takeTicket(conversationId, (await connection.request('ticket.confirm', { number, solved })).ticket);
      }),
    rate: (conversationId: string, rating: Rating) =>
      attempt(async () => {
        sync.takeTicket(conversationId, (await connection.request('ticket.rate', rating)).ticket);
      }),
  };
}
