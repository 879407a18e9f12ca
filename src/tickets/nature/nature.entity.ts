import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Nature } from '../../contract/index.js';
import { Staff } from '../../people/index.js';
import { Ticket } from '../ticket.entities.js';

/** The nature of a case was guessed, and somebody knew better. Of its words only the known features are kept. */
@Entity('nature_corrections')
@Index('nature_corrections_latest', ['correctedAt'])
@Check(
  'nature_corrections_known',
  "guessed IN ('usage', 'fault', 'suggestion') AND corrected IN ('usage', 'fault', 'suggestion')",
)
export class NatureCorrection {
  @ForeignKey(() => Ticket, { name: 'nature_corrections_ticket_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @Column('text', { array: true })
  features!: string[];

  @Column('text')
  guessed!: Nature;

  @Column('text')
  corrected!: Nature;

  @ForeignKey(() => Staff, { name: 'nature_corrections_corrected_by_fkey' })
  @Column('uuid', { name: 'corrected_by' })
  correctedBy!: string;

  @Column('timestamptz', { name: 'corrected_at', default: () => 'desk_now()' })
  correctedAt!: Date;
}
