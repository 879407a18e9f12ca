import { understand } from '../../src/bot/understanding/understand.js';
import { type Asked, type Told, tell } from './asked.js';
import type { Judged } from './index.js';

interface Heard {
  recall: number;
  precision: number;
}

/** Shares of 1. */
export interface Quality {
  answerable: {
    right: number;
    wrong: number;
    suggested: number;
    suggestedWrong: number;
    refused: number;
    person: number;
  };
  /** `sure`: given an answer. */
  unanswerable: Record<Told, number>;
  /** In the words of a language model. */
  written: { answerable: number; unanswerable: number };
  person: Heard;
  mood: Heard;
  /** What was said to be so sure, and how often it was so: the articles that come first, by fifths. */
  reliability: { said: number; was: number; of: number }[];
}

const NO_WORDS = { person: [], anger: [], money: [] };
const BINS = 5;

export function judge(half: Judged, asked: readonly Asked[], thresholds: { sure: number; related: number }): Quality {
  const told = asked.map((one) => ({ ...one, ...tell(one, thresholds) }));
  const answerable = told.filter(({ question }) => question.slugs.length > 0);
  const unanswerable = told.filter(({ question }) => question.slugs.length === 0);
  const share = (of: typeof told, test: (one: (typeof told)[number]) => boolean) =>
    rounded(of.filter(test).length / of.length);
  const tellOf = (kind: Told) => share(unanswerable, (one) => one.told === kind);
  return {
    answerable: {
      right: share(answerable, (one) => one.told === 'sure' && one.fits),
      wrong: share(answerable, (one) => one.told === 'sure' && !one.fits),
      suggested: share(answerable, (one) => one.told === 'unsure' && one.fits),
      suggestedWrong: share(answerable, (one) => one.told === 'unsure' && !one.fits),
      refused: share(answerable, (one) => one.told === 'nothing' || one.told === 'small_talk'),
      person: share(answerable, (one) => one.told === 'person'),
    },
    unanswerable: {
      sure: tellOf('sure'),
      unsure: tellOf('unsure'),
      nothing: tellOf('nothing'),
      person: tellOf('person'),
      small_talk: tellOf('small_talk'),
    },
    written: {
      answerable: share(answerable, ({ cited }) => cited !== undefined),
      unanswerable: share(unanswerable, ({ cited }) => cited !== undefined),
    },
    person: personsHeard(half),
    mood: moodsHeard(half),
    reliability: reliabilityOf(told),
  };
}

/** Whoever asks a question, or what merely sounds like a wish for a person, wants none. */
function personsHeard({ wantsPerson, doesNot, answerable, unanswerable }: Judged): Heard {
  const hears = (text: string) => understand(text, { locale: 'zh-CN', words: NO_WORDS }).wantsPerson;
  const others = [...doesNot, ...[...answerable, ...unanswerable].map(({ text }) => text)];
  return heard(wantsPerson.length, wantsPerson.filter(hears).length, others.filter(hears).length);
}

function moodsHeard({ moods }: Judged): Heard {
  const hears = (text: string) => {
    const { mood, wantsPerson } = understand(text, { locale: 'zh-CN', words: NO_WORDS });
    return mood !== 'calm' || wantsPerson;
  };
  const upset = moods.filter(({ signs }) => signs.length > 0);
  const calm = moods.filter(({ signs }) => signs.length === 0);
  return heard(
    upset.length,
    upset.filter(({ text }) => hears(text)).length,
    calm.filter(({ text }) => hears(text)).length,
  );
}

const heard = (all: number, met: number, wrongly: number): Heard => ({
  recall: rounded(met / all),
  precision: rounded(met / Math.max(1, met + wrongly)),
});

function reliabilityOf(told: readonly (Asked & ReturnType<typeof tell>)[]): Quality['reliability'] {
  const bins = Array.from({ length: BINS }, () => ({ said: 0, was: 0, of: 0 }));
  for (const { question, confidence, first } of told) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (!bin || first === undefined) continue;
    bin.of += 1;
    bin.said += confidence;
    bin.was += question.slugs.includes(first) ? 1 : 0;
  }
  return bins.map(({ said, was, of }) => ({ said: rounded(said / of), was: rounded(was / of), of }));
}

const rounded = (share: number): number => Math.round(share * 1_000) / 1_000;
