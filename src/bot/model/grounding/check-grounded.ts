import type { Locale } from '../../../contract/index.js';
import { ModelFailure } from '../model-failure.js';
import { coverage, piecesOf } from './coverage.js';
import { exactWordsOf, holdsWord } from './exact-words.js';
import { figuresOf } from './figures.js';
import { type Sentence, sentencesOf } from './sentences.js';

/** A piece of an article, by the number under which it may be cited. */
export interface Passage {
  n: number;
  /** Of the article. */
  title: string;
  text: string;
}

export interface GroundedText {
  /** As it may be shown: whole sentences, without marks. */
  text: string;
  /** Numbers of the passages it rests on, in the order of their first mention. */
  cites: number[];
}

/** What a model writes when the passages do not answer. */
export const CANNOT_ANSWER = 'CANNOT_ANSWER';

const MOST_SENTENCES = 12;
const LONGEST: Record<Locale, number> = { 'zh-CN': 900, en: 1_800 };
/** So much of a sentence must be said in what it cites. Words of courtesy and joining words never are. */
const LEAST_COVERAGE = 0.5;
const COURTESY = /^(?:您好|你好|好的|当然|hello|hi|sure|of course)[^\p{Letter}]*$/iu;
const MARKUP = /<[a-z/!]|\]\(|```|^\s*#{1,6}\s|!\[|⟦/i;
/** Whatever an article says: nobody of ours asks for these. */
const SECRETS = '(?:密码|验证码|口令)';
const ASKS_FOR_SECRETS = new RegExp(
  [
    `(?<!不要|不会|请勿|切勿|别)(?:发给?|告诉|提供|回复|报给?)(?:我们?|客服|给我们?)?[^。，]{0,4}${SECRETS}`,
    `(?<!不要把|不会把|请勿将|切勿将|别把)${SECRETS}[^。，]{0,6}(?:发给?|告诉|提供给?|报给?)(?:我|客服)`,
    '(?<!never |not )(?:send|tell|give)(?: me| us)?[^.]{0,20}(?:password|verification code|passcode)',
  ].join('|'),
  'iu',
);

/**
 * What of an answer may be shown: every sentence rests on passages that it cites and that are there, says nothing in figures,
 * links or codes that they do not, and is in the reader's language.
 * @param whole whether the text is at its end; else sentences that may go on are left for later
 * @param sound sentences, as written, that have been found good: a text that comes letter by letter is not judged all over again
 * @throws ModelFailure `declined`, or `unfounded` with the reason for the log
 */
export function checkGrounded(
  text: string,
  passages: readonly Passage[],
  locale: Locale,
  whole: boolean,
  sound: Set<string> = new Set(),
): GroundedText {
  if (text.includes(CANNOT_ANSWER)) throw new ModelFailure('declined', '');
  const sentences = sentencesOf(text, whole).filter((one) => !COURTESY.test(one.text.trim()));
  if (sentences.length > MOST_SENTENCES || text.length > 2 * LONGEST[locale]) unfounded('too long');
  for (const one of sentences) {
    if (sound.has(one.raw)) continue;
    checkSentence(one, passages, locale);
    sound.add(one.raw);
  }
  const shown = sentences
    .map((one) => one.text)
    .join('')
    .trim();
  if (shown.length > LONGEST[locale]) unfounded('too long');
  if (whole && !shown) unfounded('empty');
  return { text: shown, cites: [...new Set(sentences.flatMap(({ cites }) => cites))] };
}

function checkSentence({ text, cites }: Sentence, passages: readonly Passage[], locale: Locale): void {
  const body = text.trim().replace(/^(?:\d{1,2}[.、)）]|[-•])\s*/, '');
  if (!/\p{Letter}/u.test(body)) return;
  if (MARKUP.test(text)) unfounded('markup');
  if (ASKS_FOR_SECRETS.test(body)) unfounded('asks for secrets');
  if (!isIn(body, locale)) unfounded('another language');
  if (cites.length === 0) unfounded('a sentence without a citation');
  const cited = cites.map((n) => passages.find((passage) => passage.n === n) ?? unfounded(`no passage [${n}]`));
  const source = cited.map((passage) => `${passage.title}\n${passage.text}`).join('\n');
  const figures = new Set(figuresOf(source));
  const figure = figuresOf(body).find((one) => !holdsFigure(figures, one));
  if (figure) unfounded(`figure not in what it cites: ${figure}`);
  const word = exactWordsOf(body).find((one) => !holdsWord(source, one));
  if (word) unfounded('a link, address or code that is not in what it cites');
  if (coverage(body, piecesOf(source)) < LEAST_COVERAGE) unfounded('not what it cites says');
}

/** A number without a unit may have one in the source. */
const holdsFigure = (figures: ReadonlySet<string>, figure: string): boolean =>
  figures.has(figure) || (!figure.includes(' ') && [...figures].some((one) => one.startsWith(`${figure} `)));

function isIn(text: string, locale: Locale): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{Letter}/gu)?.length ?? 0;
  return locale === 'zh-CN' ? han * 5 >= letters : han * 5 <= letters;
}

function unfounded(detail: string): never {
  throw new ModelFailure('unfounded', detail);
}
