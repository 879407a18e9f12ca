import { isSkillValue, readSkill } from './skill.js';

describe('a skill', () => {
  it.each([
    ['language:en', { dimension: 'language', value: 'en' }],
    ['industry:美妆', { dimension: 'industry', value: '美妆' }],
    ['entry:live/room', { dimension: 'entry', value: 'live/room' }],
    ['mood:good', undefined],
    ['language:', undefined],
    ['plain', undefined],
  ])('%s', (skill, parts) => expect(readSkill(skill)).toEqual(parts));

  it.each([
    ['美妆', true],
    ['live_room', true],
    ['a'.repeat(60), true],
    ['a'.repeat(61), false],
    ['', false],
    ['-a', false],
    ['a b', false],
    ['a:b', false],
  ])('may have the value “%s”: %s', (value, right) => expect(isSkillValue(value)).toBe(right));
});
