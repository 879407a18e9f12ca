import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Staff, Team } from '../staff/staff.entities.js';

/** Who is on duty for a team from when to when. Written once, never changed: another time is another shift. */
@Entity('shifts')
@Index('shifts_of_team', ['teamId', 'startsAt'])
@Unique('shifts_once', ['teamId', 'staffId', 'startsAt', 'endsAt'])
@Check('shifts_some_length', 'ends_at > starts_at')
export class Shift {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Team, { name: 'shifts_team_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'team_id' })
  teamId!: string;

  @ForeignKey(() => Staff, { name: 'shifts_staff_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  /** The first moment that it no longer covers. */
  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;
}
