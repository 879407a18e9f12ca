import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { SurgeOrigin, SurgeSettings } from '../../contract/index.js';
import { Staff, Team } from '../../people/index.js';

/** A time in which far more people ask than usual. */
@Entity('surges')
@Index('surges_unended', ['startsAt'], { where: 'ended_at IS NULL' })
@Index('surges_ended', ['endedAt'], { where: 'ended_at IS NOT NULL' })
@Index('surges_threshold_once', ['teamId'], {
  unique: true,
  where: "origin = 'threshold' AND ended_at IS NULL",
})
@Check('surges_origin_known', "origin IN ('planned', 'threshold')")
@Check('surges_has_length', 'ends_at > starts_at')
export class SurgeRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: all teams. */
  @ForeignKey(() => Team, { name: 'surges_team_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'team_id', nullable: true })
  teamId!: string | null;

  @Column('text')
  origin!: SurgeOrigin;

  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  /** As planned; null: until somebody, or the queue, ends it. */
  @Column('timestamptz', { name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  /** What follows from its beginning has been seen to. */
  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  /** One that began by itself: since when less than half as many wait as began it. */
  @Column('timestamptz', { name: 'calm_since', nullable: true })
  calmSince!: Date | null;

  /** Who ended it early; null: the time, the queue, or a planned one that took its place. */
  @ForeignKey(() => Staff, { name: 'surges_ended_by_fkey' })
  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy!: string | null;

  @Column('jsonb')
  settings!: SurgeSettings;

  @Column('integer', { default: 1 })
  version!: number;

  @ForeignKey(() => Staff, { name: 'surges_created_by_fkey' })
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}
