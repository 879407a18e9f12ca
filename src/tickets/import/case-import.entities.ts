import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type {
  CaseImportFormat,
  CaseImportMessage,
  CaseImportOptions,
  CaseImportOutcome,
  CaseImportPlace,
  ImportStatus,
  TicketStatus,
} from '../../contract/index.js';
import { Staff } from '../../people/index.js';
import { Ticket } from '../ticket.entities.js';
import type { CasePlan } from './case-plan.js';

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
export class CaseImport {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null until it is known. */
  @Column('text', { nullable: true })
  format!: CaseImportFormat | null;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  /** Where the file lies until it is taken over; then empty. */
  @Column('text', { name: 'storage_key' })
  storageKey!: string;

  /** Bytes. */
  @Column('integer')
  size!: number;

  @Column('jsonb')
  options!: CaseImportOptions;

  /** `checked`: looked through, nothing changed. */
  @Column('text', { default: 'checking' })
  status!: ImportStatus;

  @Column('jsonb', { default: {} })
  counts!: object;

  @Column('jsonb', { default: [] })
  places!: CaseImportPlace[];

  @Column('jsonb', { name: 'unknown_staff', default: [] })
  unknownStaff!: string[];

  @Column('jsonb', { nullable: true })
  problem!: CaseImportMessage | null;

  /** How often somebody began to work on it, since it was last asked for. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** Somebody works on it, and will have said so again before this. */
  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil!: Date | null;

  /** Who has said that it be taken over. */
  @Column('uuid', { name: 'applied_by', nullable: true })
  appliedBy!: string | null;

  @ForeignKey(() => Staff, { name: 'case_imports_created_by_fkey' })
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('text', { name: 'created_by_name' })
  createdByName!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

/** One case of a file, and what becomes of it. */
@Entity('case_import_rows')
@Check('case_import_rows_outcome_known', "outcome IN ('new', 'known', 'skipped', 'refused')")
@Index('case_import_rows_to_do', ['importId', 'number'], { where: 'plan IS NOT NULL' })
@Index('case_import_rows_ticket_id', ['ticketId'], { where: 'ticket_id IS NOT NULL' })
export class CaseImportRow {
  @ForeignKey(() => CaseImport, { name: 'case_import_rows_import_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'import_id' })
  importId!: string;

  /** From 1, in the order of the file. */
  @PrimaryColumn('integer')
  number!: number;

  @Column('text')
  place!: string;

  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  outcome!: CaseImportOutcome;

  @Column('text', { nullable: true })
  status!: TicketStatus | null;

  /** Messages and notes. */
  @Column('integer', { default: 0 })
  entries!: number;

  @Column('jsonb', { default: [] })
  messages!: CaseImportMessage[];

  /** The case that it is. */
  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId!: string | null;

  /** What is to be done; null: nothing, or nothing more. */
  @Column('jsonb', { nullable: true })
  plan!: CasePlan | null;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  appliedAt!: Date | null;
}

export const CASE_IMPORT_ENTITIES = [TicketSource, CaseImport, CaseImportRow];
