import fc from 'fast-check';
import { HELD_OUT_SENTENCES, KNOWN_SENTENCES, type NatureSentence } from '../../../test/support/nature-sentences.js';
import { featuresOf, guessNature, type Lesson } from './guess-nature.js';
import { NATURE_FEATURES } from './nature-words.data.js';

const wrong = (sentences: readonly NatureSentence[]) =>
  sentences.flatMap(([nature, words]) => {
    const guess = guessNature(words)?.nature;
    return guess === nature ? [] : [`${words}: ${nature}, not ${guess}`];
  });

describe('the nature of a matter', () => {
  it('is guessed right of all sentences that taught the table', () => expect(wrong(KNOWN_SENTENCES)).toEqual([]));

  it('is guessed right of most that it never saw, and seldom wrongly', () => {
    const guessed = HELD_OUT_SENTENCES.map(([nature, words]) => [nature, guessNature(words)?.nature] as const);
    const said = guessed.filter(([, guess]) => guess !== undefined);
    const right = said.filter(([nature, guess]) => nature === guess);
    // 25 of 26, and 26 of 32, when they were first asked.
    expect(right.length / said.length).toBeGreaterThanOrEqual(0.9);
    expect(said.length / guessed.length).toBeGreaterThanOrEqual(0.75);
  });

  it('is left open where nothing speaks for any', () => {
    for (const words of ['', '你好', '转人工', 'hello', '提现', '😀']) expect(guessNature(words)).toBeUndefined();
  });

  it('does not hang on how it is written', () => {
    expect(guessNature('提現失敗')?.nature).toBe('fault');
    expect(guessNature('ＨＯＷ ＴＯ withdraw')?.nature).toBe('usage');
  });

  it('is guessed of anything in no time', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 5_000 }), (words) => {
        const guess = guessNature(words);
        if (guess) expect(guess.features).toEqual(featuresOf(words));
      }),
    );
    const began = process.cpuUsage();
    guessNature('可以能希望'.repeat(100_000));
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(200);
  });

  it('has features with names of their own', () => {
    expect(new Set(NATURE_FEATURES.map(({ key }) => key)).size).toBe(NATURE_FEATURES.length);
  });
});

describe('what people say of it', () => {
  const words = '怎么我的收益还是上个月的';
  const corrected = (count: number): Lesson[] => [
    { features: featuresOf(words), guessed: 'usage', corrected: 'fault', count },
  ];

  it('is believed once it was said a few times', () => {
    const guesses = [0, 1, 2, 3].map((count) => guessNature(words, corrected(count))?.nature);
    expect(guesses).toEqual(['usage', 'usage', 'fault', 'fault']);
  });

  it('teaches about the same matter, and nothing about others', () => {
    expect(guessNature('怎么收益还没变', corrected(9))?.nature).toBe('fault');
    expect(guessNature('怎么修改手机号', corrected(9))?.nature).toBe('usage');
    expect(guessNature('怎么在直播间看收益，需要什么条件', corrected(9))?.nature).toBe('usage');
  });

  it('never outweighs words that are plain enough', () => {
    const plain = '我要投诉，你们的客服态度太差，乱扣佣金，这不公平';
    const lesson: Lesson = { features: featuresOf(plain), guessed: 'suggestion', corrected: 'usage', count: 1_000 };
    expect(guessNature(plain, [lesson])?.nature).toBe('suggestion');
  });

  it('is outweighed by what others say to the contrary', () => {
    const back: Lesson = { features: featuresOf(words), guessed: 'fault', corrected: 'usage', count: 5 };
    expect(guessNature(words, [...corrected(5), back])?.nature).toBe('usage');
  });
});
