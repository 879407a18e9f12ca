import type { CategoryKey, ConversationHandler, Locale, ShopTier } from '../../../contract/index.js';

export interface PastEntry {
  id: string;
  seq: number;
  authorKind: 'customer' | 'bot';
  body: string;
  attached: boolean;
  at: string;
  turnedDown: boolean | null;
}

/** What `PAST_CONVERSATIONS` answers. */
export interface PastConversation {
  id: string;
  siteId: string;
  customerId: string;
  chosenCategory: CategoryKey | null;
  handler: ConversationHandler;
  locale: Locale;
  isFollowUp: boolean;
  identified: boolean;
  tier: ShopTier | null;
  shop: string | null;
  page: string | null;
  /** To the microsecond: where the next slice goes on. */
  lastQuestionAt: string;
  entries: PastEntry[];
  [column: string]: unknown;
}

/** What a customer did in one go: wrote, in however many messages, or turned the last answer down by its button. */
export type PastTurn =
  | { kind: 'said'; id: string; at: string; messages: PastEntry[] }
  | { kind: 'turned_down'; id: string; at: string };

/** A run of the customer's messages is one turn, as the bot answers it once. */
export function turnsOf(entries: readonly PastEntry[]): PastTurn[] {
  const turns: PastTurn[] = [];
  entries.forEach((entry, place) => {
    const next = entries[place + 1];
    if (entry.authorKind === 'customer') {
      const running = turns.at(-1);
      if (running?.kind === 'said' && entries[place - 1]?.authorKind === 'customer') running.messages.push(entry);
      else turns.push({ kind: 'said', id: entry.id, at: entry.at, messages: [entry] });
      // Whoever types it says so in the next turn; after the button the bot goes on by itself.
    } else if (entry.turnedDown && next?.authorKind !== 'customer')
      turns.push({ kind: 'turned_down', id: entry.id, at: entry.at });
  });
  return turns;
}
