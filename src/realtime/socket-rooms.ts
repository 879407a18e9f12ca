import { staffPrincipals } from '../conversations/index.js';
import type { CustomerPrincipal, StaffPrincipal } from '../people/index.js';

/** Sockets of one browser session, whoever it belongs to at the moment. */
export const visitorRoom = (visitorSessionId: string) => `visitor:${visitorSessionId}`;
/** Sockets of one staff session. */
const sessionRoom = (sessionId: string) => `session:${sessionId}`;

export function customerRooms(customer: CustomerPrincipal): string[] {
  return [`customer:${customer.customerId}`, `site:${customer.siteKey}`, visitorRoom(customer.visitorSessionId)];
}

export function staffRooms(staff: StaffPrincipal): string[] {
  return [...new Set([...staffPrincipals(staff), `role:${staff.role}`]), sessionRoom(staff.sessionId)];
}
