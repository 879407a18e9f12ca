import type { RoutingRules } from '../../../../../contract/index.js';
import { draftOf, needsBeyond, rulesOf } from './rules-draft.js';

const RULES: RoutingRules = {
  headStarts: { P0: 86_400, P1: 3_600, P2: 900, P3: 0, premium: 600, live: 300 },
  units: { chat: 1, phone: 2, email: 1, form: 1 },
  needs: [
    { when: { locale: 'en' }, skill: 'language:en', minimum: 60, required: true },
    { when: { tier: 'premium', category: 'account' }, skill: 'category:account', minimum: 80, required: false },
  ],
};

describe('what is typed of the rules', () => {
  it('says the same as the rules', () => expect(rulesOf(draftOf(RULES))).toEqual(RULES));

  it('takes an empty head start for none, and one that cannot be read for no rules', () => {
    const draft = draftOf(RULES);
    expect(rulesOf({ ...draft, headStarts: { ...draft.headStarts, P2: null } })?.headStarts.P2).toBe(0);
    expect(rulesOf({ ...draft, headStarts: { ...draft.headStarts, P2: 'soon' } })).toBeUndefined();
  });

  it('tells what is new, whatever the order', () => {
    const [first, second] = RULES.needs as [RoutingRules['needs'][0], RoutingRules['needs'][0]];
    const turned = { ...second, when: { category: 'account' as const, tier: 'premium' as const } };
    expect(needsBeyond([turned, first], [first, second])).toEqual([]);
    const stricter = { ...first, minimum: 61 };
    expect(needsBeyond([stricter, second], [first, second])).toEqual([stricter]);
  });
});
