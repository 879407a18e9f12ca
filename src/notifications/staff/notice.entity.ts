import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ClockKind, RungTime } from '../../contract/index.js';
import { Staff } from '../../people/index.js';
import { Escalation } from '../../sla/index.js';
import { Ticket } from '../../tickets/index.js';

/** What somebody of the staff is to know. */
@Entity('notices')
@Unique('notices_staff_id_escalation_id_key', ['staffId', 'escalationId'])
@Index('notices_of_staff', ['staffId', 'createdAt', 'id'])
@Index('notices_unread', ['staffId'], { where: 'read_at IS NULL' })
@Index('notices_escalation_id', ['escalationId'])
@Index('notices_created_at', ['createdAt'])
export class Notice {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Staff, { name: 'notices_staff_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @ForeignKey(() => Escalation, { name: 'notices_escalation_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'escalation_id' })
  escalationId!: string;

  @ForeignKey(() => Ticket, { name: 'notices_ticket_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @Column('text', { name: 'clock_kind' })
  clockKind!: ClockKind;

  @Column('integer')
  rung!: number;

  @Column('jsonb')
  at!: RungTime;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;
}
