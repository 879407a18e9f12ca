import type {
  LocalizedText,
  Presence,
  Priority,
  QueueWish,
  RoutingStage,
  RoutingStrategy,
  ShopTier,
  TicketStatus,
  WorkKind,
} from './enums.js';
import type { PresenceReason } from './presence.js';
import type { ExpectedWait } from './queue.js';
import type { TicketListItemView, Timestamp } from './views.js';

/** The desk at this moment, as whoever keeps it sees it. */
export interface WallBoardView {
  /** When it was so, on the database's clock. */
  at: Timestamp;
  /** In the order of their keys. */
  teams: WallBoardTeamView[];
  /** Members of these teams: who is online first, then by name. */
  people: WallBoardPersonView[];
  /** The first who wait, each team's own order; beyond these only those that nobody can take. */
  waiting: WallBoardWaitingView[];
}

/** One team's queue and what it has in hand. */
export interface WallBoardTeamView {
  id: string;
  name: LocalizedText;
  strategy: RoutingStrategy;
  waiting: number;
  /** So many waiting are enough; absent: any number. */
  queueLimit?: number;
  /** Since when the one waits who waits longest. */
  longestSince?: Timestamp;
  /** What one would tell who comes now; absent while nobody is online. */
  expectedWait?: ExpectedWait;
  /** How many of those who wait have come how far. */
  stages: Record<RoutingStage, number>;
  /** How many of them none of the people could ever take, as things are set. */
  nobody: number;
  /** People by their word. */
  presences: Record<Presence, number>;
  /** Units of those online: in use and in all. */
  load: number;
  capacity: number;
  /** Cases that people of any team hold for it. */
  inHand: number;
  /** Of all its cases that are not done. */
  slaAtRisk: number;
  slaOverdue: number;
}

/** What is due next on a case. */
export type WallBoardClock = Pick<
  TicketListItemView,
  'nextDueAt' | 'nextDueKind' | 'nextDueStartedAt' | 'pausedAt' | 'nextDueWorking' | 'nextDueBeyond'
>;

/** A case that somebody holds. */
export interface WallBoardCaseView extends WallBoardClock {
  number: string;
  /** Cut; empty when the case has none. */
  subject: string;
  teamId: string;
  priority: Priority;
  status: TicketStatus;
  kind: WorkKind;
  units: number;
  /** Since when they hold it. */
  since: Timestamp;
  /** Who has the next word; absent when nobody is waited for. */
  waitsFor?: 'staff' | 'customer';
  /** Since when. */
  waitingSince?: Timestamp;
  /** Its units were given back, as its customer has been waited for so long. */
  released?: true;
}

export interface WallBoardPersonView {
  id: string;
  name: string;
  /** Of the teams shown. */
  teamIds: string[];
  presence: Presence;
  since?: Timestamp;
  because?: PresenceReason;
  /** Who set it, when that was somebody else. */
  setBy?: string;
  lastActiveAt?: Timestamp;
  /** Kinds of which they take nothing new, although they are online. */
  pausedKinds: WorkKind[];
  /** Whether they have a shift now; absent where nobody has one about this time. */
  onShift?: boolean;
  load: number;
  capacity: number;
  kindLoads: Partial<Record<WorkKind, number>>;
  kindLimits: Partial<Record<WorkKind, number>>;
  /** The longest held first, twenty at most. */
  cases: WallBoardCaseView[];
  /** How many more they hold, of other teams or beyond these twenty. */
  otherCases: number;
}

/** A case that waits for a person. */
export interface WallBoardWaitingView extends WallBoardClock {
  number: string;
  subject: string;
  teamId: string;
  /** In its team's queue, from 1. */
  place: number;
  priority: Priority;
  tier: ShopTier;
  kind: WorkKind;
  units: number;
  waitingSince: Timestamp;
  needs: { skill: string; minimum: number; required: boolean }[];
  stage: RoutingStage;
  wish: QueueWish;
  live: boolean;
  /** Nobody could ever take it, as things are set. */
  nobody: boolean;
}
