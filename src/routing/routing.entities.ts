import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type {
  CategoryKey,
  Locale,
  Need,
  Priority,
  QueueWish,
  RoutingStage,
  ShopTier,
  WorkKind,
} from '../contract/index.js';
import { Conversation } from '../conversations/index.js';
import { Staff, Team } from '../people/index.js';
import { Ticket } from '../tickets/index.js';
import { AgentProfile, DeclinedTicket, PresenceRow, WorkInHand } from './agents/agent.entities.js';
import { RoutingRulesRow, TeamRouting } from './rules/rules.entities.js';
import { SurgeRow } from './surges/surge.entity.js';

/** Tickets of a team that wait for a person. */
@Entity('queue_items')
@Index('queue_items_live_unasked', ['rankAt'], { where: 'live_asked_at IS NULL' })
@Index('queue_items_rank', ['teamId', 'rankAt', 'ticketId'])
@Index('queue_items_overflow', ['teamId', 'rankAt', 'ticketId'], { where: "stage = 'overflow'" })
@Index('queue_items_next_stage', ['nextStageAt'], { where: 'next_stage_at IS NOT NULL' })
@Check('queue_items_kind_known', "kind IN ('chat', 'phone', 'email', 'form')")
@Check('queue_items_stage_known', "stage IN ('skills', 'team', 'overflow')")
@Check('queue_items_wish_known', "wish IN ('wait', 'message', 'call_back')")
export class QueueItem {
  @ForeignKey(() => Ticket, { name: 'queue_items_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @ForeignKey(() => Team, { name: 'queue_items_team_id_fkey' })
  @Column('uuid', { name: 'team_id' })
  teamId!: string;

  @Column('text')
  priority!: Priority;

  @Column('text')
  tier!: ShopTier;

  @Column('text', { nullable: true })
  category!: CategoryKey | null;

  @Column('text')
  locale!: Locale;

  /** Since when the customer waits for a person. */
  @Column('timestamptz', { name: 'enqueued_at', default: () => 'desk_now()' })
  enqueuedAt!: Date;

  @Column('text', { default: 'chat' })
  kind!: WorkKind;

  /** What it will take of a person. */
  @Column('integer', { default: 1 })
  units!: number;

  /** `enqueued_at` less the head starts of priority and tier: the order of the queue. Whoever waits longer comes first in the end. */
  @Column('timestamptz', { name: 'rank_at', default: () => 'desk_now()' })
  rankAt!: Date;

  @Column('jsonb', { default: [] })
  needs!: Need[];

  @Column('text', { default: 'team' })
  stage!: RoutingStage;

  /** When the next stage opens; null: it has come as far as it may. */
  @Column('timestamptz', { name: 'next_stage_at', nullable: true })
  nextStageAt!: Date | null;

  /** The shop's account manager, and who served this customer last; null for none. */
  @Column('uuid', { name: 'preferred_staff', array: true, default: [] })
  preferredStaff!: (string | null)[];

  @Column('text', { default: 'wait' })
  wish!: QueueWish;

  /** The customer is live on air at this moment; counts in a surge. */
  @Column('boolean', { default: false })
  live!: boolean;

  /** When the host was asked whether they are live; null: not yet, or no surge made it worth asking. */
  @Column('timestamptz', { name: 'live_asked_at', nullable: true })
  liveAskedAt!: Date | null;

  /** Seconds, as the customer was first told. */
  @Column('integer', { name: 'told_from', nullable: true })
  toldFrom!: number | null;

  @Column('integer', { name: 'told_to', nullable: true })
  toldTo!: number | null;

  @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt!: Date | null;
}

/** Who was given what, after how long, why, and until when: the ground of estimates and of every explanation. */
@Entity('routed_tickets')
@Index('routed_tickets_of_team', ['teamId', 'assignedAt'])
@Index('routed_tickets_of_ticket', ['ticketId', 'assignedAt'])
@Index('routed_tickets_ended', ['teamId', 'endedAt'], { where: 'ended_at IS NOT NULL' })
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

  @Column('text', { default: 'chat' })
  kind!: WorkKind;

  @Column('text', { default: 'team' })
  stage!: RoutingStage;

  /** Why this person, and who else was fit. */
  @Column('jsonb', { default: {} })
  because!: Record<string, unknown>;

  /** Seconds, as the customer was first told. */
  @Column('integer', { name: 'told_from', nullable: true })
  toldFrom!: number | null;

  @Column('integer', { name: 'told_to', nullable: true })
  toldTo!: number | null;

  @Column('timestamptz', { name: 'told_at', nullable: true })
  toldAt!: Date | null;

  /** When it left their hands; null while they have it. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}

/** A customer who would rather be called. */
@Entity('call_back_requests')
export class CallBackRequest {
  @ForeignKey(() => Ticket, { name: 'call_back_requests_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  /** Of whoever asked: other customers of the same case do not hear of it. */
  @ForeignKey(() => Conversation, { name: 'call_back_requests_conversation_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @Column('text')
  phone!: string;

  @Column('timestamptz', { name: 'asked_at', default: () => 'desk_now()' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @ForeignKey(() => Staff, { name: 'call_back_requests_done_by_fkey' })
  @Column('uuid', { name: 'done_by', nullable: true })
  doneBy!: string | null;
}

export const ROUTING_ENTITIES = [
  PresenceRow,
  AgentProfile,
  WorkInHand,
  DeclinedTicket,
  RoutingRulesRow,
  TeamRouting,
  QueueItem,
  RoutedTicket,
  CallBackRequest,
  SurgeRow,
];
