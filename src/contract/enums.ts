/** The words of the house as closed lists. The same strings stand in the database, in the API and in the browsers. */

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
/** A text that we wrote in both languages. */
export type LocalizedText = Record<Locale, string>;

export const STAFF_ROLES = ['agent', 'supervisor', 'admin'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const SHOP_TIERS = ['standard', 'premium'] as const;
export type ShopTier = (typeof SHOP_TIERS)[number];

export const ENTRY_KINDS = ['message', 'note', 'call', 'system'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const AUTHOR_KINDS = ['customer', 'staff', 'bot', 'system'] as const;
export type AuthorKind = (typeof AUTHOR_KINDS)[number];

export const CHANNELS = ['widget', 'email', 'phone', 'wechat', 'api', 'form', 'console'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Who answers a conversation: the bot, until it is handed over; then people. */
export const CONVERSATION_HANDLERS = ['bot', 'person'] as const;
export type ConversationHandler = (typeof CONVERSATION_HANDLERS)[number];

export const CATEGORIES = ['account', 'earnings', 'feature', 'content'] as const;
export type CategoryKey = (typeof CATEGORIES)[number];

export const NATURES = ['usage', 'fault', 'suggestion'] as const;
export type Nature = (typeof NATURES)[number];

export const PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const TICKET_STATUSES = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed', 'cancelled'] as const;
export type TicketStatus = (typeof TICKET_STATUSES)[number];

export const CLOCK_KINDS = ['first_response', 'next_response', 'promise', 'resolution'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export const PRESENCES = ['online', 'busy', 'offline'] as const;
export type Presence = (typeof PRESENCES)[number];

/** The lists of the console's left pane. */
export const TICKET_LISTS = ['mine', 'queued', 'follow_up', 'resolved'] as const;
export type TicketList = (typeof TICKET_LISTS)[number];

/** What the ticket table can be sorted by. `due`: what is due next; tickets without a clock come last, newest first. */
export const TICKET_SORTS = ['updated', 'opened', 'due', 'priority'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

export const SORT_DIRECTIONS = ['asc', 'desc'] as const;
export type SortDirection = (typeof SORT_DIRECTIONS)[number];

/** How the clock that is due next stands. `running`: due or overdue, not paused. `at_risk`: less than a quarter of its time is left. */
export const SLA_STATES = ['running', 'overdue', 'at_risk', 'escalated'] as const;
export type SlaStateName = (typeof SLA_STATES)[number];

/** What a host site's context provider may return as a card. */
export const CARD_KINDS = ['order', 'settlement', 'shop', 'violation', 'live_room'] as const;
export type CardKind = (typeof CARD_KINDS)[number];
