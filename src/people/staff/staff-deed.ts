import type { AuditActor, AuditEntry, Changes } from '../../platform/audit/index.js';

/** A line of the audit log about somebody of the staff. @param deed past participle, e.g. `disabled` */
export const staffDeed = (
  actor: AuditActor,
  deed: string,
  { id, name }: { id: string; name: string },
  changes?: Changes,
): AuditEntry => ({ actor, action: `staff.${deed}`, subject: { kind: 'staff', id, label: name }, changes });
