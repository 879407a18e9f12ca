import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ClockKind, NoticeKind, RungTime } from '../../contract/index.js';
import { Staff } from '../../people/index.js';
import { Escalation } from '../../sla/index.js';
import { Ticket } from '../../tickets/index.js';

/** What somebody of the staff is to know. */
@Entity('notices')
@Check(
  'notices_kind_known',
  "kind IN ('escalation', 'returned', 'taken_over', 'whispered', 'presence', 'article', 'task', 'nudged', 'mentioned', 'woken')",
)
@Check(
  'notices_of_something',
  "(kind = 'escalation') = (escalation_id IS NOT NULL) AND (kind IN ('presence', 'article')) = (ticket_id IS NULL)",
)
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

  @Column('text', { default: 'escalation' })
  kind!: NoticeKind;

  /** What else a kind says: why, by whom, about whom. */
  @Column('jsonb', { default: {} })
  data!: Record<string, unknown>;

  @ForeignKey(() => Escalation, { name: 'notices_escalation_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'escalation_id', nullable: true })
  escalationId!: string | null;

  @ForeignKey(() => Ticket, { name: 'notices_ticket_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;

  @Column('text', { name: 'clock_kind', nullable: true })
  clockKind!: ClockKind | null;

  @Column('integer', { nullable: true })
  rung!: number | null;

  @Column('jsonb', { nullable: true })
  at!: RungTime | null;

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;
}
