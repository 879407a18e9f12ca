import type { AuthorKind } from '../contract/index.js';
import type { CustomerPrincipal, StaffPrincipal } from '../people/index.js';
import type { Principal } from '../platform/push/index.js';

/** Who writes, and by which grants they may. Made from an authenticated session, never from a payload. */
export interface Author {
  kind: AuthorKind;
  id: string | null;
  name: string;
  /** What the author may act as, see `conversation_grants`. */
  principals: Principal[];
  /** The socket by which it came: the ack tells it all, so it needs no push. */
  socketId?: string;
}

export function customerAuthor(customer: CustomerPrincipal, socketId?: string): Author {
  return {
    kind: 'customer',
    id: customer.customerId,
    name: customer.name ?? '',
    principals: [`customer:${customer.customerId}`],
    socketId,
  };
}

export function staffAuthor(staff: StaffPrincipal): Author {
  return { kind: 'staff', id: staff.staffId, name: staff.name, principals: staffPrincipals(staff) };
}

/** A member of staff acts as themselves, as their teams and, if an admin, as every admin. */
export function staffPrincipals(staff: Pick<StaffPrincipal, 'staffId' | 'teamIds' | 'role'>): Principal[] {
  return [
    `staff:${staff.staffId}`,
    ...staff.teamIds.map((team): Principal => `team:${team}`),
    ...(staff.role === 'admin' ? (['role:admin'] as Principal[]) : []),
  ];
}

export const BOT = { kind: 'bot', id: null, name: '长明助手' } as const;
export const SYSTEM = { kind: 'system', id: null, name: '' } as const;
