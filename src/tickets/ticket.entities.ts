import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  AuthorKind,
  CategoryKey,
  ClockKind,
  Locale,
  Nature,
  Priority,
  ShopTier,
  TicketLinkKind,
  TicketStatus,
} from '../contract/index.js';
import { Conversation } from '../conversations/index.js';
import { Customer, Shop, Site, Staff, Team } from '../people/index.js';
import { CATEGORY_ENTITIES } from './categories/category.entities.js';
import { REPLY_ENTITIES } from './replies/canned-reply.entity.js';

const ACTIVE = "status IN ('new', 'open', 'pending', 'on_hold')";
const DONE = "status IN ('resolved', 'closed')";

/** The case. What a customer is promised stands on the row itself, so that look-up, lists and chips read only this. */
@Entity('tickets')
@Unique('tickets_number_key', ['number'])
@Index('tickets_mine', ['assigneeId', 'lastActivityAt', 'id'], { where: ACTIVE })
@Index('tickets_queued', ['teamId', 'priority', 'openedAt', 'id'], { where: `assignee_id IS NULL AND ${ACTIVE}` })
@Index('tickets_resolved_mine', ['assigneeId', 'lastActivityAt', 'id'], { where: DONE })
@Index('tickets_resolved_team', ['teamId', 'lastActivityAt', 'id'], { where: DONE })
@Index('tickets_customer', ['customerId', 'openedAt'])
@Index('tickets_updated', ['lastActivityAt', 'id'])
@Index('tickets_opened', ['openedAt', 'id'])
@Index('tickets_due', ['nextDueAt', 'id'], { where: 'next_due_at IS NOT NULL' })
@Index('tickets_urgent', ['priority', 'openedAt', 'id'])
@Index('tickets_reopened', ['reopenedAt', 'id'], { where: 'reopened_at IS NOT NULL' })
@Index('tickets_of_team', ['teamId', 'lastActivityAt', 'id'])
@Index('tickets_of_assignee', ['assigneeId', 'lastActivityAt', 'id'])
@Index('tickets_unfinished', ['status', 'lastActivityAt', 'id'], { where: "status <> 'closed'" })
@Index('tickets_category', ['category', 'subCategory', 'lastActivityAt', 'id'])
@Index('tickets_shop', ['shopId'], { where: 'shop_id IS NOT NULL' })
@Check('tickets_status_known', "status IN ('new', 'open', 'pending', 'on_hold', 'resolved', 'closed', 'cancelled')")
@Check('tickets_priority_known', "priority IN ('P0', 'P1', 'P2', 'P3')")
@Check('tickets_new_waits', "status <> 'new' OR assignee_id IS NULL")
@Check('tickets_sub_category_belongs', 'sub_category IS NULL OR category IS NOT NULL')
@Check('tickets_rating_score', 'rating_score BETWEEN 1 AND 5')
@Index('tickets_merged_into', ['mergedInto'], { where: 'merged_into IS NOT NULL' })
@Index('tickets_parent', ['parentId'], { where: 'parent_id IS NOT NULL' })
@Index('tickets_snoozed', ['snoozedUntil'], { where: 'snoozed_until IS NOT NULL' })
@Index('tickets_tags', ['tags'], { where: "tags <> '{}'", type: 'gin' })
@Check('tickets_merged_elsewhere', 'merged_into <> id AND (merged_into IS NULL) = (merged_at IS NULL)')
@Check('tickets_own_parent', 'parent_id <> id')
@Check('tickets_internal_has_parent', 'NOT internal OR parent_id IS NOT NULL')
@Index('tickets_ended', ['closedAt', 'id'], { where: 'closed_at IS NOT NULL AND merged_into IS NULL' })
@Index('tickets_to_anonymise', ['closedAt', 'id'], {
  where: 'closed_at IS NOT NULL AND merged_into IS NULL AND anonymised_at IS NULL',
})
@Index('tickets_retention_hold', ['retentionHeldAt'], { where: 'retention_hold IS NOT NULL' })
@Check('tickets_retention_held', '(retention_hold IS NULL) = (retention_held_at IS NULL)')
@Check('tickets_nature_by_known', "nature_by IN ('rules', 'staff')")
export class Ticket {
  @PrimaryColumn('uuid')
  id!: string;

  /** `PL-XXX-XXXX`, see `ticket-number.ts`. */
  @Column('text')
  number!: string;

  @ForeignKey(() => Site, { name: 'tickets_site_id_fkey' })
  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @ForeignKey(() => Customer, { name: 'tickets_customer_id_fkey' })
  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  @ForeignKey(() => Shop, { name: 'tickets_shop_id_fkey' })
  @Column('uuid', { name: 'shop_id', nullable: true })
  shopId!: string | null;

  /** As it was when the ticket opened; `standard` for who has no shop. */
  @Column('text')
  tier!: ShopTier;

  @Column('text', { nullable: true })
  category!: CategoryKey | null;

  @Column('text', { name: 'sub_category', nullable: true })
  subCategory!: string | null;

  @Column('text', { nullable: true })
  nature!: Nature | null;

  @Column('text')
  priority!: Priority;

  @Column('text')
  status!: TicketStatus;

  @ForeignKey(() => Team, { name: 'tickets_team_id_fkey' })
  @Column('uuid', { name: 'team_id' })
  teamId!: string;

  @ForeignKey(() => Staff, { name: 'tickets_assignee_id_fkey' })
  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId!: string | null;

  @Column('text')
  subject!: string;

  /** Values by field key of the sub-category's form. */
  @Column('jsonb', { default: {} })
  form!: Record<string, string>;

  @Column('text')
  locale!: Locale;

  /** Grows with every edit. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'opened_at', default: () => 'desk_now()' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** When it last came back after it was done. */
  @Column('timestamptz', { name: 'reopened_at', nullable: true })
  reopenedAt!: Date | null;

  @Column('timestamptz', { name: 'last_activity_at', default: () => 'desk_now()' })
  lastActivityAt!: Date;

  /** What the desk aims at; written by sla alone, through `Tickets.setDue`. */
  @Column('timestamptz', { name: 'next_due_at', nullable: true })
  nextDueAt!: Date | null;

  /** The time by which the customer is told to hear more; later than the aim while they wait in the window. */
  @Column('timestamptz', { name: 'customer_due_at', nullable: true })
  customerDueAt!: Date | null;

  @Column('text', { name: 'next_due_kind', nullable: true })
  nextDueKind!: ClockKind | null;

  @Column('timestamptz', { name: 'next_due_started_at', nullable: true })
  nextDueStartedAt!: Date | null;

  @Column('timestamptz', { name: 'paused_at', nullable: true })
  pausedAt!: Date | null;

  /** Working time of that clock until it is due, from and to in turn; null: around the clock. */
  @Column('timestamptz', { name: 'next_due_working', array: true, nullable: true })
  nextDueWorking!: Date[] | null;

  /** Seconds of working time after the last of those. */
  @Column('integer', { name: 'next_due_beyond', nullable: true })
  nextDueBeyond!: number | null;

  @Column('timestamptz', { name: 'promised_at', nullable: true })
  promisedAt!: Date | null;

  @Column('text', { name: 'promise_basis', nullable: true })
  promiseBasis!: string | null;

  @Column('timestamptz', { name: 'escalated_at', nullable: true })
  escalatedAt!: Date | null;

  @Column('integer', { name: 'rating_score', nullable: true })
  ratingScore!: number | null;

  @Column('boolean', { name: 'rating_solved', nullable: true })
  ratingSolved!: boolean | null;

  @Column('text', { name: 'rating_comment', nullable: true })
  ratingComment!: string | null;

  @Column('timestamptz', { name: 'rated_at', nullable: true })
  ratedAt!: Date | null;

  @ForeignKey(() => Ticket, { name: 'tickets_follow_up_of_fkey' })
  @Column('uuid', { name: 'follow_up_of', nullable: true })
  followUpOf!: string | null;

  /** The case that its conversations went to, never one that was merged itself. Its own number goes on leading to it. */
  @ForeignKey(() => Ticket, { name: 'tickets_merged_into_fkey' })
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('timestamptz', { name: 'merged_at', nullable: true })
  mergedAt!: Date | null;

  /** What it is a part of. */
  @ForeignKey(() => Ticket, { name: 'tickets_parent_id_fkey' })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** A task among colleagues: it has no conversation, and its customer never hears of it. */
  @Column('boolean', { default: false })
  internal!: boolean;

  @Column('text', { array: true, default: [] })
  tags!: string[];

  /** Who said of what nature it is. */
  @Column('text', { name: 'nature_by', nullable: true })
  natureBy!: 'rules' | 'staff' | null;

  /** Out of the way of whoever has it until then, or until its customer writes. */
  @Column('timestamptz', { name: 'snoozed_until', nullable: true })
  snoozedUntil!: Date | null;

  @ForeignKey(() => Staff, { name: 'tickets_snoozed_by_fkey' })
  @Column('uuid', { name: 'snoozed_by', nullable: true })
  snoozedBy!: string | null;

  /** When its customer last asked to hurry, and how often. */
  @Column('timestamptz', { name: 'nudged_at', nullable: true })
  nudgedAt!: Date | null;

  @Column('integer', { default: 0 })
  nudges!: number;

  @Column('text', { name: 'rating_reasons', array: true, default: [] })
  ratingReasons!: string[];

  /** Of the sub-category's form, as it was when the values were last checked. */
  @Column('integer', { name: 'form_version', nullable: true })
  formVersion!: number | null;

  /** Since when nothing tells of whose it was and what was said; numbers, times and kinds are as they were. */
  @Column('timestamptz', { name: 'anonymised_at', nullable: true })
  anonymisedAt!: Date | null;

  /** Why it must be kept as it is, whatever its age; null: nothing speaks for it. */
  @Column('text', { name: 'retention_hold', nullable: true })
  retentionHold!: string | null;

  @Column('timestamptz', { name: 'retention_held_at', nullable: true })
  retentionHeldAt!: Date | null;

  @ForeignKey(() => Staff, { name: 'tickets_retention_held_by_fkey' })
  @Column('uuid', { name: 'retention_held_by', nullable: true })
  retentionHeldBy!: string | null;
}

/** Any number of conversations belong to a ticket, and none to two. */
@Entity('ticket_conversations')
@Index('ticket_conversations_ticket_id', ['ticketId'])
@Index('ticket_conversations_origin_id', ['originId'], { where: 'origin_id IS NOT NULL' })
export class TicketConversation {
  @ForeignKey(() => Conversation, { name: 'ticket_conversations_conversation_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @ForeignKey(() => Ticket, { name: 'ticket_conversations_ticket_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'ticket_id' })
  ticketId!: string;

  /** The conversation's `seq` when the status last changed: what came before it cannot reopen the ticket, however late its event. */
  @Column('integer', { name: 'settled_seq', default: 0 })
  settledSeq!: number;

  /** The conversation's `seq` when the case was last put off: what its customer says after it brings it back. */
  @Column('integer', { name: 'snoozed_seq', nullable: true })
  snoozedSeq!: number | null;

  /** The case that the conversation was opened as, once it has been merged into another; its customer knows only that number. */
  @ForeignKey(() => Ticket, { name: 'ticket_conversations_origin_id_fkey' })
  @Column('uuid', { name: 'origin_id', nullable: true })
  originId!: string | null;

  /** Since when its customer says that it is solved, while other customers of the case have yet to. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;
}

/** The timeline. Ids sort by time. Only lines that say so may reach a customer. */
@Entity('ticket_events')
@Index('ticket_events_ticket_id_id', ['ticketId', 'id'])
export class TicketEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Ticket, { name: 'ticket_events_ticket_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @Column('text')
  kind!: string;

  @Column('text', { name: 'actor_kind' })
  actorKind!: AuthorKind;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('jsonb', { default: {} })
  data!: Record<string, unknown>;

  /** What customers get of `data`: the keys that may leave the house, picked when the line is written. */
  @Column('jsonb', { name: 'public_data', default: {} })
  publicData!: Record<string, unknown>;

  @Column('boolean', { name: 'customer_visible' })
  customerVisible!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** How two cases belong together. */
@Entity('ticket_links')
@Index('ticket_links_other_id', ['otherId'])
@Check('ticket_links_kind_known', "kind IN ('duplicate_of', 'caused_by', 'split_from', 'related')")
@Check('ticket_links_of_two', 'ticket_id <> other_id')
export class TicketLink {
  @ForeignKey(() => Ticket, { name: 'ticket_links_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @ForeignKey(() => Ticket, { name: 'ticket_links_other_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'other_id' })
  otherId!: string;

  @PrimaryColumn('text')
  kind!: TicketLinkKind;

  @ForeignKey(() => Staff, { name: 'ticket_links_created_by_fkey' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** Staff who see a ticket although it is not their team's, and why. */
@Entity('ticket_watchers')
@Index('ticket_watchers_staff_id', ['staffId'])
export class TicketWatcher {
  @ForeignKey(() => Ticket, { name: 'ticket_watchers_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @ForeignKey(() => Staff, { name: 'ticket_watchers_staff_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'staff_id' })
  staffId!: string;

  /** In their own words, as logged. */
  @Column('text')
  reason!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

export const TICKET_ENTITIES = [
  ...CATEGORY_ENTITIES,
  ...REPLY_ENTITIES,
  Ticket,
  TicketConversation,
  TicketEvent,
  TicketLink,
  TicketWatcher,
];
