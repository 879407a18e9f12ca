import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Conversation } from '../../conversations/index.js';
import { Customer } from '../../people/index.js';
import { Ticket } from '../../tickets/index.js';

export type CustomerLetterKind = 'received' | 'answered' | 'escalated' | 'promised' | 'resolved';

/** A reason to write to a customer. What the letter says, and whether it is still worth one, is seen when it is due. */
@Entity('letters')
@Unique('letters_key_key', ['key'])
@Index('letters_due', ['dueAt'], { where: "state = 'waiting'" })
@Index('letters_one_answer', ['conversationId'], { unique: true, where: "kind = 'answered' AND state = 'waiting'" })
@Index('letters_of_conversation', ['conversationId', 'kind'])
@Index('letters_done', ['createdAt'], { where: "state <> 'waiting'" })
@Check('letters_kind_known', "kind IN ('received', 'answered', 'escalated', 'promised', 'resolved')")
@Check('letters_state_known', "state IN ('waiting', 'written', 'dropped')")
export class Letter {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: CustomerLetterKind;

  /** What it is about, and to whom: the same again is no second letter. */
  @Column('text')
  key!: string;

  @ForeignKey(() => Ticket, { name: 'letters_ticket_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @ForeignKey(() => Conversation, { name: 'letters_conversation_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  /** `promisedAt` of a promise; `upTo` of answers that were sent, in the customer's numbers. */
  @Column('jsonb', { default: {} })
  data!: { promisedAt?: string; renewed?: boolean; upTo?: number };

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('text', { default: 'waiting' })
  state!: 'waiting' | 'written' | 'dropped';

  /** Why it was dropped. */
  @Column('text', { default: '' })
  because!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

/** An address that wants no mail from the desk. Outlives the contact point: the host may name it again. */
@Entity('mail_refusals')
export class MailRefusal {
  @ForeignKey(() => Customer, { name: 'mail_refusals_customer_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'customer_id' })
  customerId!: string;

  /** Lower case. */
  @PrimaryColumn('text')
  address!: string;

  @Column('timestamptz', { name: 'refused_at', default: () => 'desk_now()' })
  refusedAt!: Date;
}
