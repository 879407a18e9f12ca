import type { LadderRung } from '../../contract/index.js';
import { climb, type Footing, isOfLadder, needsAcknowledgement, nextRung } from './climb.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 0, minute));
const footing = (change: Partial<Footing> = {}): Footing => ({
  ladder: 'first_response',
  rungTimes: [at(50), at(75), at(100), at(160)],
  reached: undefined,
  acknowledgeBy: null,
  ...change,
});
const rung = (acknowledgeWithinMinutes: number | null): LadderRung => ({
  at: { breach: true },
  whom: ['assignee'],
  how: ['in_app'],
  also: [],
  acknowledgeWithinMinutes,
});
const RUNGS = [rung(null), rung(null), rung(15), rung(null)];

describe('the next rung', () => {
  it.each<[string, Partial<Footing>, object | undefined]>([
    ['is the first of a clock that has begun', {}, { rung: 1, at: at(50) }],
    ['is the one after the highest that has fired', { reached: 2 }, { rung: 3, at: at(100) }],
    ['leaves out what does not count', { rungTimes: [null, at(75)] }, { rung: 2, at: at(75) }],
    ['is none at the top', { reached: 4 }, undefined],
    ['comes sooner when nobody acknowledges', { reached: 3, acknowledgeBy: at(115) }, { rung: 4, at: at(115) }],
    ['comes at its own time when that is sooner', { reached: 3, acknowledgeBy: at(200) }, { rung: 4, at: at(160) }],
    ['of P0 counts from 101', { ladder: 'P0', reached: 101 }, { rung: 102, at: at(75) }],
  ])('%s', (_, change, expected) => expect(nextRung(footing(change))).toEqual(expected));
});

describe('a climb', () => {
  it('fires the one that is due, and goes on to the next', () => {
    expect(climb({ rung: 1, at: at(50) }, footing(), RUNGS, at(50))).toEqual({
      rung: 1,
      dueAt: at(50),
      acknowledgeBy: null,
      passedOver: [],
      next: { rung: 2, at: at(75) },
    });
  });

  it('fires the highest of those crossed together, and passes over the lower', () => {
    expect(climb({ rung: 1, at: at(50) }, footing(), RUNGS, at(120))).toEqual({
      rung: 3,
      dueAt: at(100),
      acknowledgeBy: at(135),
      passedOver: [
        { rung: 1, dueAt: at(50) },
        { rung: 2, dueAt: at(75) },
      ],
      next: { rung: 4, at: at(135) },
    });
  });

  it('takes along the rung that comes in this very moment', () => {
    const { rung, passedOver } = climb({ rung: 1, at: at(50) }, footing(), RUNGS, at(75));
    expect({ rung, passedOver }).toEqual({ rung: 2, passedOver: [{ rung: 1, dueAt: at(50) }] });
  });

  it('fires one before its time when the one before was not acknowledged', () => {
    expect(climb({ rung: 4, at: at(115) }, footing({ reached: 3 }), RUNGS, at(116))).toEqual({
      rung: 4,
      dueAt: at(115),
      acknowledgeBy: null,
      passedOver: [],
      next: undefined,
    });
  });
});

describe('a rung', () => {
  it.each([
    ['of the ladder of P0', 101, 'P0', true],
    ['of the ladder of P0, asked of another', 101, 'first_response', false],
    ['of another, asked of that of P0', 100, 'P0', false],
    ['of another', 3, 'first_response', true],
  ] as const)('%s', (_, number, ladder, belongs) => expect(isOfLadder(number, ladder)).toBe(belongs));

  it.each<[string, LadderRung['at'], number | null, boolean]>([
    ['a warning is only told', { percent: 75 }, null, false],
    ['a warning that asks for it', { percent: 75 }, 10, true],
    ['breach', { breach: true }, null, true],
    ['and what comes after', { afterMinutes: 60 }, null, true],
  ])('has to be acknowledged or not: %s', (_, time, minutes, needs) => {
    expect(needsAcknowledgement({ ...rung(minutes), at: time })).toBe(needs);
  });
});
