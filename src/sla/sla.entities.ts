import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ClockKind } from '../contract/index.js';
import { Ticket } from '../tickets/index.js';

/** `missed`: answered, but after it was due. A clock that is overdue and not answered still runs. */
export type ClockState = 'running' | 'met' | 'missed' | 'cancelled';

/** One target of one ticket. */
@Entity('clocks')
@Index('clocks_ticket_id', ['ticketId', 'startedAt'])
@Index('clocks_one_running', ['ticketId', 'kind'], { unique: true, where: "state = 'running'" })
@Index('clocks_next_rung_at', ['nextRungAt'], { where: 'next_rung_at IS NOT NULL' })
@Index('clocks_running_due_at', ['dueAt'], { where: "state = 'running'" })
@Check('clocks_kind_known', "kind IN ('first_response', 'next_response', 'promise', 'resolution')")
@Check('clocks_state_known', "state IN ('running', 'met', 'missed', 'cancelled')")
@Check('clocks_only_running_fire', "next_rung_at IS NULL OR state = 'running'")
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
}

/** A rung of the ladder that a clock has reached. Its key makes it fire once. */
@Entity('escalations')
@Unique('escalations_clock_id_rung_key', ['clockId', 'rung'])
@Check('escalations_never_early', 'fired_at >= due_at')
export class Escalation {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Clock, { name: 'escalations_clock_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'clock_id' })
  clockId!: string;

  /** 1: at breach. */
  @Column('integer')
  rung!: number;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'fired_at', default: () => 'desk_now()' })
  firedAt!: Date;
}

export const SLA_ENTITIES = [Clock, Escalation];
