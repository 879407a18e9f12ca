import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
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

export const TICKET_SEARCH_ENTITIES = [TicketWords, SavedView];
