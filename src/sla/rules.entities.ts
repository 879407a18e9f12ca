import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CalendarDefinition, Ladders, LocalizedText, PolicyTargets } from '../contract/index.js';
import { Staff, Team } from '../people/index.js';

/** When somebody works. What that means stands in its versions; the highest is current. */
@Entity('calendars')
export class WorkCalendar {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('jsonb')
  name!: LocalizedText;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  /** Grows with every edit; not every edit makes a version of the definition. */
  @Column('integer', { default: 1 })
  version!: number;
}

/** Never updated: clocks name the versions by which they were timed. */
@Entity('calendar_versions')
export class CalendarVersion {
  @ForeignKey(() => WorkCalendar, { name: 'calendar_versions_calendar_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'calendar_id' })
  calendarId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('jsonb')
  definition!: CalendarDefinition;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @ForeignKey(() => Staff, { name: 'calendar_versions_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;
}

/** None: the team works around the clock. Several: whenever one of them does. */
@Entity('team_calendars')
export class TeamCalendar {
  @ForeignKey(() => Team, { name: 'team_calendars_team_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'team_id' })
  teamId!: string;

  @ForeignKey(() => WorkCalendar, { name: 'team_calendars_calendar_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'calendar_id' })
  calendarId!: string;
}

/** Never updated; the highest is current. */
@Entity('policy_versions')
export class PolicyVersion {
  @PrimaryColumn('integer')
  version!: number;

  @Column('jsonb')
  targets!: PolicyTargets;

  @Column('text', { default: '' })
  note!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @ForeignKey(() => Staff, { name: 'policy_versions_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;
}

/** Never updated; the highest is current. */
@Entity('ladder_versions')
export class LadderVersion {
  @PrimaryColumn('integer')
  version!: number;

  @Column('jsonb')
  ladders!: Ladders;

  @Column('text', { default: '' })
  note!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @ForeignKey(() => Staff, { name: 'ladder_versions_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;
}

/** Somebody changed the rules and wants the clocks that run to go by the new ones. */
@Entity('retimings')
@Index('retimings_open', ['askedAt'], { where: 'done_at IS NULL' })
export class Retiming {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: of every team. */
  @ForeignKey(() => Team, { name: 'retimings_team_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId!: string | null;

  @Column('timestamptz', { name: 'asked_at', default: () => 'desk_now()' })
  askedAt!: Date;

  /** After the rules were there for all to see: a clock that was timed before this may have been timed by the former ones. */
  @Column('timestamptz', { name: 'effective_at', nullable: true })
  effectiveAt!: Date | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;
}

export const RULE_ENTITIES = [WorkCalendar, CalendarVersion, TeamCalendar, PolicyVersion, LadderVersion, Retiming];
