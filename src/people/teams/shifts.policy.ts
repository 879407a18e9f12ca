import type { StaffPrincipal } from '../principals.js';

type Reader = Pick<StaffPrincipal, 'role' | 'teamIds'>;

/** Everybody of the team reads its shift table; administrators read all. */
export const maySeeShifts = ({ role, teamIds }: Reader, teamId: string): boolean =>
  role === 'admin' || teamIds.includes(teamId);

/** To say who works when is running a team, not configuring the desk: supervisors do it for their own. */
export const mayEditShifts = (reader: Reader, teamId: string): boolean =>
  reader.role !== 'agent' && maySeeShifts(reader, teamId);
