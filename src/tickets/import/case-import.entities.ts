import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { TicketStatus } from '../../contract/index.js';
import { Staff } from '../../people/index.js';
import { ImportFile, ImportRow } from '../../platform/imports/index.js';
import { Ticket } from '../ticket.entities.js';

/** Under which number a case was known where it came from: brought again, it is the same. */
@Entity('ticket_sources')
@Index('ticket_sources_ticket_id', ['ticketId'])
export class TicketSource {
  /** E.g. `zendesk`. */
  @PrimaryColumn('text')
  source!: string;

  @PrimaryColumn('text', { name: 'external_id' })
  externalId!: string;

  @ForeignKey(() => Ticket, { name: 'ticket_sources_ticket_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'ticket_id' })
  ticketId!: string;

  @Column('timestamptz', { name: 'imported_at', default: () => 'desk_now()' })
  importedAt!: Date;
}

/** A file of cases that somebody has brought. */
@Entity('case_imports')
@Check('case_imports_status_known', "status IN ('checking', 'checked', 'applying', 'done', 'failed')")
@Index('case_imports_list', ['createdAt'])
@Index('case_imports_under_way', ['heldUntil'], { where: "status IN ('checking', 'applying')" })
export class CaseImport extends ImportFile {
  @ForeignKey(() => Staff, { name: 'case_imports_created_by_fkey' })
  override createdBy!: string;
}

/** One case of a file, and what becomes of it. */
@Entity('case_import_rows')
@Check('case_import_rows_outcome_known', "outcome IN ('new', 'known', 'skipped', 'refused')")
@Index('case_import_rows_to_do', ['importId', 'number'], { where: 'plan IS NOT NULL' })
@Index('case_import_rows_ticket_id', ['ticketId'], { where: 'ticket_id IS NOT NULL' })
export class CaseImportRow extends ImportRow {
  @ForeignKey(() => CaseImport, { name: 'case_import_rows_import_id_fkey', onDelete: 'CASCADE' })
  override importId!: string;

  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('text')
  subject!: string;

  @Column('text', { nullable: true })
  status!: TicketStatus | null;

  /** Messages and notes. */
  @Column('integer', { default: 0 })
  entries!: number;

  /** The case that it is. */
  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;
}

export const CASE_IMPORT_ENTITIES = [TicketSource, CaseImport, CaseImportRow];
