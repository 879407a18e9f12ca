import type { StaffPrincipal } from '../../people/index.js';

/** Supervisors for their own teams; for all teams at once, who keeps the desk. */
export const maySurge = ({ role, teamIds }: Pick<StaffPrincipal, 'role' | 'teamIds'>, teamId: string | null): boolean =>
  role === 'admin' || (role === 'supervisor' && teamId !== null && teamIds.includes(teamId));
