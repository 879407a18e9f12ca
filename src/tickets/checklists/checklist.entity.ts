import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Staff } from '../../people/index.js';
import { Ticket } from '../ticket.entities.js';

/** An item of the sub-category's checklist that was seen to. */
@Entity('ticket_checks')
export class TicketCheck {
  @ForeignKey(() => Ticket, { name: 'ticket_checks_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  /** Its key. */
  @PrimaryColumn('text')
  item!: string;

  @ForeignKey(() => Staff, { name: 'ticket_checks_done_by_fkey' })
  @Column('uuid', { name: 'done_by' })
  doneBy!: string;

  @Column('timestamptz', { name: 'done_at', default: () => 'desk_now()' })
  doneAt!: Date;
}
