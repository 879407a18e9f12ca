import type { ClockKind, LocalizedText, Priority, ShopTier, TicketStatus } from './enums.js';
import type { Timestamp } from './views.js';

/** `chat`: the customer is connected and waits in the window. */
export const SLA_MODES = ['chat', 'asynchronous'] as const;
export type SlaMode = (typeof SLA_MODES)[number];

// ---- calendars ----

/** A stretch of a working day in minutes after midnight on the wall clock; `to` is not part of it, above 1440 it is tomorrow. */
export interface WorkingHours {
  from: number;
  to: number;
}

/** A day that is not as its day of the week: a holiday, or one that is worked instead (调休). */
export interface SpecialDay {
  /** `YYYY-MM-DD`, in the zone of the calendar. */
  date: string;
  name: string;
  /** Empty: nobody works. */
  hours: readonly WorkingHours[];
}

/** When a team works. */
export interface CalendarDefinition {
  /** IANA name, e.g. `Asia/Shanghai`. */
  zone: string;
  /** Monday first. */
  week: readonly (readonly WorkingHours[])[];
  specialDays: readonly SpecialDay[];
}

export interface CalendarView {
  id: string;
  name: LocalizedText;
  definition: CalendarDefinition;
  /** Of the row, for the next edit; running clocks name the version by which they were timed. */
  version: number;
  archived: boolean;
  /** Who works by it; a team with none works around the clock, one with several whenever one of them works. */
  teamIds: string[];
  /** Clocks that run by it, by whatever version. */
  runningClocks: number;
}

/** What an import found; nothing is saved yet. */
export interface ImportedDaysView {
  days: SpecialDay[];
  /** Of the built-in holidays: the years that have been announced. */
  years: number[];
  /** Entries of a file that are no whole days, or lie too far off. */
  leftOut: number;
}

// ---- policies ----

/** Seconds of working time. Null for a response: nobody has said, so the default answers. Null for the others: none. */
export interface PolicyCell {
  /** Null: no shorter one while the customer is connected. */
  chat: { first_response: number | null; next_response: number | null };
  asynchronous: Record<ClockKind, number | null>;
}

/** What is left out is answered by the default. */
export type PolicyTargets = Partial<Record<ShopTier, Partial<Record<Priority, PolicyCell>>>>;
/** With the default where nothing was said: what clocks go by. */
export type EffectiveTargets = Record<ShopTier, Record<Priority, PolicyCell>>;

export interface UncoveredTarget {
  tier: ShopTier;
  priority: Priority;
  kind: ClockKind;
}

export interface PolicyView {
  /** A new one with every save. */
  version: number;
  targets: PolicyTargets;
  effective: EffectiveTargets;
  /** What the default answers. */
  uncovered: UncoveredTarget[];
  note: string;
  createdAt: Timestamp;
  /** Absent: it came with the desk. */
  createdBy?: string;
  /** Clocks that run by this version, and by former ones. */
  runningClocks: number;
  olderClocks: number;
}

/** One that an operator can begin with. */
export interface PolicyPresetView {
  key: 'standard' | 'premium';
  name: LocalizedText;
  targets: Record<Priority, PolicyCell>;
}

// ---- ladders ----

/** Percent of the target, 0 (at once) to 99; at breach; or minutes of working time after it. */
export type RungTime = { percent: number } | { breach: true } | { afterMinutes: number };
export const RUNG_PEOPLE = ['assignee', 'team_lead', 'duty_manager', 'on_duty', 'account_manager'] as const;
/** `on_duty`: whoever the shift table names, else the duty manager. `account_manager`: of the shop. */
export type RungPerson = (typeof RUNG_PEOPLE)[number] | { staffId: string };
export const RUNG_WAYS = ['in_app', 'email', 'im', 'sms', 'phone'] as const;
export type RungWay = (typeof RUNG_WAYS)[number];
export type RungAction =
  | { do: 'raise_priority' }
  | { do: 'hand_to'; teamId: string }
  | { do: 'add_watcher'; staffId: string }
  | { do: 'tell_customer' };

export interface LadderRung {
  at: RungTime;
  whom: RungPerson[];
  how: RungWay[];
  also: RungAction[];
  /** From breach on: when nobody acknowledges it within so many minutes, the next rung fires. Null: that waits for its own time. */
  acknowledgeWithinMinutes: number | null;
}

/** One for each kind of clock; cases of P0 have their own. */
export const LADDER_KEYS = ['first_response', 'next_response', 'promise', 'resolution', 'P0'] as const;
export type LadderKey = (typeof LADDER_KEYS)[number];
export type Ladders = Record<LadderKey, LadderRung[]>;

export interface LadderView {
  version: number;
  ladders: Ladders;
  note: string;
  createdAt: Timestamp;
  createdBy?: string;
  runningClocks: number;
  olderClocks: number;
}

// ---- previews ----

/** What timing the running clocks anew would do. */
export interface RetimePreview {
  /** Clocks whose due time moves. */
  moving: number;
  /** Of these: overdue from the moment it is done. */
  overdueAtOnce: number;
  /** Clocks that were looked at; more run when `more` is true, and the figures are of those. */
  running: number;
  more: boolean;
  /** The first that would be overdue, then the first that move. */
  examples: { number: string; kind: ClockKind; dueAt: Timestamp; newDueAt: Timestamp }[];
}

export interface WorkingSpan {
  from: Timestamp;
  to: Timestamp;
}

/** Why something is due when it is due, one step after the other; screens put it into words. */
export type DueReason =
  | {
      step: 'target';
      tier: ShopTier;
      priority: Priority;
      mode: SlaMode;
      kind: ClockKind;
      seconds: number;
      /** Absent: of a draft. */
      policyVersion?: number;
      /** The policy says nothing; the default answers. */
      uncovered: boolean;
    }
  /** A date that was given to the customer. */
  | { step: 'promise'; at: Timestamp; basis?: string }
  | { step: 'around_the_clock'; because: 'urgent' | 'no_calendar' | 'promise' }
  /** Of a draft without an id. */
  | { step: 'calendar'; id?: string; name?: LocalizedText; version?: number; zone: string }
  | { step: 'start'; at: Timestamp; working: boolean }
  /** Nobody works; `days` names the special days that lie in it. */
  | { step: 'closed'; from: Timestamp; to: Timestamp; days: { date: string; name: string }[] }
  | { step: 'worked'; from: Timestamp; to: Timestamp; seconds: number; days: { date: string; name: string }[] }
  | { step: 'pause'; from: Timestamp; to?: Timestamp; because: ClockPauseReason }
  /** Steps that are not told one by one. */
  | { step: 'more'; count: number; seconds: number }
  | { step: 'due'; at: Timestamp };

/** `ended`: from when it was resolved, closed or cancelled until it came back. */
export type ClockPauseReason = 'pending' | 'on_hold' | 'ended';

export interface DuePreview {
  kind: ClockKind;
  targetSeconds: number;
  dueAt: Timestamp;
  because: DueReason[];
  rungs: { at: RungTime; time: Timestamp }[];
}

// ---- clocks ----

/** `missed`: answered, but after it was due. A clock that is overdue and not answered still runs. */
export const CLOCK_STATES = ['running', 'met', 'missed', 'cancelled'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export const RETIME_REASONS = [
  'priority',
  'tier',
  'team',
  'customer_left',
  'paused',
  'pause_ended',
  'reopened',
  'renewed',
  'policy',
] as const;
export type RetimeReason = (typeof RETIME_REASONS)[number];

/** `ahead`: yet to come. `passed_over`: a higher one fired in its place. `left_out`: does not count for this clock. */
export const RUNG_STATES = ['ahead', 'fired', 'passed_over', 'left_out'] as const;

export interface ClockRungView {
  rung: number;
  at: RungTime;
  /** When it is due by working time; absent while it is not known. */
  time?: Timestamp;
  state: (typeof RUNG_STATES)[number];
  escalationId?: string;
  firedAt?: Timestamp;
  acknowledgeBy?: Timestamp;
  acknowledgedAt?: Timestamp;
  acknowledgedBy?: string;
  /** What the rung did beside telling people. */
  also: RungOutcome[];
}

/** `because`: why it was not done, as an error code. */
export type RungOutcome = RungAction & { done: boolean; because?: string; from?: string; to?: string };

/** All about one clock, from rows alone. */
export interface ClockExplanation {
  id: string;
  kind: ClockKind;
  mode: SlaMode;
  state: ClockState;
  tier: ShopTier;
  priority: Priority;
  targetSeconds: number;
  startedAt: Timestamp;
  dueAt: Timestamp;
  /** When it was answered, in time or not. */
  metAt?: Timestamp;
  pausedAt?: Timestamp;
  /** Absent: it follows a date that was given. */
  policyVersion?: number;
  ladderVersion: number;
  ladder: LadderKey;
  calendars: { id: string; version: number; name: LocalizedText; zone: string }[];
  /** Working time that has counted so far, and that is left; negative: over. */
  secondsCounted: number;
  secondsLeft: number;
  pauses: { from: Timestamp; to?: Timestamp; because: ClockPauseReason }[];
  retimings: { at: Timestamp; because: RetimeReason; targetSeconds: number; dueAt: Timestamp }[];
  rungs: ClockRungView[];
  because: DueReason[];
}

// ---- escalations ----

/** A rung that has fired. */
export interface EscalationView {
  id: string;
  number: string;
  subject: string;
  status: TicketStatus;
  priority: Priority;
  tier: ShopTier;
  customerName: string;
  shopName?: string;
  teamId: string;
  assigneeName?: string;
  clockKind: ClockKind;
  /** When the clock itself is due. */
  dueAt: Timestamp;
  rung: number;
  at: RungTime;
  firedAt: Timestamp;
  /** Unacknowledged until then, the next rung fires. */
  acknowledgeBy?: Timestamp;
  acknowledgedAt?: Timestamp;
  acknowledgedBy?: string;
  /** Whether its clock still runs: an answered case needs no acknowledgement any more. */
  open: boolean;
}
