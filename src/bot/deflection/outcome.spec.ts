import fc from 'fast-check';
import { BOT_OUTCOMES } from '../../contract/index.js';
import { type DialogueFacts, outcomeOf, SETTLING_MILLISECONDS } from './outcome.js';

const HOUR = 3_600_000;
const ASKED = new Date('2026-11-20T02:00:00Z');
const hoursLater = (hours: number) => new Date(ASKED.getTime() + hours * HOUR);

const facts = (rest: Partial<DialogueFacts> = {}): DialogueFacts => ({
  handedOver: false,
  word: null,
  answered: true,
  contacted: false,
  lastAt: ASKED,
  now: hoursLater(72),
  ...rest,
});

const anyFacts: fc.Arbitrary<DialogueFacts> = fc.record({
  handedOver: fc.boolean(),
  word: fc.constantFrom('helped' as const, 'not_helped' as const, null),
  answered: fc.boolean(),
  contacted: fc.boolean(),
  lastAt: fc.constant(ASKED),
  now: fc.integer({ min: 0, max: 2 * SETTLING_MILLISECONDS }).map((ms) => new Date(ASKED.getTime() + ms)),
});

describe('what came of a conversation with the bot', () => {
  it.each<[string, Partial<DialogueFacts>, ReturnType<typeof outcomeOf>]>([
    ['a case, whatever the customer said', { handedOver: true, word: 'helped' }, 'handed_over'],
    ['a case, at once', { handedOver: true, now: hoursLater(0) }, 'handed_over'],
    ['their own word', { word: 'helped', now: hoursLater(0) }, 'confirmed'],
    ['their own word, though they came back', { word: 'helped', contacted: true }, 'confirmed'],
    ['silence, a moment too early', { now: new Date(hoursLater(72).getTime() - 1) }, undefined],
    ['silence for 72 h', {}, 'presumed'],
    ['silence for a year', { now: hoursLater(9_000) }, 'presumed'],
    ['turned to a person by another way', { contacted: true }, 'abandoned'],
    ['did not help, and left', { word: 'not_helped' }, 'abandoned'],
    ['did not help, a moment ago', { word: 'not_helped', now: hoursLater(1) }, undefined],
    ['no answer, and left', { answered: false }, 'abandoned'],
    ['no answer, and a person elsewhere', { answered: false, contacted: true }, 'abandoned'],
    ['no answer, a moment ago', { answered: false, now: hoursLater(71.9) }, undefined],
  ])('%s', (_, given, expected) => expect(outcomeOf(facts(given))).toBe(expected));

  it('is exactly one, and before 72 h only what somebody has said or done', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const outcome = outcomeOf(given);
        const over = given.now.getTime() - given.lastAt.getTime() >= SETTLING_MILLISECONDS;
        if (outcome === undefined) return !over;
        if (!over && outcome !== 'confirmed' && outcome !== 'handed_over') return false;
        return BOT_OUTCOMES.includes(outcome);
      }),
    );
  });

  it('is not changed by time once it is decided, nor by anything once a case came of it', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 1e10 }), (given, later) => {
        const outcome = outcomeOf(given);
        const then = { ...given, now: new Date(given.now.getTime() + later) };
        return (
          (outcome === undefined || outcomeOf(then) === outcome) &&
          outcomeOf({ ...then, handedOver: true }) === 'handed_over'
        );
      }),
    );
  });

  it('is never better for a contact or for a worse word', () => {
    const rank = (given: DialogueFacts) => ['abandoned', 'presumed', 'confirmed'].indexOf(outcomeOf(given) ?? '');
    fc.assert(
      fc.property(anyFacts, (given) => {
        fc.pre(!given.handedOver && outcomeOf(given) !== undefined);
        const worse = { ...given, now: hoursLater(72), contacted: true };
        const unheard = { ...given, now: hoursLater(72), word: 'not_helped' as const };
        return (
          rank(worse) <= rank({ ...given, now: hoursLater(72) }) &&
          rank(unheard) <= rank({ ...given, now: hoursLater(72) })
        );
      }),
    );
  });
});
