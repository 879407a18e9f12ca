import { type Fitness, obstaclesOf, type WaitingCase, whyWaiting } from './why-waiting.js';

const KOREAN = { skill: 'language:ko', minimum: 50, required: true };
const LIKED = { skill: 'category:earnings', minimum: 50, required: false };
const FREE: Fitness = {
  staffId: 'a',
  name: '陈晨',
  teamId: 't',
  presence: 'online',
  load: 0,
  capacity: 5,
  missing: [],
  kindPaused: false,
  offShift: false,
  full: false,
  kindFull: false,
  largeEnough: true,
  declined: false,
};
const CASE: WaitingCase = { stage: 'skills', strategy: 'balanced', relaxes: true };
const person = (change: Partial<Fitness>): Fitness => ({ ...FREE, ...change });

describe('why nobody has a case', () => {
  it.each([
    ['soon', {}, [FREE]],
    ['soon', {}, [person({ missing: [LIKED] })]],
    ['soon', { stage: 'team' }, [person({ missing: [KOREAN] })]],
    ['manual', { strategy: 'manual' }, [FREE]],
    ['manual', { strategy: 'manual', stage: 'overflow' }, [FREE]],
    ['nobody_in_team', {}, []],
    ['never', {}, [person({ largeEnough: false, full: true })]],
    ['never', { relaxes: false }, [person({ missing: [KOREAN] })]],
    ['nobody_there', {}, [person({ presence: 'offline' }), person({ presence: 'busy' }), person({ offShift: true })]],
    ['no_skills', {}, [person({ missing: [KOREAN] }), person({ presence: 'busy' })]],
    ['all_full', {}, [person({ full: true }), person({ kindFull: true }), person({ kindPaused: true })]],
    ['all_full', {}, [person({ full: true }), person({ missing: [KOREAN] })]],
    ['declined', {}, [person({ declined: true }), person({ full: true })]],
  ] as const)('%s: %j', (why, change, people) => expect(whyWaiting({ ...CASE, ...change }, people)).toBe(why));

  it('names every obstacle of a person', () => {
    const all = person({
      presence: 'busy',
      kindPaused: true,
      full: true,
      kindFull: true,
      missing: [KOREAN],
      declined: true,
    });
    expect(obstaclesOf(all, 'skills')).toEqual(['busy', 'kind_paused', 'full', 'kind_full', 'skills', 'declined']);
    expect(obstaclesOf(all, 'team')).not.toContain('skills');
  });
});
