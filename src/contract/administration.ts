/** One line of the audit log: what somebody changed about the desk itself. */
export interface AuditRecordView {
  id: string;
  at: string;
  /** No id: a program (`doctor`, `seed`). */
  actor: { id?: string; name: string };
  /** `<kind of thing>.<past participle>`, e.g. `site.updated`. */
  action: string;
  subject: { kind: string; id: string; label: string };
  changes: Record<string, { before?: unknown; after?: unknown }>;
}
