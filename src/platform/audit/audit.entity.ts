import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Of each field that was changed: what stood there before, and what stands there now. */
export type Changes = Record<string, { before?: unknown; after?: unknown }>;

/**
 * What somebody changed about the desk itself. Rows are only ever added: a trigger refuses every other statement.
 * Names are kept as they were at the time, so that the log is readable without what it tells of.
 */
@Entity('audit_records')
@Index('audit_records_at', ['at', 'id'])
@Index('audit_records_subject', ['subjectKind', 'subjectId', 'at'])
@Index('audit_records_actor', ['actorId', 'at'])
@Check('audit_records_actor_kind_known', "actor_kind IN ('staff', 'system')")
@Check('audit_records_actor_named', "(actor_kind = 'staff') = (actor_id IS NOT NULL)")
export class AuditRecord {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz', { default: () => 'desk_now()' })
  at!: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind!: 'staff' | 'system';

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  @Column('text', { name: 'actor_name' })
  actorName!: string;

  /** `<kind of thing>.<past participle>`, e.g. `site.updated`. */
  @Column('text')
  action!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: string;

  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('text', { name: 'subject_label' })
  subjectLabel!: string;

  @Column('jsonb', { default: {} })
  changes!: Changes;
}
