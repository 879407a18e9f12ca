import type { WallBoardView } from '../../../contract/index.js';
import { holderOf, moved } from './moves.js';

const team = (id: string, waiting: number) => ({
  id,
  name: { 'zh-CN': id, en: id },
  strategy: 'balanced' as const,
  waiting,
  stages: { skills: 0, team: waiting, overflow: 0 },
  nobody: 0,
  presences: { online: 1, busy: 0, offline: 0 },
  load: 1,
  capacity: 5,
  inHand: 1,
  slaAtRisk: 0,
  slaOverdue: 0,
});
const AT = '2026-11-20T03:00:00.000Z';
const HELD = {
  number: 'PL-1',
  subject: '到账',
  teamId: 'a',
  priority: 'P2' as const,
  status: 'open' as const,
  kind: 'chat' as const,
  units: 2,
  since: AT,
};
const person = (id: string, cases: WallBoardView['people'][number]['cases'], load: number) => ({
  id,
  name: id,
  teamIds: ['a'],
  presence: 'online' as const,
  pausedKinds: [],
  load,
  capacity: 5,
  kindLoads: {},
  kindLimits: {},
  cases,
  otherCases: 0,
});
const BOARD: WallBoardView = {
  at: AT,
  teams: [team('a', 1), team('b', 0)],
  people: [person('chen', [HELD], 2), person('lin', [], 0)],
  waiting: [
    {
      number: 'PL-2',
      subject: '封号',
      teamId: 'a',
      place: 1,
      priority: 'P1',
      tier: 'standard',
      kind: 'chat',
      units: 1,
      waitingSince: AT,
      needs: [],
      stage: 'team',
      wish: 'wait',
      live: false,
      nobody: false,
    },
  ],
};
const numbersOf = (board: WallBoardView, id: string) =>
  board.people.find((each) => each.id === id)?.cases.map(({ number }) => number);
const loads = (board: WallBoardView) => board.people.map(({ load }) => load);
const waits = (board: WallBoardView) => board.teams.map(({ waiting }) => waiting);

describe('a case that is moved', () => {
  it('goes from one person to another, with its units', () => {
    const board = moved(BOARD, 'PL-1', { teamId: 'a', staffId: 'lin' });
    expect([numbersOf(board, 'chen'), numbersOf(board, 'lin')]).toEqual([[], ['PL-1']]);
    expect(loads(board)).toEqual([0, 2]);
  });

  it('leaves the queue for a person', () => {
    const board = moved(BOARD, 'PL-2', { teamId: 'a', staffId: 'lin' });
    expect(numbersOf(board, 'lin')).toEqual(['PL-2']);
    expect([board.waiting, waits(board), loads(board)]).toEqual([[], [0, 0], [2, 1]]);
  });

  it('goes to the queue of another team', () => {
    const board = moved(BOARD, 'PL-1', { teamId: 'b' });
    expect([numbersOf(board, 'chen'), waits(board), loads(board)]).toEqual([[], [1, 1], [0, 0]]);
  });

  it('gives back no units that were given back already', () => {
    const held = { ...HELD, released: true as const };
    const board = moved({ ...BOARD, people: [person('chen', [held], 0), person('lin', [], 0)] }, 'PL-1', {
      teamId: 'a',
      staffId: 'lin',
    });
    expect(loads(board)).toEqual([0, 2]);
  });

  it('stays with its team when the person is of it', () => {
    const it = { number: 'PL-1', subject: '', from: { teamId: 'a' } };
    expect(holderOf({ id: 'lin', teamIds: ['b', 'a'] }, it)).toEqual({ teamId: 'a', staffId: 'lin' });
    expect(holderOf({ id: 'lin', teamIds: ['b'] }, it)).toEqual({ teamId: 'b', staffId: 'lin' });
    expect(holderOf({ id: 'lin', teamIds: [] }, it)).toBeUndefined();
  });
});
