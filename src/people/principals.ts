import type { Locale, StaffRole } from '../contract/index.js';
import type { AuditActor } from '../platform/audit/index.js';

/** Who acts, when it is somebody of the staff. Comes from the session alone, never from a payload. */
export interface StaffPrincipal {
  staffId: string;
  sessionId: string;
  name: string;
  role: StaffRole;
  teamIds: string[];
  locale: Locale;
}

/** How the audit log names this person. */
export const auditActor = (staff: Pick<StaffPrincipal, 'staffId' | 'name'>): AuditActor => ({
  kind: 'staff',
  id: staff.staffId,
  name: staff.name,
});

/** Who acts, when it is a customer. Comes from the browser session's key alone, never from a payload. */
export interface CustomerPrincipal {
  customerId: string;
  visitorSessionId: string;
  siteId: string;
  siteKey: string;
  locale: Locale;
  /** False for an anonymous visitor. */
  identified: boolean;
  /** Empty for an anonymous visitor. */
  name: string;
}
