export { Attachments } from './attachments.service.js';
export { type Author, BOT, customerAuthor, SYSTEM, staffAuthor, staffPrincipals } from './author.js';
export { Branches } from './branches.service.js';
export { CONVERSATION_ENTITIES, Conversation, Entry } from './conversation.entities.js';
export {
  ConversationIdentified,
  ConversationStarted,
  conversationKey,
  EntryPosted,
  type EntryPostedPayload,
  isTalk,
  ofOneSide,
} from './conversation.events.js';
export { ConversationsModule } from './conversations.module.js';
export { type ConversationSummary, Conversations } from './conversations.service.js';
export { type BotTalkRow, Entries } from './entries.service.js';
export { EntryPresenter, type EntryRow } from './entry.presenter.js';
export { Erasures } from './erasures.service.js';
export { Facts } from './facts.service.js';
export { Grants } from './grants.service.js';
export { Histories, type HistoryLine } from './histories.service.js';
export { Identify } from './identify.service.js';
export type { NewEntry } from './new-entry.js';
export { Typing } from './typing.service.js';
