import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  FeedbackHistoryKind,
  FeedbackKind,
  FeedbackStatus,
  FeedbackWay,
  Locale,
  LocalizedText,
} from '../contract/index.js';
import { Customer, Site, Staff } from '../people/index.js';
import { Ticket } from '../tickets/index.js';

/** What of the product feedback can be about. */
@Entity('feedback_areas')
export class FeedbackArea {
  @PrimaryColumn('text')
  key!: string;

  @Column('jsonb')
  name!: LocalizedText;

  @Column('integer')
  position!: number;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;
}

/**
 * Like feedback together; every piece is in one, most often alone. What becomes of it, and the answer, are the topic's. One that
 * went into another stays for its history.
 */
@Entity('feedback_topics')
@Index('feedback_topics_changed', ['changedAt', 'id'], { where: 'merged_into IS NULL' })
@Index('feedback_topics_public', ['people'], { where: 'public_at IS NOT NULL AND merged_into IS NULL' })
@Index('feedback_topics_merged_into', ['mergedInto'])
@Check('feedback_topics_status_known', "status IN ('received', 'planned', 'done', 'declined')")
@Check('feedback_topics_public_named', 'public_at IS NULL OR title IS NOT NULL')
@Check('feedback_topics_answered', "status NOT IN ('done', 'declined') OR answer IS NOT NULL")
export class FeedbackTopic {
  @PrimaryColumn('uuid')
  id!: string;

  /** Written by staff: never a customer's own words. */
  @Column('jsonb', { nullable: true })
  title!: LocalizedText | null;

  @ForeignKey(() => FeedbackArea, { name: 'feedback_topics_area_fkey' })
  @Column('text', { nullable: true })
  area!: string | null;

  @Column('text', { default: 'received' })
  status!: FeedbackStatus;

  @Column('jsonb', { nullable: true })
  answer!: LocalizedText | null;

  @Column('timestamptz', { name: 'public_at', nullable: true })
  publicAt!: Date | null;

  /** Who gave or voted, each once; counted anew with every change. */
  @Column('integer', { default: 1 })
  people!: number;

  @ForeignKey(() => FeedbackTopic, { name: 'feedback_topics_merged_into_fkey' })
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at', default: () => 'desk_now()' })
  changedAt!: Date;
}

@Entity('feedback')
@Unique('feedback_once_key', ['once'])
@Index('feedback_topic_id', ['topicId', 'createdAt'])
@Index('feedback_customer_id', ['customerId', 'createdAt'])
@Index('feedback_from_ticket_id', ['fromTicketId'], { unique: true })
@Index('feedback_ticket_id', ['ticketId'], { unique: true })
@Index('feedback_units', ['units'], { type: 'gin' })
@Check('feedback_kind_known', "kind IN ('suggestion', 'complaint', 'fault')")
@Check('feedback_way_known', "way IN ('widget', 'page', 'case')")
export class FeedbackPiece {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => FeedbackTopic, { name: 'feedback_topic_id_fkey' })
  @Column('uuid', { name: 'topic_id' })
  topicId!: string;

  @ForeignKey(() => Site, { name: 'feedback_site_id_fkey' })
  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @ForeignKey(() => Customer, { name: 'feedback_customer_id_fkey' })
  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  @Column('text')
  kind!: FeedbackKind;

  @ForeignKey(() => FeedbackArea, { name: 'feedback_area_fkey' })
  @Column('text', { nullable: true })
  area!: string | null;

  @Column('text')
  words!: string;

  /** What the words are about, see `likeness.ts`. */
  @Column('text', { array: true })
  units!: string[];

  @Column('text')
  locale!: Locale;

  @Column('text')
  way!: FeedbackWay;

  /** Whoever sends a form twice gives once. */
  @Column('text')
  once!: string;

  /** The case that it was taken from. */
  @ForeignKey(() => Ticket, { name: 'feedback_from_ticket_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'from_ticket_id', nullable: true })
  fromTicketId!: string | null;

  /** The case that it became. */
  @ForeignKey(() => Ticket, { name: 'feedback_ticket_id_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** 我也需要. */
@Entity('feedback_votes')
@Index('feedback_votes_customer_id', ['customerId'])
export class FeedbackVote {
  @ForeignKey(() => FeedbackTopic, { name: 'feedback_votes_topic_id_fkey' })
  @PrimaryColumn('uuid', { name: 'topic_id' })
  topicId!: string;

  @ForeignKey(() => Customer, { name: 'feedback_votes_customer_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** What happened to a topic, who did it, and why. No customer ever reads it. */
@Entity('feedback_history')
@Index('feedback_history_topic_id', ['topicId', 'at'])
export class FeedbackHistoryLine {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => FeedbackTopic, { name: 'feedback_history_topic_id_fkey' })
  @Column('uuid', { name: 'topic_id' })
  topicId!: string;

  @Column('text')
  kind!: FeedbackHistoryKind;

  /** Null: a customer. */
  @ForeignKey(() => Staff, { name: 'feedback_history_staff_id_fkey' })
  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;

  @Column('jsonb', { default: {} })
  data!: object;

  @Column('timestamptz', { default: () => 'desk_now()' })
  at!: Date;
}

/** The people of a topic are told what became of it, with the words as they were then. */
@Entity('feedback_tellings')
@Index('feedback_tellings_topic_id', ['topicId', 'createdAt'])
export class FeedbackTelling {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => FeedbackTopic, { name: 'feedback_tellings_topic_id_fkey' })
  @Column('uuid', { name: 'topic_id' })
  topicId!: string;

  @Column('jsonb', { nullable: true })
  title!: LocalizedText | null;

  @Column('text')
  status!: FeedbackStatus;

  @Column('jsonb', { nullable: true })
  answer!: LocalizedText | null;

  @ForeignKey(() => Staff, { name: 'feedback_tellings_staff_id_fkey' })
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  /** Until then it can be called back, and nobody is told. */
  @Column('timestamptz', { name: 'held_until' })
  heldUntil!: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** One person of a telling: there once, and told once. */
@Entity('feedback_told')
@Index('feedback_told_due', ['dueAt'], { where: 'due_at IS NOT NULL' })
export class FeedbackTold {
  @ForeignKey(() => FeedbackTelling, { name: 'feedback_told_telling_id_fkey' })
  @PrimaryColumn('uuid', { name: 'telling_id' })
  tellingId!: string;

  @ForeignKey(() => Customer, { name: 'feedback_told_customer_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId!: string;

  /** Null: it is on its way, or was called back. */
  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  /** How they were reached: `thread`, `mail`; null until then. */
  @Column('text', { array: true, nullable: true })
  ways!: string[] | null;
}

export const FEEDBACK_ENTITIES = [
  FeedbackArea,
  FeedbackTopic,
  FeedbackPiece,
  FeedbackVote,
  FeedbackHistoryLine,
  FeedbackTelling,
  FeedbackTold,
];
