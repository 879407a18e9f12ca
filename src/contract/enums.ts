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

/** How one case belongs to another, read from the first to the second. */
export const TICKET_LINK_KINDS = ['duplicate_of', 'caused_by', 'split_from', 'related'] as const;
export type TicketLinkKind = (typeof TICKET_LINK_KINDS)[number];

export const CLOCK_KINDS = ['first_response', 'next_response', 'promise', 'resolution'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export const PRESENCES = ['online', 'busy', 'offline'] as const;
export type Presence = (typeof PRESENCES)[number];

/** What somebody is at work on; each takes so many units of a person, see `routing`. */
export const WORK_KINDS = ['chat', 'phone', 'email', 'form'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** How a team's work is given out among those who fit. `manual`: people take it themselves. */
export const ROUTING_STRATEGIES = ['balanced', 'round_robin', 'longest_idle', 'manual'] as const;
export type RoutingStrategy = (typeof ROUTING_STRATEGIES)[number];

/** Who may take a case that waits: those with its skills, then anybody of the team, then the overflow teams too. */
export const ROUTING_STAGES = ['skills', 'team', 'overflow'] as const;
export type RoutingStage = (typeof ROUTING_STAGES)[number];

/** What a customer in the queue has chosen. */
export const QUEUE_WISHES = ['wait', 'message', 'call_back'] as const;
export type QueueWish = (typeof QUEUE_WISHES)[number];

/** The lists of the console's left pane. */
export const TICKET_LISTS = ['mine', 'queued', 'follow_up', 'resolved', 'snoozed'] as const;
export type TicketList = (typeof TICKET_LISTS)[number];

/** What the ticket table can be sorted by. `due`: what is due next; tickets without a clock come last, newest first. */
export const TICKET_SORTS = ['updated', 'opened', 'due', 'priority'] as const;
export type TicketSort = (typeof TICKET_SORTS)[number];

export const SORT_DIRECTIONS = ['asc', 'desc'] as const;
export type SortDirection = (typeof SORT_DIRECTIONS)[number];

/** How the clock that is due next stands. `running`: due or overdue, not paused. `at_risk`: less than a quarter of its time is left. */
export const SLA_STATES = ['running', 'overdue', 'at_risk', 'escalated'] as const;

/** What a host site's context provider may return as a card. */
/** `case`: one of our own, as the bot shows it. */
export const CARD_KINDS = ['order', 'settlement', 'shop', 'violation', 'live_room', 'case'] as const;
export type CardKind = (typeof CARD_KINDS)[number];
