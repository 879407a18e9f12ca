export { AuditRecord, type Changes } from './audit.entity.js';
export { AuditModule } from './audit.module.js';
export { Audit, type AuditActor, type AuditEntry } from './audit.service.js';
export type { AuditFilter, AuditRow } from './audit.sql.js';
export { differences } from './differences.js';
