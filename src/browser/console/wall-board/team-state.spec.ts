import type { WallBoardTeamView } from '../../../contract/index.js';
import { type TeamState, teamState } from './team-state.js';

const CALM: WallBoardTeamView = {
  id: 'a',
  name: { 'zh-CN': '一线', en: 'Frontline' },
  strategy: 'balanced',
  waiting: 0,
  stages: { skills: 0, team: 0, overflow: 0 },
  nobody: 0,
  presences: { online: 2, busy: 0, offline: 1 },
  load: 3,
  capacity: 10,
  inHand: 3,
  slaAtRisk: 0,
  slaOverdue: 0,
};
const NOBODY_THERE = { online: 0, busy: 1, offline: 2 };

describe('how a team stands', () => {
  it.each<[TeamState, Partial<WallBoardTeamView>]>([
    ['calm', {}],
    ['away', { presences: NOBODY_THERE }],
    ['waiting', { waiting: 2 }],
    ['allBusy', { waiting: 2, load: 10 }],
    ['atRisk', { waiting: 2, slaAtRisk: 1 }],
    ['queueFull', { waiting: 5, queueLimit: 5 }],
    ['overdue', { waiting: 5, queueLimit: 5, slaOverdue: 1, slaAtRisk: 3 }],
    ['unstaffed', { waiting: 1, presences: NOBODY_THERE, slaOverdue: 4 }],
    ['nobody', { waiting: 1, nobody: 1, presences: NOBODY_THERE }],
  ])('%s', (state, facts) => expect(teamState({ ...CALM, ...facts })).toBe(state));
});
