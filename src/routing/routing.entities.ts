import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { CategoryKey, Locale, Presence, Priority, ShopTier } from '../contract/index.js';
import { Staff, Team } from '../people/index.js';
import { Ticket } from '../tickets/index.js';

/** Whether somebody takes new work, by their own word, for as long as a console of theirs is open. */
@Entity('presences')
@Check('presences_presence_known', "presence IN ('online', 'busy', 'offline')")
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
}

/** How much work a person can hold, and of what kind. Made by the trigger `staff_agent_profile` when they join. */
@Entity('agent_profiles')
@Check('agent_profiles_capacity', 'capacity BETWEEN 0 AND 100')
@Check('agent_profiles_load', 'load >= 0')
export class AgentProfile {
  @ForeignKey(() => Staff, { name: 'agent_profiles_staff_id_fkey' })
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  /** Units: one ticket in hand each. */
  @Column('integer', { default: 5 })
  capacity!: number;

  /**
   * Units in use: tickets of theirs that are open or pending. Kept by the trigger `tickets_agent_load` in the transaction
   * of every change, because a count made in a claim would be as old as the claim's snapshot.
   */
  @Column('integer', { default: 0 })
  load!: number;

  /** Category keys and languages they are good at; empty: anything. */
  @Column('text', { array: true, default: [] })
  skills!: string[];

  @Column('timestamptz', { name: 'last_assigned_at', nullable: true })
  lastAssignedAt!: Date | null;

  /** Of what people set; not of the load. */
  @Column('integer', { default: 1 })
  version!: number;
}

/** Tickets of a team that wait for a person. */
@Entity('queue_items')
@Index('queue_items_order', ['teamId', 'priority', 'tier', 'enqueuedAt', 'ticketId'])
export class QueueItem {
  @ForeignKey(() => Ticket, { name: 'queue_items_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @ForeignKey(() => Team, { name: 'queue_items_team_id_fkey' })
  @Column('uuid', { name: 'team_id' })
  teamId!: string;

  @Column('text')
  priority!: Priority;

  /** `premium` sorts before `standard`: premium shops go first within a priority. */
  @Column('text')
  tier!: ShopTier;

  @Column('text', { nullable: true })
  category!: CategoryKey | null;

  @Column('text')
  locale!: Locale;

  @Column('timestamptz', { name: 'enqueued_at', default: () => 'desk_now()' })
  enqueuedAt!: Date;
}

/** Who was given what, after how long: the ground of estimates and of every explanation. */
@Entity('routed_tickets')
@Index('routed_tickets_of_team', ['teamId', 'assignedAt'])
export class RoutedTicket {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Ticket, { name: 'routed_tickets_ticket_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @Column('uuid', { name: 'team_id' })
  teamId!: string;

  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('timestamptz', { name: 'enqueued_at' })
  enqueuedAt!: Date;

  @Column('timestamptz', { name: 'assigned_at', default: () => 'desk_now()' })
  assignedAt!: Date;
}

export const ROUTING_ENTITIES = [PresenceRow, AgentProfile, QueueItem, RoutedTicket];
