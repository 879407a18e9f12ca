import type { AuthorKind, CategoryKey, Channel, ConversationHandler, EntryKind, Locale } from '../contract/index.js';
import { defineEvent } from '../platform/outbox/index.js';

/** An entry was added. Written by the posting statement itself (`post.sql.ts`), which builds this shape in SQL. */
export interface EntryPostedPayload {
  conversationId: string;
  entryId: string;
  seq: number;
  kind: EntryKind;
  authorKind: AuthorKind;
  authorId: string | null;
  /** False for notes and for system entries that only staff see. */
  visible: boolean;
  /** Who was answering when it came. */
  handler: ConversationHandler;
  channel: Channel;
  category: CategoryKey | null;
  locale: Locale;
  at: string;
}

export const EntryPosted = defineEvent<EntryPostedPayload>('entry.posted');

/** What customer and people say to each other once people answer; notes, the bot and system lines are none of it. */
export const isTalk = ({ kind, visible, handler, authorKind }: EntryPostedPayload): boolean =>
  handler === 'person' &&
  visible &&
  (kind === 'message' || kind === 'call') &&
  (authorKind === 'customer' || authorKind === 'staff');

/** Several messages of one side in a row ask of those who follow what the last one alone does. */
export const ofOneSide = (later: EntryPostedPayload, earlier: EntryPostedPayload): boolean =>
  later.authorKind === earlier.authorKind;

/** A customer has begun a matter with the bot, most often before they have said a word. */
export const ConversationStarted = defineEvent<{
  conversationId: string;
  /** Out of what on the site it was begun; null: out of nothing in particular. */
  from: 'article' | 'search' | null;
}>('conversation.started');

/** The conversation now belongs to a customer whose identity the host site has signed. */
export const ConversationIdentified = defineEvent<{ conversationId: string; customerId: string }>(
  'conversation.identified',
);

export const conversationKey = (conversationId: string) => `conversation:${conversationId}`;
