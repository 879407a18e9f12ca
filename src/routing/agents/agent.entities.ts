import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Presence, WorkKind } from '../../contract/index.js';
import { Staff } from '../../people/index.js';
import { Ticket } from '../../tickets/index.js';

/** Whether somebody takes new work, by their own word, for as long as a console of theirs is open. */
@Entity('presences')
@Check('presences_presence_known', "presence IN ('online', 'busy', 'offline')")
@Check('presences_because_known', "because IN ('self', 'supervisor', 'lost', 'silent')")
export class PresenceRow {
  @ForeignKey(() => Staff, { name: 'presences_staff_id_fkey' })
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  presence!: Presence;

  @Column('timestamptz', { default: () => 'desk_now()' })
  since!: Date;

  /** When a console of theirs was last connected. */
  @Column('timestamptz', { name: 'last_seen_at', default: () => 'desk_now()' })
  lastSeenAt!: Date;

  /** Kinds of work of which they take nothing new, although they are online. */
  @Column('text', { name: 'paused_kinds', array: true, default: [] })
  pausedKinds!: WorkKind[];

  /** Their own word, a supervisor's, a lost connection, or a case they left without an answer. */
  @Column('text', { default: 'self' })
  because!: 'self' | 'supervisor' | 'lost' | 'silent';

  @ForeignKey(() => Staff, { name: 'presences_set_by_fkey' })
  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;

  /** When they last did something. */
  @Column('timestamptz', { name: 'last_active_at', default: () => 'desk_now()' })
  lastActiveAt!: Date;
}

/** How much work a person can hold, and what they are good at. Made by the trigger `staff_agent_profile` when they join. */
@Entity('agent_profiles')
@Check('agent_profiles_capacity', 'capacity BETWEEN 0 AND 100')
@Check('agent_profiles_load', 'load >= 0')
export class AgentProfile {
  @ForeignKey(() => Staff, { name: 'agent_profiles_staff_id_fkey' })
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  /** Units. */
  @Column('integer', { default: 5 })
  capacity!: number;

  /**
   * Units in use, see {@link WorkInHand}. Kept by the trigger `tickets_agent_load` in the transaction of every change, because
   * a sum made in a claim would be as old as the claim's snapshot.
   */
  @Column('integer', { default: 0 })
  load!: number;

  /** Units at most of one kind of work; a kind that is not named is bounded by the capacity alone. */
  @Column('jsonb', { name: 'kind_limits', default: {} })
  kindLimits!: Partial<Record<WorkKind, number>>;

  @Column('jsonb', { name: 'kind_loads', default: {} })
  kindLoads!: Partial<Record<WorkKind, number>>;

  /** Proficiency from 0 to 100 by skill, e.g. `language:en`, `category:earnings`, `industry:beauty`. */
  @Column('jsonb', { default: {} })
  skills!: Record<string, number>;

  @Column('timestamptz', { name: 'last_assigned_at', nullable: true })
  lastAssignedAt!: Date | null;

  /** When units of theirs last came free. */
  @Column('timestamptz', { name: 'last_freed_at', nullable: true })
  lastFreedAt!: Date | null;

  /** Of what people set; not of the load. */
  @Column('integer', { default: 1 })
  version!: number;
}

/** What a person holds: a row while a ticket has an assignee and is open or pending. Kept by the trigger `tickets_agent_load`. */
@Entity('work_in_hand')
@Index('work_in_hand_of_staff', ['staffId', 'since'])
@Index('work_in_hand_answer_by', ['answerBy'], { where: 'answer_by IS NOT NULL' })
@Index('work_in_hand_waiting', ['teamId', 'waitingSince'], {
  where: 'waiting_since IS NOT NULL AND released_at IS NULL',
})
@Check('work_in_hand_kind_known', "kind IN ('chat', 'phone', 'email', 'form')")
export class WorkInHand {
  /** No foreign key: the trigger removes the row, and has to see it to give back its units. */
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @ForeignKey(() => Staff, { name: 'work_in_hand_staff_id_fkey' })
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('uuid', { name: 'team_id' })
  teamId!: string;

  @Column('text')
  kind!: WorkKind;

  @Column('integer')
  units!: number;

  @Column('timestamptz', { default: () => 'desk_now()' })
  since!: Date;

  /** Unanswered until then, it goes back to its queue; null: it may stay, or has been answered. */
  @Column('timestamptz', { name: 'answer_by', nullable: true })
  answerBy!: Date | null;

  /** Since when the customer is waited for. */
  @Column('timestamptz', { name: 'waiting_since', nullable: true })
  waitingSince!: Date | null;

  /** The customer was waited for so long that the units were given back; taken again when it goes on. */
  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;
}

/** Who is not given this case again for a while. */
@Entity('declined_tickets')
@Index('declined_tickets_of_staff', ['staffId', 'at'])
@Check('declined_tickets_because_known', "because IN ('silent', 'rejected', 'gone')")
export class DeclinedTicket {
  @ForeignKey(() => Ticket, { name: 'declined_tickets_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id', primaryKeyConstraintName: 'declined_tickets_pkey' })
  ticketId!: string;

  @ForeignKey(() => Staff, { name: 'declined_tickets_staff_id_fkey' })
  @PrimaryColumn('uuid', { name: 'staff_id', primaryKeyConstraintName: 'declined_tickets_pkey' })
  staffId!: string;

  @Column('text')
  because!: 'silent' | 'rejected' | 'gone';

  @Column('timestamptz', { default: () => 'desk_now()' })
  at!: Date;

  @Column('timestamptz')
  until!: Date;
}
