import { Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Staff } from '../../people/index.js';
import { Ticket } from '../ticket.entities.js';

/** What a ticket is found by: number, subject, customer and shop, folded. Triggers keep it; an index over its bigrams answers. */
@Entity('ticket_words')
export class TicketWords {
  @ForeignKey(() => Ticket, { name: 'ticket_words_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @Column('text')
  words!: string;
}

/** What was said in the thread of a case, folded; lines of the desk's own are none of it. An index over its bigrams answers. */
@Entity('said_words')
export class SaidWords {
  @PrimaryColumn('uuid', { name: 'conversation_id' })
  conversationId!: string;

  /** Of the entry, as staff number it. */
  @PrimaryColumn('integer')
  seq!: number;

  @Column('text')
  words!: string;
}

/** A thread of which something is not among the words yet. */
@Entity('said_due')
export class SaidDue {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('uuid', { name: 'conversation_id' })
  conversationId!: string;

  /** Something was taken back: the whole thread is written down anew. */
  @Column('boolean', { default: false })
  again!: boolean;
}

/** A filter of the ticket table that somebody keeps by a name; nobody else sees it. */
@Entity('ticket_views')
@Unique('ticket_views_staff_id_name_key', ['staffId', 'name'])
export class SavedView {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey(() => Staff, { name: 'ticket_views_staff_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'staff_id' })
  staffId!: string;

  @Column('text')
  name!: string;

  /** The address of the table after its `?`; the console reads it, and ignores what it does not know. */
  @Column('text')
  query!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;
}

export const TICKET_SEARCH_ENTITIES = [TicketWords, SaidWords, SaidDue, SavedView];
