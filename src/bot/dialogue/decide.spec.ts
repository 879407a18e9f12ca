import fc from 'fast-check';
import { PRESET_CATEGORIES } from '../../../test/support/categories.js';
import { type BotSettings, CATEGORIES, type CategoryKey, DEFAULT_BOT_SETTINGS } from '../../contract/index.js';
import type { Answer } from '../../help-center/index.js';
import type { Understanding } from '../understanding/understand.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';
import { NEW_DIALOGUE, type OpenAnswer, type Situation } from './situation.js';

const categories = PRESET_CATEGORIES;
const hit = (id: string, confidence: number): Answer => ({
  article: { articleId: id, title: id, excerpt: '', url: `/help/zh-CN/articles/${id}` },
  confidence,
  sure: confidence >= 0.6,
});
const ASKED_AT = '2026-11-21T00:00:00.000Z';
/** What was asked has been read long ago, unless it is said when each message came. */
const saidAs = (text: string, ...seconds: number[]): Situation['said'] => {
  const texts = seconds.length > 0 ? text.split('\n') : [text];
  const at = (index: number) => new Date(Date.parse(ASKED_AT) + (seconds[index] ?? 60) * 1_000).toISOString();
  const each = texts.map((one, index) => ({ text: one, at: at(index) })).filter(({ text: one }) => one !== '');
  return { text, last: each.at(-1)?.text ?? '', each, attached: false };
};
const calm: Understanding = { wantsPerson: false, mood: 'calm' };

function situation({
  text = '提现失败怎么办',
  settings = {},
  state = {},
  ...rest
}: Partial<Omit<Situation, 'settings' | 'state'>> & {
  text?: string;
  settings?: Partial<BotSettings>;
  state?: Partial<Situation['state']>;
} = {}): Situation {
  return {
    trigger: 'message',
    at: ASKED_AT,
    locale: 'zh-CN',
    settings: { ...DEFAULT_BOT_SETTINGS, ...settings },
    customer: { identified: true, tier: 'standard', shop: 'shop-1' },
    state: { ...NEW_DIALOGUE, ...state },
    said: saidAs(text),
    understanding: calm,
    openAnswer: null,
    categories,
    lookUps: [],
    hits: [],
    ...rest,
  };
}

const withdrawal = { category: 'earnings' as const, categoryConfidence: 1, subCategory: 'withdrawal_failed' };

describe('what the bot decides', () => {
  it('gives a sure article, suggests unsure ones, and says when it finds nothing', () => {
    expect(decide(situation({ hits: [hit('a', 0.8), hit('b', 0.7)] }))).toMatchObject({
      do: 'answer',
      sure: true,
      hits: [{ article: { articleId: 'a' } }],
      state: { shownArticleIds: ['a'] },
    });
    const unsure = decide(situation({ hits: [hit('a', 0.4), hit('b', 0.3), hit('c', 0.04)] }));
    expect(unsure).toMatchObject({ do: 'answer', sure: false, say: 'unsure', state: { shownArticleIds: ['a', 'b'] } });
    expect(decide(situation())).toMatchObject({ do: 'answer', hits: [], say: 'nothing', state: { misses: 1 } });
  });

  it('gives a different article after one that did not help, then a person', () => {
    const openAnswer: OpenAnswer = { entryId: 'e', questionId: 'q', articleIds: ['a'], attempt: 1 };
    const hits = [hit('a', 0.9), hit('b', 0.5)];
    const state = {
      shownArticleIds: ['a'],
      tried: [
        { kind: 'articles' as const, articles: [{ articleId: 'a', title: 'a', version: 1, url: '' }], at: '2026' },
      ],
    };
    const second = decide(situation({ trigger: 'not_helped', openAnswer, hits, state }));
    expect(second).toMatchObject({ do: 'answer', attempt: 2, hits: [{ article: { articleId: 'b' } }] });
    expect(second.state).toMatchObject({ misses: 1, tried: [{ outcome: 'not_helped' }, {}] });
    expect(decide(situation({ trigger: 'not_helped', openAnswer, hits: [hit('a', 0.9)], state }))).toMatchObject({
      do: 'hand_over',
      because: 'bot_unsure',
    });
    const again = situation({
      trigger: 'not_helped',
      openAnswer: { ...openAnswer, articleIds: ['b'], attempt: 2 },
      hits: [...hits, hit('c', 0.9)],
      state: second.state,
    });
    expect(decide(again)).toMatchObject({ do: 'hand_over', because: 'bot_unsure' });
  });

  it.each([
    ['angry', 'upset'],
    ['money', 'money'],
  ] as const)('shows that %s may need a person where the settings leave it to the bot', (mood, needsPersonBecause) => {
    const settings = { handOverOn: { anger: false, money: false } };
    const given = { settings, understanding: { ...calm, mood }, hits: [hit('a', 0.9)] };
    expect(decide(situation(given))).toMatchObject({ do: 'answer', state: { needsPersonBecause } });
    expect(decide(situation({ ...given, understanding: calm })).state.needsPersonBecause).toBeNull();
  });

  it.each([
    ['who wants a person', { understanding: { ...calm, wantsPerson: true } }, 'person_requested'],
    ['who is angry', { understanding: { ...calm, mood: 'angry' as const } }, 'upset'],
    ['whose money is at stake', { understanding: { ...calm, mood: 'money' as const } }, 'money_at_stake'],
    [
      'whom the rules send there',
      { settings: { straightToPerson: { ...DEFAULT_BOT_SETTINGS.straightToPerson, shops: ['shop-1'] } } },
      'rule',
    ],
  ])('hands over %s, whatever it has found and asked', (_who, given, because) => {
    for (const asking of [null, { kind: 'field' as const, key: 'amount', tries: 1, because: 'bot_unsure' as const }])
      expect(decide(situation({ ...given, hits: [hit('a', 0.9)], state: { ...withdrawal, asking } }))).toMatchObject({
        do: 'hand_over',
        because,
        state: { asking: null },
      });
  });

  it('asks which of two close categories it is, once, and takes the label for an answer', () => {
    const understanding: Understanding = {
      ...calm,
      category: { key: 'earnings', confidence: 0.4, runnerUp: { key: 'account', confidence: 0.35 } },
    };
    const hits = [hit('a', 0.4)];
    const asked = decide(situation({ understanding, hits }));
    expect(asked).toMatchObject({
      do: 'ask',
      asks: 'category',
      replies: [{ value: 'earnings' }, { value: 'account' }],
    });
    const label = asked.do === 'ask' ? (asked.replies[1]?.label ?? '') : '';
    const said = { ...saidAs(`${label} 。`), text: '提现失败怎么办' };
    expect(decide(situation({ said, hits, state: asked.state }))).toMatchObject({
      do: 'answer',
      state: { category: 'account', categoryConfidence: 1, asking: null },
    });
    expect(decide(situation({ understanding, hits, state: asked.state }))).toMatchObject({ do: 'answer' });
  });

  it('asks the fields of the form before it hands over what it could not answer, and takes no for an answer', () => {
    const first = decide(situation({ state: { ...withdrawal, misses: 1 } }));
    expect(first).toMatchObject({ do: 'ask', asks: 'field', field: { key: 'withdrawal_number' } });
    expect(first).toMatchObject({ say: 'which_field_first' });
    const wrong = decide(situation({ text: '不是很好', state: first.state }));
    expect(wrong).toMatchObject({ do: 'ask', say: 'which_field_again', field: { key: 'withdrawal_number' } });
    const right = decide(situation({ text: '提现单号是 TX-2026-0387，谢谢', state: wrong.state }));
    expect(right).toMatchObject({ do: 'ask', state: { form: { withdrawal_number: 'TX-2026-0387' } } });
    expect(right).toMatchObject({ say: 'which_field' });
    const skipped = decide(situation({ text: '跳过', state: right.state }));
    const last = decide(situation({ text: 'skip', state: skipped.state }));
    const end = last.do === 'ask' ? decide(situation({ text: '不知道', state: last.state })) : last;
    expect(end).toMatchObject({ do: 'hand_over', because: 'bot_unsure', form: { withdrawal_number: 'TX-2026-0387' } });
  });

  it('does not ask for the number that has just been told; a card is not taken for one', () => {
    const told = decide(situation({ text: 'ＴＸ-2026-0387 ', state: { ...withdrawal, misses: 1 } }));
    expect(told).toMatchObject({
      do: 'ask',
      say: 'which_field_first',
      state: { form: { withdrawal_number: 'TX-2026-0387' } },
    });
    expect(told).not.toMatchObject({ field: { key: 'withdrawal_number' } });
    const card = decide(situation({ text: '6222021234567890123', state: { ...withdrawal, misses: 1 } }));
    expect(card).toMatchObject({ do: 'ask', field: { key: 'withdrawal_number' }, state: { form: {} } });
  });

  it('lets a question of theirs go before its own, and forgets nobody who waits for a person', () => {
    const first = decide(situation({ state: { ...withdrawal, misses: 1 } }));
    const other = decide(situation({ text: '怎么换绑银行卡', hits: [hit('bind', 0.9)], state: first.state }));
    expect(other).toMatchObject({ do: 'answer', sure: true, state: { asking: { kind: 'field', tries: 2 } } });
    const lookUps = [{ key: 'opening_hours' }];
    const hours = decide(situation({ text: '几点上班', lookUps, state: first.state }));
    expect(hours).toMatchObject({ do: 'look_up', state: { asking: { kind: 'field', tries: 2 } } });
    const given = decide(situation({ text: '单号 TX-2026-0387', state: hours.state }));
    expect(given).toMatchObject({ state: { form: { withdrawal_number: 'TX-2026-0387' } } });
  });

  it.each([
    ['谢谢', 'thanks', 'still_field_thanks'],
    ['在吗', 'greeting', 'still_field'],
    ['😭', 'nothing_to_read', 'still_field_wordless'],
  ] as const)(
    'leaves the question of the form open after %s, with a kind word, and counts no try',
    (text, smallTalk, say) => {
      const asking = { kind: 'field' as const, key: 'withdrawal_number', tries: 1, because: 'bot_unsure' as const };
      let state: Situation['state'] = { ...NEW_DIALOGUE, ...withdrawal, asking, asked: ['field:withdrawal_number'] };
      for (let turn = 0; turn < 3; turn++) {
        const decision = decide(situation({ text, understanding: { ...calm, smallTalk }, state }));
        expect(decision).toMatchObject({ do: 'ask', say, field: { key: 'withdrawal_number' }, state: { asking } });
        state = decision.state;
      }
      const person = situation({ text: '转人工', understanding: { ...calm, wantsPerson: true }, state });
      expect(decide(person)).toMatchObject({ do: 'hand_over', because: 'person_requested' });
      const given = decide(situation({ text: 'TX-2026-0387\n谢谢', state }));
      expect(given.state.form).toEqual({ withdrawal_number: 'TX-2026-0387' });
    },
  );

  it('takes a file for no answer to a question of the form, and says that it came', () => {
    const asking = { kind: 'field' as const, key: 'withdrawal_number', tries: 1, because: 'bot_unsure' as const };
    const understanding: Understanding = { ...calm, smallTalk: 'nothing_to_read' };
    const said = { ...saidAs(''), attached: true };
    expect(decide(situation({ said, understanding, state: { ...withdrawal, asking } }))).toMatchObject({
      do: 'ask',
      say: 'still_field_received',
      state: { asking },
    });
  });

  it('asks who says that something is the matter, and not what, with the topics to tap, once and for no miss', () => {
    const vague = { text: '有问题', understanding: { ...calm, smallTalk: 'vague' as const } };
    const first = decide(situation(vague));
    expect(first).toMatchObject({ do: 'ask', say: 'what_about', state: { misses: 0, asking: { kind: 'category' } } });
    expect(first.do === 'ask' && first.replies.map(({ value }) => value)).toEqual([...CATEGORIES]);
    const tapped = decide(situation({ text: categories[0]?.topic['zh-CN'] ?? '', state: first.state }));
    expect(tapped).toMatchObject({ do: 'ask', say: 'which_sub_category' });
    expect(decide(situation({ ...vague, state: first.state }))).toMatchObject({ say: 'nothing', state: { misses: 1 } });
    const chosen = { category: 'earnings' as const, categoryConfidence: 1 };
    expect(decide(situation({ ...vague, state: chosen }))).toMatchObject({ do: 'say', say: 'tell_me_more' });
  });

  describe('of who writes in many short messages', () => {
    const at = ASKED_AT;
    const field = { kind: 'field' as const, tries: 1, because: 'bot_unsure' as const, at };
    const asked = ['field:withdrawal_number', 'field:amount'];
    const second = {
      ...withdrawal,
      form: { withdrawal_number: 'TX-2026-0387' },
      asking: { ...field, key: 'amount', before: 'withdrawal_number' },
      asked,
    };
    const play = (state: Partial<Situation['state']>, text: string, ...seconds: number[]) =>
      decide(situation({ state, said: saidAs(text, ...seconds) }));

    it('takes none for the answer to a question that came while they wrote, and puts right what they put right', () => {
      expect(play(second, '昨天下午提的', 2)).toMatchObject({ do: 'wait', state: { ...second, asked } });
      const corrected = play(second, '不对，是 TX-2026-0388', 1.5);
      expect(corrected).toMatchObject({ do: 'wait', state: { form: { withdrawal_number: 'TX-2026-0388' } } });
      expect(corrected.state.form).not.toHaveProperty('amount');
    });

    it('knows an answer by its kind, however soon it comes, and by its time, whatever it is', () => {
      expect(play(second, '128.50', 0.2)).toMatchObject({ state: { form: { amount: '128.50' } } });
      expect(play(second, '跳过', 0.2).state.form).toEqual(second.form);
      expect(play(second, '跳过', 0.2).do).not.toBe('wait');
      expect(play(second, '昨天下午提的', 20)).toMatchObject({ do: 'ask', say: 'which_field_again' });
      const both = play(second, '不对，是 TX-2026-0388\n128.50', 1, 9);
      expect(both.state.form).toEqual({ withdrawal_number: 'TX-2026-0388', amount: '128.50' });
    });
  });

  it('keeps what is given to a field, whatever else its words may be about', () => {
    const state = { ...withdrawal, categoryConfidence: 0.5, misses: 1 };
    const { state: asked } = decide(situation({ state }));
    const understanding: Understanding = { ...calm, category: { key: 'feature', confidence: 0.8 } };
    const given = decide(situation({ text: '推广充值单号 TX-2026-0387', understanding, state: asked }));
    expect(given.state).toMatchObject({ category: 'earnings', form: { withdrawal_number: 'TX-2026-0387' } });
  });

  it('looks up what fits, asks for what that needs, and for nothing twice', () => {
    const needs = { label: '订单号', example: 'A1024' };
    const asked = decide(situation({ lookUps: [{ key: 'settlement', needs }] }));
    expect(asked).toMatchObject({ do: 'ask', asks: 'look_up', about: '订单号（例如 A1024）' });
    const given = situation({ lookUps: [{ key: 'settlement', needs, input: 'A1024' }], state: asked.state });
    expect(decide(given)).toMatchObject({ do: 'look_up', lookUp: { input: 'A1024' }, state: { asking: null } });
    const again = decide(situation({ lookUps: [{ key: 'settlement', needs }], state: asked.state }));
    expect(again).toMatchObject({ do: 'ask', say: 'which_input_again' });
    const lost = decide(situation({ lookUps: [{ key: 'settlement', needs }], state: again.state }));
    expect(lost).toMatchObject({ do: 'answer', say: 'nothing', state: { asking: null } });
  });

  it('forgets its misses once an answer has helped, though it was asking for the form of a person already', () => {
    const asked = decide(
      situation({ state: { ...NEW_DIALOGUE, category: 'account', subCategory: 'login_problem', misses: 1 } }),
    );
    expect(asked).toMatchObject({ do: 'ask', asks: 'field', state: { misses: 2 } });
    const openAnswer = { entryId: 'e', questionId: 'q', articleIds: ['a'], attempt: 1 };
    const understanding = { wantsPerson: false, mood: 'calm', verdict: 'helped' } as const;
    const glad = decide(situation({ state: asked.state, openAnswer, understanding }));
    expect(glad).toMatchObject({
      do: 'say',
      say: 'glad',
      state: { misses: 0, asking: null, needsPersonBecause: null },
    });
  });

  it('shows an article of which nothing was said once more, and then counts it as no answer', () => {
    let state = NEW_DIALOGUE;
    const said: string[] = [];
    for (let turn = 0; turn < 4; turn++) {
      const decision = decide(situation({ hits: [hit('a', 0.9)], state }));
      said.push(decision.do === 'answer' ? decision.say : decision.do);
      state = decision.state;
    }
    expect(said).toEqual(['sure', 'sure', 'nothing', 'hand_over']);
  });
});

const rarely = fc.integer({ min: 0, max: 29 }).map((number) => number === 0);

/** Anything that may come of one message, however odd. */
const anyUnderstanding: fc.Arbitrary<Understanding> = fc.record(
  {
    wantsPerson: rarely,
    mood: fc.oneof(
      { weight: 20, arbitrary: fc.constant('calm' as const) },
      { weight: 1, arbitrary: fc.constantFrom('angry' as const, 'money' as const) },
    ),
    category: fc.record(
      {
        key: fc.constantFrom(...CATEGORIES),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        runnerUp: fc.record({
          key: fc.constantFrom(...CATEGORIES),
          confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
      },
      { requiredKeys: ['key', 'confidence'] },
    ),
    subCategory: fc.constantFrom('withdrawal_failed', 'login_problem', 'password_recovery', 'no_such_thing'),
    smallTalk: fc.constantFrom(
      'greeting' as const,
      'thanks' as const,
      'goodbye' as const,
      'nothing_to_read' as const,
      'vague' as const,
    ),
    verdict: fc.constantFrom('helped' as const, 'not_helped' as const),
  },
  { requiredKeys: ['wantsPerson', 'mood'] },
);
const anyHits = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.double({ min: 0, max: 1, noNaN: true })), {
  maxLength: 4,
});
const labels = categories.flatMap(({ topic, subCategories }) => [
  topic['zh-CN'],
  ...subCategories.map(({ name }) => name['zh-CN']),
]);
const anyMessage = fc.record({
  text: fc.oneof(
    fc.constantFrom('', '跳过', 'A1024', '2026-11-20', '苹果手机', ...labels),
    fc.string({ maxLength: 60 }),
  ),
  understanding: anyUnderstanding,
  hits: anyHits,
  lookUp: fc.option(fc.record({ key: fc.constantFrom('x', 'y'), needs: fc.boolean(), input: fc.boolean() })),
  judged: fc.boolean(),
});
const anySettings = fc.record({
  missesBeforePerson: fc.integer({ min: 1, max: 5 }),
  asksForms: fc.boolean(),
  anger: fc.boolean(),
  category: fc.option(fc.constantFrom<CategoryKey>(...CATEGORIES)),
});

describe('any conversation', () => {
  it('is answered at every message, is never asked the same twice, and nobody who wants a person is refused', () => {
    fc.assert(
      fc.property(anySettings, fc.array(anyMessage, { minLength: 1, maxLength: 40 }), (options, messages) => {
        const settings: BotSettings = {
          ...DEFAULT_BOT_SETTINGS,
          missesBeforePerson: options.missesBeforePerson,
          asksForms: options.asksForms,
          handOverOn: { anger: options.anger, money: options.anger },
          straightToPerson: {
            ...DEFAULT_BOT_SETTINGS.straightToPerson,
            categories: options.category ? [options.category] : [],
          },
        };
        let state = NEW_DIALOGUE;
        let openAnswer: OpenAnswer | null = null;
        const questions = new Map<string, number>();
        for (const message of messages) {
          const { understanding, hits, lookUp, text } = message;
          const now = situation({
            text,
            settings,
            state,
            understanding,
            openAnswer,
            trigger: message.judged && openAnswer ? 'not_helped' : 'message',
            hits: [...hits].sort((a, b) => b[1] - a[1]).map(([id, confidence]) => hit(id, confidence)),
            lookUps: lookUp
              ? [
                  {
                    key: lookUp.key,
                    ...(lookUp.needs && { needs: { label: '单号', example: '1' } }),
                    ...(lookUp.input && { input: 'A1' }),
                  },
                ]
              : [],
          });
          const before = JSON.stringify(now);
          const decision: Decision = decide(now);
          expect(JSON.stringify(now)).toBe(before);
          if (now.trigger === 'message' && understanding.wantsPerson)
            expect(decision).toMatchObject({ do: 'hand_over', because: 'person_requested' });
          if (decision.do === 'hand_over') return;
          // A courtesy in between is no question anew.
          if (decision.do === 'ask' && !decision.say.startsWith('still_')) {
            const { asking } = decision.state;
            const name = JSON.stringify([
              asking?.kind,
              decision.say === 'what_about',
              asking && ('key' in asking ? asking.key : 'lookUp' in asking && asking.lookUp),
            ]);
            questions.set(name, (questions.get(name) ?? 0) + 1);
            const isRepeatable = asking?.kind === 'field' || asking?.kind === 'look_up';
            expect(questions.get(name)).toBeLessThanOrEqual(isRepeatable ? 2 : 1);
          }
          if (decision.do === 'answer') {
            const articleIds = decision.hits.map(({ article }) => article.articleId);
            openAnswer = { entryId: 'e', questionId: 'q', articleIds, attempt: decision.attempt };
            if (decision.attempt > 1) for (const id of articleIds) expect(state.shownArticleIds).not.toContain(id);
          }
          if (decision.state.asking?.kind !== 'field')
            expect(decision.state.misses).toBeLessThan(settings.missesBeforePerson);
          state = decision.state;
        }
      }),
      { numRuns: Number(process.env.DEEP_RUNS ?? 1_000) },
    );
  });

  it('ends with a person when nothing helps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyHits, fc.string({ maxLength: 20 })), { minLength: 40, maxLength: 40 }),
        (turns) => {
          let state = NEW_DIALOGUE;
          for (const [hits, text] of turns) {
            const ranked = [...hits].sort((a, b) => b[1] - a[1]).map(([id, confidence]) => hit(id, confidence));
            const decision = decide(situation({ text, hits: ranked, state }));
            if (decision.do === 'hand_over') return;
            state = decision.state;
          }
          throw new Error('the customer is still with the bot');
        },
      ),
    );
  });
});
