import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { BulkCaseState, BulkDeed, BulkState, LocalizedText } from '../../contract/index.js';
import { Staff } from '../../people/index.js';
import { Ticket } from '../ticket.entities.js';

/** What somebody has ordered for many cases at once. */
@Entity('bulk_actions')
@Index('bulk_actions_under_way', ['heldUntil'], { where: "state IN ('held', 'running', 'stopping')" })
@Index('bulk_actions_staff_id', ['staffId', 'orderedAt'])
@Check('bulk_actions_state_known', "state IN ('held', 'running', 'stopping', 'done', 'stopped', 'undone')")
export class BulkAction {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Staff, { name: 'bulk_actions_staff_id_fkey' })
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('jsonb')
  deed!: BulkDeed;

  /** As it was given; what it came to stands in the cases. */
  @Column('jsonb')
  scope!: object;

  @Column('text', { default: 'held' })
  state!: BulkState;

  @Column('timestamptz', { name: 'held_until' })
  heldUntil!: Date;

  @Column('timestamptz', { name: 'ordered_at', default: () => 'desk_now()' })
  orderedAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** One case of it. The row is what makes it happen once: it is settled in the transaction that changes the case. */
@Entity('bulk_action_cases')
@Index('bulk_action_cases_waiting', ['actionId', 'tries', 'place'], { where: "state = 'waiting'" })
@Index('bulk_action_cases_place', ['actionId', 'place'])
@Index('bulk_action_cases_ticket_id', ['ticketId'])
@Check('bulk_action_cases_state_known', "state IN ('waiting', 'done', 'failed', 'skipped', 'undone')")
export class BulkActionCase {
  @ForeignKey(() => BulkAction, { name: 'bulk_action_cases_action_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'action_id' })
  actionId!: string;

  @ForeignKey(() => Ticket, { name: 'bulk_action_cases_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  /** In which order they are come to. */
  @Column('integer')
  place!: number;

  @Column('text', { default: 'waiting' })
  state!: BulkCaseState;

  /** That failed for a reason which passes. */
  @Column('integer', { default: 0 })
  tries!: number;

  /** Of the error, or why it was skipped. */
  @Column('text', { nullable: true })
  code!: string | null;

  @Column('jsonb', { nullable: true })
  detail!: LocalizedText | null;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
