import { z } from 'zod';
import type { AuditRecordView } from '../../contract/index.js';
import type { AuditRow } from '../../platform/audit/index.js';
import { page, view } from '../../platform/openapi/index.js';

const AuditRecordViewSchema = view(
  'AuditRecordView',
  z.object({
    id: z.uuid(),
    at: z.iso.datetime(),
    actor: z.object({ id: z.uuid().optional(), name: z.string() }),
    action: z.string(),
    subject: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
    changes: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
  }) satisfies z.ZodType<AuditRecordView>,
);

export const AuditPage = page(AuditRecordViewSchema);

export const auditRecordView = (row: AuditRow): AuditRecordView => ({
  id: row.id,
  at: row.at,
  actor: { ...(row.actorId !== null && { id: row.actorId }), name: row.actorName },
  action: row.action,
  subject: { kind: row.subjectKind, id: row.subjectId, label: row.subjectLabel },
  changes: row.changes,
});
