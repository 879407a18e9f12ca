import type { DeskState } from '../../contract/index.js';
import { type DeskFacts, deskState, deskView } from './desk-state.js';

const FACTS: DeskFacts = { isOpen: true, waiting: 0, queueLimit: null };

it.each<[string, Partial<DeskFacts>, boolean, DeskState]>([
  ['any number may wait', { waiting: 5_000 }, false, 'open'],
  ['one below the limit', { waiting: 99, queueLimit: 100 }, false, 'open'],
  ['at the limit', { waiting: 100, queueLimit: 100 }, false, 'full'],
  ['just below it, having been full', { waiting: 90, queueLimit: 100 }, true, 'full'],
  ['well below it, having been full', { waiting: 89, queueLimit: 100 }, true, 'open'],
  ['empty, of one place, having been full', { waiting: 0, queueLimit: 1 }, true, 'open'],
  ['a limit of nobody', { waiting: 0, queueLimit: 0 }, false, 'full'],
  ['after hours, whoever waits', { isOpen: false, waiting: 100, queueLimit: 100 }, true, 'closed'],
])('%s', (_, facts, wasFull, state) => expect(deskState({ ...FACTS, ...facts }, wasFull)).toBe(state));

it('names the ways that remain, and when people work next', () => {
  const opensAt = new Date('2026-11-21T01:00:00Z');
  expect(deskView({ state: 'open' }, true)).toEqual({
    state: 'open',
    ways: ['wait', 'message', 'call_back', 'help_center', 'phone'],
  });
  expect(deskView({ state: 'full', opensAt }, true)).toEqual({
    state: 'full',
    ways: ['message', 'call_back', 'help_center', 'phone'],
  });
  expect(deskView({ state: 'closed', opensAt }, false)).toEqual({
    state: 'closed',
    opensAt: '2026-11-21T01:00:00.000Z',
    ways: ['message', 'call_back', 'help_center'],
  });
});
