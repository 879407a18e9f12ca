import type { StaffRole } from '../contract/index.js';

/** How a member of staff stands to a ticket; the first that holds is taken. */
export type Standing = 'own_team' | 'watched' | 'stranger';

export type Deed =
  | 'see'
  | 'reply'
  /** To hand over, to change status, fields and priority. */
  | 'work'
  /** To open by number after giving a reason, which is logged; from then on it is watched. */
  | 'enter_by_number';

/**
 * Who may do what to a ticket. `see` and `reply` are also written as conversation grants, which sockets, catch-up and files
 * read; a test compares the two. Admin: everything, as `role:admin` stands in every grant.
 */
export const PERMISSIONS: Readonly<Record<StaffRole, Readonly<Record<Standing, readonly Deed[]>>>> = {
  agent: {
    own_team: ['see', 'reply', 'work'],
    watched: ['see', 'reply'],
    stranger: ['enter_by_number'],
  },
  supervisor: {
    own_team: ['see', 'reply', 'work'],
    watched: ['see', 'reply'],
    stranger: ['enter_by_number'],
  },
  admin: {
    own_team: ['see', 'reply', 'work'],
    watched: ['see', 'reply', 'work'],
    stranger: ['see', 'reply', 'work'],
  },
};

export interface StandingFacts {
  role: StaffRole;
  teamIds: readonly string[];
  staffId: string;
}

export function standingOf(
  staff: StandingFacts,
  ticket: { teamId: string; assigneeId: string | null; watched: boolean },
): Standing {
  if (ticket.assigneeId === staff.staffId || staff.teamIds.includes(ticket.teamId)) return 'own_team';
  return ticket.watched ? 'watched' : 'stranger';
}

export function may(role: StaffRole, standing: Standing, deed: Deed): boolean {
  return PERMISSIONS[role][standing].includes(deed);
}
