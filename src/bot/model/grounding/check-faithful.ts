import type { Locale } from '../../../contract/index.js';
import { PLACEHOLDER } from '../mask.js';
import { ModelFailure } from '../model-failure.js';
import { exactWordsOf, holdsWord } from './exact-words.js';
import { figuresOf } from './figures.js';

/** What may come of a text, characters for each of its own, and beside. */
const LONGER = 4;
const BESIDE = 400;

/**
 * Whether what was made of a text says nothing in figures, links, codes or placeholders that the text does not.
 * @param locale the language it must be in; without, any
 * @throws ModelFailure `unfounded`
 */
export function checkFaithful(made: string, source: string, locale?: Locale): void {
  if (!made.trim()) unfounded('empty');
  if (made.length > source.length * LONGER + BESIDE) unfounded('too long');
  const given = new Set(source.match(PLACEHOLDER) ?? []);
  if ((made.match(PLACEHOLDER) ?? []).some((one) => !given.has(one))) unfounded('a placeholder that was not given');
  const [words, sourceWords] = [bare(made), bare(source)];
  const exact = exactWordsOf(words);
  const said = exact.reduce((text, word) => text.replaceAll(word, ' '), words.toLowerCase());
  if (locale && !isMostlyIn(said, locale)) unfounded('another language');
  const numbers = new Set(figuresOf(sourceWords).map(numberOf));
  const figure = figuresOf(words)
    .map(numberOf)
    .find((one) => !numbers.has(one) && !isSmall(one));
  if (figure) unfounded(`figure that was not there: ${figure}`);
  if (exact.some((word) => !holdsWord(sourceWords, word))) unfounded('a link, address or code that was not there');
}

/** Languages count in units of their own. */
const numberOf = (figure: string): string => figure.split(' ')[0] ?? '';
/** 两种方式 is two ways or 2 ways. */
const isSmall = (number: string): boolean => /^\d$/.test(number);
const bare = (text: string): string => text.replace(PLACEHOLDER, ' ');

function isMostlyIn(text: string, locale: Locale): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{Letter}/gu)?.length ?? 0;
  return letters === 0 || (locale === 'zh-CN' ? han * 4 >= letters : han * 4 <= letters);
}

function unfounded(detail: string): never {
  throw new ModelFailure('unfounded', detail);
}
