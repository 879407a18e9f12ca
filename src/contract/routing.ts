import type {
  CategoryKey,
  Locale,
  LocalizedText,
  Presence,
  Priority,
  RoutingStage,
  RoutingStrategy,
  ShopTier,
  WorkKind,
} from './enums.js';
import type { Timestamp } from './views.js';

// ---- rules ----

/** A skill that a case asks of who takes it. */
export interface Need {
  /** `dimension:value`, e.g. `language:en`, `category:earnings`, `industry:beauty`. */
  skill: string;
  /** Proficiency, 0 to 100. */
  minimum: number;
  /** Else preferred: who has it comes first. */
  required: boolean;
}

/** A need of all cases of which everything named here is true. */
export interface NeedRule extends Need {
  when: {
    category?: CategoryKey;
    subCategory?: string;
    locale?: Locale;
    tier?: ShopTier;
    industry?: string;
    /** Beginning of the page of the host site from which the customer came. */
    entry?: string;
  };
}

/** What holds for all teams. */
export interface RoutingRules {
  /** Seconds that a case is ahead of one that came at the same time. */
  headStarts: Record<Priority | 'premium' | 'live', number>;
  /** What a case of each kind takes of a person. */
  units: Record<WorkKind, number>;
  needs: NeedRule[];
}

/** What is no mistake, but may not be what was meant. */
export interface RoutingWarning {
  /** Dotted, e.g. `rules.needs.0.skill`. */
  path: string;
  code: string;
  message: LocalizedText;
}

export interface RoutingRulesView {
  /** A new one with every save. */
  version: number;
  rules: RoutingRules;
  note: string;
  createdAt: Timestamp;
  /** Absent: it came with the desk. */
  createdBy?: string;
  warnings: RoutingWarning[];
}

/** How a team gives out its work. */
export interface TeamRoutingSettings {
  strategy: RoutingStrategy;
  /** A chat that its person leaves unanswered for so long goes back to the queue; null: never. */
  answerWithinSeconds: number | null;
  /** Who served a customer so lately comes first; 0: no matter. */
  lastAgentDays: number;
  /** After so long in the queue required skills are required no more; null: always. */
  relaxAfterSeconds: number | null;
  /** After so long in the queue the overflow teams may take it; null: never. */
  overflowAfterSeconds: number | null;
  overflowTeamIds: string[];
  /** Only who has a shift at the moment is given work. */
  shiftOnly: boolean;
  /** So many waiting are enough: who comes then is told before they write; null: any number. */
  queueLimit: number | null;
  /** Work that has waited for its customer for so long gives back its units; null: never. */
  releaseAfterMinutes: number | null;
  /** So many waiting begin a surge; null: none by itself. */
  surgeWaiting: number | null;
}

export interface TeamRoutingView extends TeamRoutingSettings {
  teamId: string;
  version: number;
  warnings: RoutingWarning[];
}

// ---- assignments ----

/**
 * Why this person was given a case, among all who could have been: the shop's account manager; who served this customer
 * last; nobody else could; they meet more of its needs than anybody else; or by the strategy of the team.
 */
export const ROUTING_REASONS = [
  'account_manager',
  'last_agent',
  'only_one',
  'skills',
  'balanced',
  'round_robin',
  'longest_idle',
] as const;
export type RoutingReason = (typeof ROUTING_REASONS)[number];

/** Somebody who could have been given a case, as they were at that moment. */
export interface ConsideredView {
  staffId: string;
  name: string;
  /** Units in use before it, and in all. */
  load: number;
  capacity: number;
  /** How many of its needs they meet. */
  needsMet: number;
  /** Since they were last given something, or last had something settled; null: never. */
  idleSeconds: number | null;
}

/** One time that routing gave a case to somebody, and why. */
export interface RoutedView {
  id: string;
  at: Timestamp;
  /** When it left their hands; absent while they have it. */
  endedAt?: Timestamp;
  teamId: string;
  kind: WorkKind;
  stage: RoutingStage;
  waitedSeconds: number;
  staffId: string;
  name: string;
  /** Absent, with all that follows: nobody wrote it down, a former version gave it. */
  reason?: RoutingReason;
  /** How many could have been given it. */
  considered?: number;
  chosen?: ConsideredView;
  /** The next five who could have been. */
  others?: ConsideredView[];
  /** What the case asks for and they have not. */
  missing?: Need[];
}

/** What keeps somebody from being given a case at this moment. */
export const ROUTING_OBSTACLES = [
  'offline',
  'busy',
  'off_shift',
  'kind_paused',
  'full',
  'kind_full',
  'skills',
  'declined',
] as const;
export type RoutingObstacle = (typeof ROUTING_OBSTACLES)[number];

export interface FitnessView {
  staffId: string;
  name: string;
  teamId: string;
  presence: Presence;
  load: number;
  capacity: number;
  /** What the case asks for and they have not. */
  missing: Need[];
  /** None: they could be given it now. */
  obstacles: RoutingObstacle[];
}

/**
 * Why nobody has a case: its team takes work by hand; has nobody; nobody could ever take it; nobody is there; who is there
 * lacks a skill, is full, or has declined it; or it is about to be given.
 */
export const WAITING_REASONS = [
  'manual',
  'nobody_in_team',
  'never',
  'nobody_there',
  'no_skills',
  'all_full',
  'declined',
  'soon',
] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

export interface WaitingView {
  teamId: string;
  since: Timestamp;
  /** From 1. */
  place: number;
  kind: WorkKind;
  units: number;
  stage: RoutingStage;
  /** When the next stage opens; absent: it has come as far as it may. */
  nextStageAt?: Timestamp;
  needs: Need[];
  why: WaitingReason;
  /** Those who could be considered, the nearest to it first; 20 at most. */
  people: FitnessView[];
}

export interface RoutingsView {
  /** The newest first. */
  items: RoutedView[];
  /** While it waits in a queue. */
  waiting?: WaitingView;
}
