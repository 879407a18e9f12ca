import { Injectable } from '@nestjs/common';
import { newId } from '../clock/index.js';
import { Database, type Transaction } from '../db/index.js';
import type { Changes } from './audit.entity.js';
import { type AuditFilter, type AuditRow, PAGE_OF_AUDIT, valuesOf } from './audit.sql.js';

/** Who changed something: a person of the staff, or a program (`doctor`, `seed`). */
export type AuditActor = { kind: 'staff'; id: string; name: string } | { kind: 'system'; name: string };

export interface AuditEntry {
  actor: AuditActor;
  /** `<kind of thing>.<past participle>`, e.g. `site.updated`. */
  action: string;
  /** What was changed; `label` is its name as people know it. */
  subject: { kind: string; id: string; label: string };
  /** See `differences`. Never a secret: of one that changed say only that it did. */
  changes?: Changes;
}

/** Who changed what about the desk, and when. */
@Injectable()
export class Audit {
  constructor(private readonly database: Database) {}

  /** Stands or falls with the change itself: `tx` is the transaction that makes it. */
  async record(tx: Transaction, { actor, action, subject, changes = {} }: AuditEntry): Promise<void> {
    await tx.query(
      `INSERT INTO audit_records (id, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, subject_label, changes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        actor.kind,
        actor.kind === 'staff' ? actor.id : null,
        actor.name,
        action,
        subject.kind,
        subject.id,
        subject.label,
        JSON.stringify(changes),
      ],
    );
  }

  /** Newest first. @param filter.before the last row of the page before */
  read(filter: AuditFilter, limit: number): Promise<AuditRow[]> {
    return this.database.query<AuditRow>(PAGE_OF_AUDIT, valuesOf(filter, limit));
  }
}
