import { Column, PrimaryColumn } from 'typeorm';
import type { ImportMessage, ImportStatus } from '../../contract/index.js';

/** A file that somebody has brought. */
export abstract class ImportFile {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null until it is known. */
  @Column('text', { nullable: true })
  format!: string | null;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  /** Where the file lies until it is taken over; then empty. */
  @Column('text', { name: 'storage_key' })
  storageKey!: string;

  /** Bytes. */
  @Column('integer')
  size!: number;

  @Column('jsonb')
  options!: object;

  /** `checked`: looked through, nothing changed. */
  @Column('text', { default: 'checking' })
  status!: ImportStatus;

  @Column('jsonb', { default: {} })
  counts!: object;

  /** What beside its rows came of looking through it. */
  @Column('jsonb')
  plan!: object;

  @Column('jsonb', { nullable: true })
  problem!: ImportMessage | null;

  /** How often somebody began to work on it, since it was last asked for. */
  @Column('integer', { default: 0 })
  attempts!: number;

  /** Somebody works on it, and will have said so again before this. */
  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil!: Date | null;

  /** Who has said that it be taken over. */
  @Column('uuid', { name: 'applied_by', nullable: true })
  appliedBy!: string | null;

  @Column('text', { name: 'applied_by_name', nullable: true })
  appliedByName!: string | null;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Column('text', { name: 'created_by_name' })
  createdByName!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'desk_now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

/** One thing of a file, and what becomes of it. */
export abstract class ImportRow {
  @PrimaryColumn('uuid', { name: 'import_id' })
  importId!: string;

  /** From 1, in the order of the file. */
  @PrimaryColumn('integer')
  number!: number;

  /** Where it stands in the file. */
  @Column('text')
  place!: string;

  @Column('text')
  outcome!: string;

  @Column('jsonb', { default: [] })
  messages!: ImportMessage[];

  /** What is to be done; null: nothing, or nothing more. */
  @Column('jsonb', { nullable: true })
  plan!: object | null;

  @Column('timestamptz', { name: 'applied_at', nullable: true })
  appliedAt!: Date | null;
}
