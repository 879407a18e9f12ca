import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  ClockKind,
  ClockPauseReason,
  ClockState,
  LadderKey,
  Priority,
  RetimeReason,
  RungOutcome,
  ShopTier,
  SlaMode,
} from '../contract/index.js';
import { Staff, Team } from '../people/index.js';
import { Ticket } from '../tickets/index.js';
import type { CalendarReference } from './clocks/rules.js';
import { LadderVersion, PolicyVersion, RULE_ENTITIES } from './rules.entities.js';

/** One target of one ticket. */
@Entity('clocks')
@Index('clocks_ticket_id', ['ticketId', 'startedAt'])
@Index('clocks_one_running', ['ticketId', 'kind'], { unique: true, where: "state = 'running'" })
@Index('clocks_next_rung_at', ['nextRungAt'], { where: 'next_rung_at IS NOT NULL' })
@Index('clocks_running_due_at', ['dueAt'], { where: "state = 'running'" })
@Check('clocks_kind_known', "kind IN ('first_response', 'next_response', 'promise', 'resolution')")
@Check('clocks_state_known', "state IN ('running', 'met', 'missed', 'cancelled')")
@Check('clocks_only_running_fire', "next_rung_at IS NULL OR state = 'running'")
@Check('clocks_mode_known', "mode IN ('chat', 'asynchronous')")
@Check('clocks_paused_is_still', 'paused_at IS NULL OR next_rung_at IS NULL')
export class Clock {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Ticket, { name: 'clocks_ticket_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @Column('text')
  kind!: ClockKind;

  @Column('integer', { name: 'target_seconds' })
  targetSeconds!: number;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('text')
  state!: ClockState;

  /** When it was answered, in time or not. */
  @Column('timestamptz', { name: 'met_at', nullable: true })
  metAt!: Date | null;

  /** The rung of the ladder that comes next, and when; null when none is left. The sweep looks at nothing else. */
  @Column('integer', { name: 'next_rung', nullable: true })
  nextRung!: number | null;

  @Column('timestamptz', { name: 'next_rung_at', nullable: true })
  nextRungAt!: Date | null;

  @Column('text', { default: 'asynchronous' })
  mode!: SlaMode;

  /** What was true of the ticket when it was timed: once something else is, it is timed anew. */
  @Column('text')
  tier!: ShopTier;

  @Column('text')
  priority!: Priority;

  @ForeignKey(() => Team, { name: 'clocks_team_id_fkey' })
  @Column('uuid', { name: 'team_id' })
  teamId!: string;

  /** Null: it follows a date that was given to the customer. */
  @ForeignKey(() => PolicyVersion, { name: 'clocks_policy_version_fkey' })
  @Column('integer', { name: 'policy_version', nullable: true })
  policyVersion!: number | null;

  @Column('text')
  ladder!: LadderKey;

  @ForeignKey(() => LadderVersion, { name: 'clocks_ladder_version_fkey' })
  @Column('integer', { name: 'ladder_version' })
  ladderVersion!: number;

  /** Empty: around the clock. */
  @Column('jsonb', { default: [] })
  calendars!: CalendarReference[];

  /** When each rung of its ladder is due by working time; null: it does not count for this clock. */
  @Column('timestamptz', { name: 'rung_times', array: true, default: [] })
  rungTimes!: (Date | null)[];

  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt!: Date | null;

  @Column('text', { name: 'retimed_because', nullable: true })
  retimedBecause!: RetimeReason | null;

  /** When the rules were read by which it goes. */
  @Column('timestamptz', { name: 'timed_at', default: () => 'desk_now()' })
  timedAt!: Date;
}

/** A stretch that did not count. */
@Entity('clock_pauses')
@Check('clock_pauses_because_known', "because IN ('pending', 'on_hold', 'ended')")
@Check('clock_pauses_forward', 'to_at >= from_at')
export class ClockPause {
  @ForeignKey(() => Clock, { name: 'clock_pauses_clock_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'clock_id' })
  clockId!: string;

  @PrimaryColumn('timestamptz', { name: 'from_at' })
  fromAt!: Date;

  @Column('timestamptz', { name: 'to_at', nullable: true })
  toAt!: Date | null;

  @Column('text')
  because!: ClockPauseReason;
}

/** A rung of the ladder that a clock has reached. Its key makes it fire once. */
@Entity('escalations')
@Unique('escalations_clock_id_rung_key', ['clockId', 'rung'])
@Check('escalations_never_early', 'fired_at >= due_at')
@Check('escalations_state_known', "state IN ('fired', 'passed_over')")
@Check('escalations_only_fired_acknowledged', "state = 'fired' OR acknowledged_at IS NULL")
@Check('escalations_acknowledged_by_somebody', '(acknowledged_at IS NULL) = (acknowledged_by IS NULL)')
export class Escalation {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Clock, { name: 'escalations_clock_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'clock_id' })
  clockId!: string;

  /** Its place in the ladder from 1; those of the P0 ladder from 101, so that a case which becomes one climbs that from below. */
  @Column('integer')
  rung!: number;

  /** What that place in the ladder means, a later version may say otherwise. */
  @ForeignKey(() => LadderVersion, { name: 'escalations_ladder_version_fkey' })
  @Column('integer', { name: 'ladder_version' })
  ladderVersion!: number;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'fired_at', default: () => 'desk_now()' })
  firedAt!: Date;

  /** `passed_over`: a higher one of the same moment fired in its place. */
  @Column('text', { default: 'fired' })
  state!: 'fired' | 'passed_over';

  @Column('boolean', { name: 'needs_acknowledgement', default: true })
  needsAcknowledgement!: boolean;

  /** Unacknowledged until then, the next rung fires. */
  @Column('timestamptz', { name: 'acknowledge_by', nullable: true })
  acknowledgeBy!: Date | null;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Date | null;

  @ForeignKey(() => Staff, { name: 'escalations_acknowledged_by_fkey' })
  @Column('uuid', { name: 'acknowledged_by', nullable: true })
  acknowledgedBy!: string | null;

  /** What it did beside telling people. */
  @Column('jsonb', { default: [] })
  also!: RungOutcome[];
}

/** A customer has a window open at this process. What a process leaves behind when it dies goes stale by itself. */
@Entity('attendances')
export class AttendanceRow {
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId!: string;

  @PrimaryColumn('uuid', { name: 'process_id' })
  processId!: string;

  @Column('timestamptz', { name: 'seen_at', default: () => 'desk_now()' })
  seenAt!: Date;
}

export const SLA_ENTITIES = [...RULE_ENTITIES, Clock, ClockPause, Escalation, AttendanceRow];
