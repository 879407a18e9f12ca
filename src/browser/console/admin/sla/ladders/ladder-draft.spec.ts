import { type LadderRung, type Ladders, ladderProblems, type RungTime } from '../../../../../contract/index.js';
import { BREACH, draftOf, laddersOf, moved, namedBelow, placesOf, withAnother } from './ladder-draft.js';

const rung = (at: RungTime): LadderRung => ({
  at,
  whom: ['assignee'],
  how: ['in_app'],
  also: [],
  acknowledgeWithinMinutes: null,
});
const RUNGS = [rung({ percent: 50 }), rung({ breach: true }), rung({ afterMinutes: 60 })];
const LADDERS: Ladders = { first_response: RUNGS, next_response: RUNGS, promise: RUNGS, resolution: RUNGS, P0: RUNGS };

describe('ladder draft', () => {
  it('comes back as it went', () => expect(laddersOf(draftOf(LADDERS))).toEqual(LADDERS));

  it('moves a rung up and down', () => {
    const { P0 } = draftOf(LADDERS);
    expect(moved(P0, 2, -1).map(({ id }) => id)).toEqual(['saved 0', 'saved 2', 'saved 1']);
    expect(moved(P0, 0, 1).map(({ id }) => id)).toEqual(['saved 1', 'saved 0', 'saved 2']);
  });

  it('adds rungs that come in order, and that name nobody yet', () => {
    let rungs = withAnother([], 'new 0');
    expect(rungs[0]?.at).toEqual({ breach: true });
    rungs = withAnother(withAnother([{ ...rung({ percent: 50 }), id: 'x' }], 'new 1'), 'new 2');
    expect(rungs.map(({ at }) => at)).toEqual([{ percent: 50 }, { percent: 75 }, { breach: true }]);
    rungs = withAnother(rungs, 'new 3');
    const problems = ladderProblems({ ...LADDERS, P0: rungs }).map(({ code }) => code);
    expect(new Set(problems)).toEqual(new Set(['nobody']));
  });

  it('names every other rung below the line where they stand close', () => {
    expect(namedBelow([0, 40, 50, 60, 100])).toEqual([false, false, true, false, false]);
  });

  it('puts rungs on a line', () => expect(placesOf(RUNGS)).toEqual([BREACH / 2, BREACH, 100]));
});
