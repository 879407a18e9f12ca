import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type {
  AuthorKind,
  CategoryKey,
  Channel,
  ConversationHandler,
  EntryData,
  EntryKind,
  Locale,
} from '../contract/index.js';
import { Customer, Site } from '../people/index.js';

/** One matter of one customer, as a thread, with the facts that clocks and routing live by. */
@Entity('conversations')
@Index('conversations_of_customer', ['customerId'])
@Index('conversations_client_id', ['visitorSessionId', 'clientConversationId'], { unique: true })
export class Conversation {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Site)
  @Column('uuid', { name: 'site_id' })
  siteId!: string;

  @ForeignKey(() => Customer)
  @Column('uuid', { name: 'customer_id' })
  customerId!: string;

  @Column('uuid', { name: 'visitor_session_id', nullable: true })
  visitorSessionId!: string | null;

  /** Chosen by the client, so that a repeated start finds the same conversation. */
  @Column('uuid', { name: 'client_conversation_id', nullable: true })
  clientConversationId!: string | null;

  @Column('text')
  channel!: Channel;

  @Column('text', { default: 'bot' })
  handler!: ConversationHandler;

  @Column('text', { nullable: true })
  category!: CategoryKey | null;

  @Column('text')
  locale!: Locale;

  /** Last number given out to an entry, notes included. */
  @Column('integer', { default: 0 })
  seq!: number;

  /** Last number given out to an entry that the customer sees. */
  @Column('integer', { name: 'customer_seq', default: 0 })
  customerSeq!: number;

  /** What the customer last saw written, cut. */
  @Column('text', { default: '' })
  preview!: string;

  @Column('timestamptz', { name: 'first_staff_reply_at', nullable: true })
  firstStaffReplyAt!: Date | null;

  /** The oldest customer message that no person has answered; null when none waits. */
  @Column('timestamptz', { name: 'awaiting_reply_since', nullable: true })
  awaitingReplySince!: Date | null;

  @Column('timestamptz', { name: 'last_customer_message_at', nullable: true })
  lastCustomerMessageAt!: Date | null;

  @Column('timestamptz', { name: 'last_activity_at', default: () => 'desk_now()' })
  lastActivityAt!: Date;

  /** A message within the days of `LIMITS.reopenDays` after this reopens; later it must start anew. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @ForeignKey(() => Conversation)
  @Column('uuid', { name: 'follow_up_of', nullable: true })
  followUpOf!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** What a conversation consists of. Never changed but for `data`, never deleted. */
@Entity('entries')
@Index('entries_seq', ['conversationId', 'seq'], { unique: true })
@Index('entries_customer_seq', ['conversationId', 'customerSeq'], { unique: true })
@Index('entries_client_message', ['conversationId', 'clientMessageId'], { unique: true })
@Check('entries_note_is_internal', `kind <> 'note' OR customer_seq IS NULL`)
export class Entry {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Conversation)
  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @Column('integer')
  seq!: number;

  /** Null: staff only. */
  @Column('integer', { name: 'customer_seq', nullable: true })
  customerSeq!: number | null;

  @Column('text')
  kind!: EntryKind;

  @Column('text', { name: 'author_kind' })
  authorKind!: AuthorKind;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  /** As it was then. */
  @Column('text', { name: 'author_name' })
  authorName!: string;

  @Column('text')
  channel!: Channel;

  @Column('text', { name: 'client_message_id', nullable: true })
  clientMessageId!: string | null;

  @Column('text')
  body!: string;

  @Column('jsonb', { nullable: true })
  data!: EntryData | null;

  /** Snapshot of the files sent with it, see {@link Attachment}. */
  @Column('jsonb', { default: [] })
  attachments!: StoredAttachment[];

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

export interface StoredAttachment {
  id: string;
  name: string;
  contentType: string;
  size: number;
  width?: number;
  height?: number;
}

/** Who may read and write a conversation: `customer:<id>`, `team:<id>`, `staff:<id>`, `role:<role>`. */
@Entity('conversation_grants')
@Index('conversation_grants_principal', ['principal'])
export class ConversationGrant {
  @ForeignKey(() => Conversation)
  @PrimaryColumn('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @PrimaryColumn('text')
  principal!: string;
}

/** How far a principal has read, in its own numbering. */
@Entity('read_states')
export class ReadState {
  @ForeignKey(() => Conversation)
  @PrimaryColumn('uuid', { name: 'conversation_id' })
  conversationId!: string;

  @PrimaryColumn('text')
  principal!: string;

  @Column('integer')
  seq!: number;
}

/** A file that was uploaded for a conversation, or for one to be begun; it belongs to nobody's thread until an entry takes it. */
@Entity('attachments')
@Check('attachments_sent_check', 'conversation_id IS NOT NULL OR entry_id IS NULL')
@Index('attachments_unsent', ['createdAt'], { where: 'entry_id IS NULL' })
export class Attachment {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: of a form whose conversation begins when it is sent. */
  @ForeignKey(() => Conversation)
  @Column('uuid', { name: 'conversation_id', nullable: true })
  conversationId!: string | null;

  @ForeignKey(() => Entry)
  @Column('uuid', { name: 'entry_id', nullable: true })
  entryId!: string | null;

  /** Principal of who uploaded it. */
  @Column('text', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'content_type' })
  contentType!: string;

  @Column('integer')
  size!: number;

  @Column('integer', { nullable: true })
  width!: number | null;

  @Column('integer', { nullable: true })
  height!: number | null;

  @Column('text', { name: 'storage_key' })
  storageKey!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

export const CONVERSATION_ENTITIES = [Conversation, Entry, ConversationGrant, ReadState, Attachment];
