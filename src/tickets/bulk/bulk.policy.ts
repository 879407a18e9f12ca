import type { BulkDeedKind } from '../../contract/index.js';
import { type Deed, may, type StandingFacts, standingOf } from '../permissions.data.js';

/** What one has to be allowed for a case by itself. */
const DEEDS: Record<BulkDeedKind, Deed> = {
  answer: 'reply',
  note: 'see',
  status: 'work',
  assign: 'work',
  priority: 'work',
  tags: 'work',
};

/** As for one case; but an agent orders it for those in their own hands alone. */
export function mayInBulk(
  staff: StandingFacts,
  ticket: { teamId: string; assigneeId: string | null; watched: boolean },
  kind: BulkDeedKind,
): boolean {
  if (staff.role === 'agent' && ticket.assigneeId !== staff.staffId) return false;
  return may(staff.role, standingOf(staff, ticket), DEEDS[kind]);
}
