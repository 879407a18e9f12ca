import type { CategoryKey, Locale } from './enums.js';
import type { Ack } from './errors.js';
import type { DeskView, QueueChoice, QueuePlaceView } from './queue.js';
import type { RatingReason } from './rating-reasons.js';
import type {
  AttachmentView,
  Card,
  CustomerCaseQuery,
  CustomerCaseView,
  CustomerConversationView,
  CustomerEntryView,
  CustomerTicketView,
  CustomerView,
  Page,
  SiteView,
} from './views.js';
import type { WithdrawalReason } from './withdrawal-reasons.js';

/** Namespace `/widget`. Handshake `auth` of a customer's socket. */
export interface WidgetHandshake {
  /** Public key of the site, from the embed snippet. */
  site: string;
  /** Key of this browser session, as given by an earlier `session.resume`. Unknown or ended: a new one begins. */
  session?: string;
  locale: Locale;
  /** Origin of the host page; left out where the panel is a page of its own. */
  host?: string;
}

export interface WidgetToServer {
  /** First call after each connect: who am I, what is open. Gives the session key to keep. */
  'session.resume': (payload: Record<string, never>, ack: (a: Ack<SessionState>) => void) => void;
  /** The host's signed token (JWT HS256). Moves this browser session's open conversations to that customer, once. */
  identify: (payload: { token: string }, ack: (a: Ack<SessionState>) => void) => void;
  /** Drops the session key; what follows is a new anonymous visitor. */
  logout: (payload: Record<string, never>, ack: (a: Ack<SessionState>) => void) => void;
  'conversation.start': (
    payload: {
      clientConversationId: string;
      category?: CategoryKey;
      followUpOf?: string;
      /** It is begun while reading an article, or out of a search. */
      from?: 'article' | 'search';
    },
    ack: (a: Ack<{ conversation: CustomerConversationView }>) => void,
  ) => void;
  /** The ack comes after COMMIT. The same `clientMessageId` again returns the same entry. */
  'message.send': (
    payload: {
      conversationId: string;
      clientMessageId: string;
      body: string;
      attachmentIds?: string[];
    },
    ack: (a: Ack<{ entry: CustomerEntryView }>) => void,
  ) => void;
  'card.send': (
    payload: { conversationId: string; clientMessageId: string; card: Card },
    ack: (a: Ack<{ entry: CustomerEntryView }>) => void,
  ) => void;
  /** Entries with `seq > afterSeq` in order, `LIMITS.catchUpPage` at most. */
  'conversation.catch_up': (
    payload: { conversationId: string; afterSeq: number },
    ack: (a: Ack<{ entries: CustomerEntryView[]; hasMore: boolean; conversation: CustomerConversationView }>) => void,
  ) => void;
  'conversation.read': (payload: { conversationId: string; seq: number }, ack: (a: Ack) => void) => void;
  typing: (payload: { conversationId: string; isTyping: boolean }, ack: (a: Ack) => void) => void;
  /** 转人工. Idempotent. */
  'person.request': (
    payload: { conversationId: string },
    ack: (a: Ack<{ conversation: CustomerConversationView }>) => void,
  ) => void;
  /** What to do while waiting. The ack shows the place, which stays; `conflict`: it does not wait any more. */
  'queue.choose': (
    payload: { conversationId: string } & QueueChoice,
    ack: (a: Ack<{ conversation: CustomerConversationView }>) => void,
  ) => void;
  'bot.rate': (
    payload: { conversationId: string; entryId: string; helped: boolean },
    ack: (a: Ack<{ conversation: CustomerConversationView }>) => void,
  ) => void;
  /** The customer says whether a resolved case is solved: `false` reopens it. */
  'ticket.confirm': (
    payload: { number: string; solved: boolean },
    ack: (a: Ack<{ ticket: CustomerTicketView }>) => void,
  ) => void;
  'ticket.rate': (
    payload: { number: string; score: number; solved: boolean; reasons?: RatingReason[]; comment?: string },
    ack: (a: Ack<{ ticket: CustomerTicketView }>) => void,
  ) => void;
  /** 催单. `too_many_requests` too soon after the last time. */
  'ticket.nudge': (payload: { number: string }, ack: (a: Ack<{ ticket: CustomerTicketView }>) => void) => void;
  /** 撤单. */
  'ticket.withdraw': (
    payload: { number: string; reason: WithdrawalReason; words?: string },
    ack: (a: Ack<{ ticket: CustomerTicketView }>) => void,
  ) => void;
  /** The latest first. Of the shop: nothing unless the host site allows it. */
  'cases.list': (payload: CustomerCaseQuery, ack: (a: Ack<Page<CustomerCaseView>>) => void) => void;
  'step.track': (payload: { page: string; action: string; error?: string }, ack: (a: Ack) => void) => void;
}

export interface ServerToWidget {
  /** Not to the socket that wrote it, which has it from its ack. */
  'entry.added': (push: { conversationId: string; entry: CustomerEntryView }) => void;
  /** Anything else about the conversation or its case has changed: its whole new view. */
  'conversation.changed': (push: { conversation: CustomerConversationView }) => void;
  typing: (push: { conversationId: string; name: string; isTyping: boolean }) => void;
  /** What the bot is writing, all of it so far; empty while it thinks. The entry, or `ended`, takes its place. */
  'bot.writing': (push: { conversationId: string; text: string; ended?: true }) => void;
  /** What is absent of it has gone. At most one a second. */
  'queue.changed': (push: QueuePlaceView & { conversationId: string }) => void;
  /** The desk has closed or opened, its queue is full or has room again. */
  'desk.changed': (push: { desk: DeskView }) => void;
  /** Somebody of the staff has read up to here. */
  'conversation.read': (push: { conversationId: string; staffReadSeq: number }) => void;
  /** The session was ended elsewhere (logged out in another tab). */
  'session.ended': (push: Record<string, never>) => void;
  /** Pushes may have been lost although the connection stood: catch up as after a reconnect. */
  'pushes.missed': (push: Record<string, never>) => void;
}

export interface SessionState {
  /** Secret of this browser session; keep it in local storage, send it in the handshake. */
  session: string;
  customer: CustomerView;
  site: SiteView;
  desk: DeskView;
  conversations: CustomerConversationView[];
  serverTime: string;
}

/** POST /widget/attachments answers this. */
export interface UploadedAttachment {
  attachment: AttachmentView;
}
