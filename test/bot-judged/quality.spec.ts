import { COEFFICIENTS } from '../../src/bot/answers/confidence.js';
import { understand } from '../../src/bot/understanding/understand.js';
import { DEFAULT_BOT_SETTINGS } from '../../src/contract/index.js';
import { BuiltInSearch } from '../../src/help-center/search/built-in.search.js';
import { demoDocuments } from '../../src/help-center/search/relevance.cases.js';
import { type Asked, askAll, tell } from './asked.js';
import { HELD_OUT, type Judged, TUNED } from './index.js';
import { judge, type Quality } from './quality.js';
import { regressed } from './regression.js';
import { withModel } from './written.js';

let tuned: Asked[];
const search = new BuiltInSearch();
let figures: Record<'tuned' | 'heldOut' | 'tunedWithModel' | 'heldOutWithModel', Quality>;

beforeAll(async () => {
  await search.index(await demoDocuments());
  tuned = await askAll(TUNED, search);
  const { thresholds } = DEFAULT_BOT_SETTINGS;
  const heldOut = await askAll(HELD_OUT, search);
  figures = {
    tuned: judge(TUNED, tuned, thresholds),
    heldOut: judge(HELD_OUT, heldOut, thresholds),
    tunedWithModel: judge(TUNED, await withModel(tuned, thresholds), thresholds),
    heldOutWithModel: judge(HELD_OUT, await withModel(heldOut, thresholds), thresholds),
  };
  process.stdout.write(`${JSON.stringify(figures, null, 1)}\n`);
});

describe('the bot, without a language model, on questions that nothing was tuned to', () => {
  it('gives at most 3 % of the unanswerable an answer', () => {
    expect(figures.heldOut.unanswerable.sure).toBeLessThanOrEqual(0.03);
  });

  it('answers three in five of the answerable, and has the answer among its suggestions for four in five', () => {
    const { right, suggested, wrong } = figures.heldOut.answerable;
    expect(right).toBeGreaterThanOrEqual(0.6);
    expect(right + suggested).toBeGreaterThanOrEqual(0.8);
    expect(wrong).toBeLessThanOrEqual(0.04);
  });

  it('makes way for 98 % of those who want a person, and for few others', () => {
    expect(figures.heldOut.person.recall).toBeGreaterThanOrEqual(0.98);
    expect(figures.heldOut.person.precision).toBeGreaterThanOrEqual(0.97);
  });

  it('hears anger, threats, danger and money at stake, and not where merely their words stand', () => {
    expect(figures.heldOut.mood.recall).toBeGreaterThanOrEqual(0.9);
    expect(figures.heldOut.mood.precision).toBeGreaterThanOrEqual(0.9);
  });

  it('gets whoever may harm themselves to a person, every time', () => {
    const inDanger = ({ moods }: Judged) => moods.filter(({ signs }) => signs.includes('harm'));
    const words = { person: [], anger: [], money: [] };
    for (const { text } of [...inDanger(TUNED), ...inDanger(HELD_OUT)])
      expect({ text, heard: understand(text, { locale: 'zh-CN', words }).wantsPerson }).toEqual({ text, heard: true });
  });
});

it.each([
  ['My payout failed', 'withdrawal-failed'],
  ['my live stream stutters', 'live-stutter'],
  ['I forgot my password', 'reset-password'],
  ['my account is banned', 'ban-appeal'],
  ['my payout has not arrived', 'payout-delay'],
])('is sure of the exact article in English, in whatever endings: %s', async (text, slug) => {
  const question = { text, locale: 'en' as const, slugs: [slug], kind: 'answerable' };
  const [asked] = await askAll({ ...TUNED, answerable: [question], unanswerable: [] }, search);
  expect(asked && tell(asked, DEFAULT_BOT_SETTINGS.thresholds)).toMatchObject({ told: 'sure', slugs: [slug] });
});

it('is no less right in the words of a language model, and answers nothing more', () => {
  const { heldOut, heldOutWithModel } = figures;
  expect(heldOutWithModel.written.answerable).toBeGreaterThanOrEqual(0.2);
  expect(heldOutWithModel.written.unanswerable).toBeLessThanOrEqual(heldOut.unanswerable.sure);
  expect(heldOutWithModel.answerable.wrong).toBe(heldOut.answerable.wrong);
  expect(heldOutWithModel.unanswerable).toEqual(heldOut.unanswerable);
  const { right, suggested } = heldOutWithModel.answerable;
  expect(right).toBe(heldOut.answerable.right);
  expect(suggested).toBe(heldOut.answerable.suggested);
});

it('reckons with the coefficients that the tuned half gives', () => {
  const rounded = Object.entries(regressed(tuned)).map(([key, value]) => [key, Math.round(value * 100) / 100]);
  expect(Object.fromEntries(rounded)).toEqual(COEFFICIENTS);
});
