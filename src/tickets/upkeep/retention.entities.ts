import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { RetentionDeed, RetentionReason, RetentionSettings } from '../../contract/index.js';
import { Ticket } from '../ticket.entities.js';

/** How far a run has come: which rule, which deed of it, and after which case. */
export interface RetentionProgress {
  rule: number;
  deed: number;
  after?: { at: string; id: string };
}

/** The rules, one row. */
@Entity('retention_settings')
@Check('retention_settings_one', 'id = 1')
export class RetentionSettingsRow {
  @PrimaryColumn('smallint', { default: 1 })
  id!: number;

  @Column('jsonb')
  settings!: RetentionSettings;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'updated_at', default: () => 'desk_now()' })
  updatedAt!: Date;

  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy!: string | null;
}

/** Once a night, and when somebody asks for it; never two at once. */
@Entity('retention_runs')
@Unique('retention_runs_day_key', ['day'])
@Index('retention_runs_list', ['startedAt'])
@Index('retention_runs_one_at_a_time', ['status'], { unique: true, where: "status = 'running'" })
@Check('retention_runs_status_known', "status IN ('running', 'done', 'failed')")
export class RetentionRun {
  @PrimaryColumn('uuid')
  id!: string;

  /** The night's own; null when somebody has asked for it. */
  @Column('date', { nullable: true })
  day!: string | null;

  /** Their name. */
  @Column('text', { name: 'started_by', nullable: true })
  startedBy!: string | null;

  /** The rules as they were when it began: it is carried out by these. */
  @Column('jsonb')
  settings!: RetentionSettings;

  @Column('jsonb', { default: { rule: 0, deed: 0 } })
  progress!: RetentionProgress;

  @Column('text', { default: 'running' })
  status!: 'running' | 'done' | 'failed';

  /** How often somebody began to work on it and got nowhere. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** Somebody works on it, and will have said so again before this. */
  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil!: Date | null;

  @Column('timestamptz', { name: 'started_at', default: () => 'desk_now()' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

/** How many cases a rule of a run has touched; written with each of them. */
@Entity('retention_counts')
export class RetentionCountRow {
  @ForeignKey(() => RetentionRun, { name: 'retention_counts_run_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId!: string;

  /** Its place among the rules of the run. */
  @PrimaryColumn('integer')
  rule!: number;

  @PrimaryColumn('text')
  deed!: RetentionDeed;

  @Column('integer')
  cases!: number;
}

/** A case whose time is over and that was left alone. */
@Entity('retention_kept')
@Index('retention_kept_ticket_id', ['ticketId'])
export class RetentionKept {
  @ForeignKey(() => RetentionRun, { name: 'retention_kept_run_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'run_id' })
  runId!: string;

  @ForeignKey(() => Ticket, { name: 'retention_kept_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @PrimaryColumn('text')
  deed!: RetentionDeed;

  @Column('text')
  reason!: RetentionReason;
}

/** What has nothing to do with any case any more, and is still to be cleared away: no crash forgets it. */
@Entity('retention_leftovers')
@Check('retention_leftovers_kind_known', "kind IN ('file', 'customer')")
export class RetentionLeftover {
  @PrimaryColumn('text')
  kind!: 'file' | 'customer';

  /** Where a file lies, or who it is. */
  @PrimaryColumn('text')
  key!: string;

  @Column('timestamptz', { name: 'noted_at', default: () => 'desk_now()' })
  notedAt!: Date;
}

export const RETENTION_ENTITIES = [
  RetentionSettingsRow,
  RetentionRun,
  RetentionCountRow,
  RetentionKept,
  RetentionLeftover,
];
