import type { WallBoardTeamView } from '../../../contract/index.js';

/** How a team stands, in one word: the most pressing of what is true of it. */
const TEAM_STATES = [
  'nobody',
  'unstaffed',
  'overdue',
  'queueFull',
  'atRisk',
  'allBusy',
  'waiting',
  'away',
  'calm',
] as const;
export type TeamState = (typeof TEAM_STATES)[number];

/** How loud a state is; the colours follow it. */
export const TONES: Record<TeamState, 'danger' | 'warn' | 'quiet' | 'ok'> = {
  nobody: 'danger',
  unstaffed: 'danger',
  overdue: 'danger',
  queueFull: 'danger',
  atRisk: 'warn',
  allBusy: 'warn',
  waiting: 'ok',
  away: 'quiet',
  calm: 'ok',
};

export function teamState(team: WallBoardTeamView): TeamState {
  const { waiting, presences, queueLimit } = team;
  if (team.nobody > 0) return 'nobody';
  if (waiting > 0 && presences.online === 0) return 'unstaffed';
  if (team.slaOverdue > 0) return 'overdue';
  if (queueLimit !== undefined && waiting >= queueLimit) return 'queueFull';
  if (team.slaAtRisk > 0) return 'atRisk';
  if (waiting > 0) return team.load >= team.capacity ? 'allBusy' : 'waiting';
  return presences.online === 0 ? 'away' : 'calm';
}
