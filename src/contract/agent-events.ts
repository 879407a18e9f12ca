import type { BulkActionView } from './bulk.js';
import type { Presence, WorkKind } from './enums.js';
import type { Ack } from './errors.js';
import type { NoticeView } from './notices.js';
import type { OnlookerView, PresenceView } from './presence.js';
import type { StaffEntryView, TicketListItemView, Timestamp } from './views.js';

/** Namespace `/agent`, authenticated by the session cookie of the console. */
export interface AgentToServer {
  /**
   * `seenSeq`: the last entry on the sender's screen. When the customer or a colleague has said something since, or the case was
   * ended, nothing is posted and the answer is `case_changed`; left out, it is posted whatever has come.
   */
  'message.send': (
    payload: {
      conversationId: string;
      clientMessageId: string;
      body: string;
      attachmentIds?: string[];
      seenSeq?: number;
    },
    ack: (a: Ack<{ entry: StaffEntryView }>) => void,
  ) => void;
  /** `mentions`: ids of colleagues, who are told and watch the case from then on. */
  'note.add': (
    payload: {
      conversationId: string;
      clientMessageId: string;
      body: string;
      attachmentIds?: string[];
      mentions?: string[];
    },
    ack: (a: Ack<{ entry: StaffEntryView }>) => void,
  ) => void;
  'conversation.catch_up': (
    payload: { conversationId: string; afterSeq: number },
    /** `customerReadSeq`: how far the customer has read, in the customer's own numbers. */
    ack: (a: Ack<{ entries: StaffEntryView[]; hasMore: boolean; customerReadSeq?: number }>) => void,
  ) => void;
  /** The same of a conversation with the bot, which nobody holds: what was said until a person took it; no notes. */
  'bot_conversation.catch_up': (
    payload: { conversationId: string; afterSeq: number },
    ack: (a: Ack<{ entries: StaffEntryView[]; hasMore: boolean; customerReadSeq?: number }>) => void,
  ) => void;
  'conversation.read': (payload: { conversationId: string; seq: number }, ack: (a: Ack) => void) => void;
  typing: (payload: { conversationId: string; isTyping: boolean }, ack: (a: Ack) => void) => void;
  /** The case that is on this screen now, by its first conversation; null: none. Answers who else looks at it. */
  'conversation.attend': (
    payload: { conversationId: string | null },
    ack: (a: Ack<{ onlookers: OnlookerView[] }>) => void,
  ) => void;
  /** Said many times a second, the last word wins. `pausedKinds` left out: as before. */
  'presence.set': (
    payload: { presence: Presence; pausedKinds?: WorkKind[] },
    ack: (a: Ack<{ presence: Presence }>) => void,
  ) => void;
  /** What time it is on the database's clock, by which clocks run out; the console's own may be wrong. */
  'time.ask': (payload: Record<string, never>, ack: (a: Ack<{ at: Timestamp }>) => void) => void;
}

export interface ServerToAgent {
  'entry.added': (push: { conversationId: string; entry: StaffEntryView }) => void;
  typing: (push: { conversationId: string; name: string; isTyping: boolean; body?: never }) => void;
  /** Who looks at the case on this screen, this reader among them; said again every few seconds while somebody types. */
  'onlookers.changed': (push: { conversationId: string; onlookers: OnlookerView[] }) => void;
  /** The customer has read up to here. */
  'conversation.read': (push: { conversationId: string; customerSeq: number }) => void;
  /** A ticket this socket may see has changed (or was opened): its list row; refetch what is open beside it. */
  'ticket.changed': (push: { ticket: TicketListItemView }) => void;
  /** This ticket has just been given to you. */
  'ticket.assigned': (push: { ticket: TicketListItemView }) => void;
  /** It is no longer yours to see (handed to another team): drop it from the lists. */
  'ticket.withdrawn': (push: { number: string }) => void;
  /** It was merged: drop it from the lists; its number leads to the other from here on. */
  'ticket.merged': (push: { number: string; into: string }) => void;
  /** Your notices have changed: so many are unread, and this one is new. */
  'notices.changed': (push: { unread: number; added?: NoticeView }) => void;
  /** Something that you have ordered for many cases has got this far. */
  'bulk_action.changed': (push: { action: BulkActionView }) => void;
  /** Of yourself or a colleague; yours may have been changed by somebody else, see `because`. */
  'presence.changed': (push: PresenceView & { staffId: string }) => void;
  /** Queues or people of these teams have changed: read the wall board again. Told to those who keep the teams. */
  'wall_board.changed': (push: { teamIds: string[] }) => void;
  /** Surges have begun, ended or been changed: read them again. */
  'surges.changed': (push: Record<string, never>) => void;
  /** Something has happened in these conversations with the bot: read their list, and the one that is open, again. */
  'bot_conversations.changed': (push: { conversationIds: string[] }) => void;
  'session.ended': (push: Record<string, never>) => void;
  /** Pushes may have been lost although the connection stood: catch up as after a reconnect. */
  'pushes.missed': (push: Record<string, never>) => void;
}
