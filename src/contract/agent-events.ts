import type { Presence } from './enums.js';
import type { Ack } from './errors.js';
import type { NoticeView } from './notices.js';
import type { StaffEntryView, TicketListItemView, Timestamp } from './views.js';

/** Namespace `/agent`, authenticated by the session cookie of the console. */
export interface AgentToServer {
  'message.send': (
    payload: { conversationId: string; clientMessageId: string; body: string; attachmentIds?: string[] },
    ack: (a: Ack<{ entry: StaffEntryView }>) => void,
  ) => void;
  'note.add': (
    payload: { conversationId: string; clientMessageId: string; body: string; attachmentIds?: string[] },
    ack: (a: Ack<{ entry: StaffEntryView }>) => void,
  ) => void;
  'conversation.catch_up': (
    payload: { conversationId: string; afterSeq: number },
    /** `customerReadSeq`: how far the customer has read, in the customer's own numbers. */
    ack: (a: Ack<{ entries: StaffEntryView[]; hasMore: boolean; customerReadSeq?: number }>) => void,
  ) => void;
  'conversation.read': (payload: { conversationId: string; seq: number }, ack: (a: Ack) => void) => void;
  typing: (payload: { conversationId: string; isTyping: boolean }, ack: (a: Ack) => void) => void;
  'presence.set': (payload: { presence: Presence }, ack: (a: Ack<{ presence: Presence }>) => void) => void;
  /** What time it is on the database's clock, by which clocks run out; the console's own may be wrong. */
  'time.ask': (payload: Record<string, never>, ack: (a: Ack<{ at: Timestamp }>) => void) => void;
}

export interface ServerToAgent {
  'entry.added': (push: { conversationId: string; entry: StaffEntryView }) => void;
  typing: (push: { conversationId: string; name: string; isTyping: boolean; body?: never }) => void;
  /** The customer has read up to here. */
  'conversation.read': (push: { conversationId: string; customerSeq: number }) => void;
  /** A ticket this socket may see has changed (or was opened): its list row; refetch what is open beside it. */
  'ticket.changed': (push: { ticket: TicketListItemView }) => void;
  /** This ticket has just been given to you. */
  'ticket.assigned': (push: { ticket: TicketListItemView }) => void;
  /** It is no longer yours to see (handed to another team): drop it from the lists. */
  'ticket.withdrawn': (push: { number: string }) => void;
  /** Your notices have changed: so many are unread, and this one is new. */
  'notices.changed': (push: { unread: number; added?: NoticeView }) => void;
  'presence.changed': (push: { staffId: string; presence: Presence }) => void;
  'session.ended': (push: Record<string, never>) => void;
  /** Pushes may have been lost although the connection stood: catch up as after a reconnect. */
  'pushes.missed': (push: Record<string, never>) => void;
}
