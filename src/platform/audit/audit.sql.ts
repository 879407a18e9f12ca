import { cursorColumn } from '../http/index.js';
import type { Changes } from './audit.entity.js';

export interface AuditFilter {
  subjectKind?: string;
  subjectId?: string;
  actorId?: string;
  /** Where the page before ended, as its row says. */
  before?: { at: string; id: string };
}

/** `at`: ISO 8601 in UTC, with its microseconds. */
export interface AuditRow {
  id: string;
  at: string;
  actorKind: 'staff' | 'system';
  actorId: string | null;
  actorName: string;
  action: string;
  subjectKind: string;
  subjectId: string;
  subjectLabel: string;
  changes: Changes;
  [column: string]: unknown;
}

export const PAGE_OF_AUDIT = `
  SELECT id, ${cursorColumn('at')} AS at,
         actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName", action,
         subject_kind AS "subjectKind", subject_id AS "subjectId", subject_label AS "subjectLabel", changes
    FROM audit_records
   WHERE ($1::text IS NULL OR subject_kind = $1)
     AND ($2::text IS NULL OR subject_id = $2)
     AND ($3::uuid IS NULL OR actor_id = $3)
     AND ($4::timestamptz IS NULL OR (audit_records.at, id) < ($4, $5::uuid))
   ORDER BY audit_records.at DESC, id DESC
   LIMIT $6`;

export function valuesOf({ subjectKind, subjectId, actorId, before }: AuditFilter, limit: number): unknown[] {
  return [subjectKind ?? null, subjectId ?? null, actorId ?? null, before?.at ?? null, before?.id ?? null, limit];
}
