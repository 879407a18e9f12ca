import { type ArticleWords, LOCALES, type Locale } from '../../contract/index.js';

/** Versions of the article: in which some words changed last, and up to which they say the same as the other language. */
export interface Steps {
  changedIn: number;
  checkedIn: number;
}

/** What readers see in one language before the next version. */
export type Standing = Pick<ArticleWords, 'title' | 'excerpt' | 'bodyMarkdown'> & Steps;

/** Whether the other language, if there is one, says something that these words do not say yet. */
export const isBehind = (own: Steps, other: Steps | undefined): boolean =>
  other !== undefined && other.changedIn > Math.max(own.changedIn, own.checkedIn);

/**
 * The steps of each language as this version leaves them. Keywords do not count: readers do not see them.
 * @param inStep an editor says that both languages say the same, whatever has changed
 */
export function stepsOf(
  before: Partial<Record<Locale, Standing>>,
  words: Partial<Record<Locale, ArticleWords>>,
  version: number,
  inStep: boolean,
): Partial<Record<Locale, Steps>> {
  const steps: Partial<Record<Locale, Steps>> = {};
  for (const locale of LOCALES) {
    const own = words[locale];
    if (!own) continue;
    const was = before[locale];
    const other = before[otherThan(locale)];
    const otherWords = words[otherThan(locale)];
    const changed = !was || differs(was, own);
    const otherChanged = otherWords !== undefined && (!other || differs(other, otherWords));
    // The other language alone was written anew: it is a new translation, or it follows at last.
    const isFollowed = !changed && otherChanged && (!other || isBehind(other, was));
    steps[locale] = {
      changedIn: changed ? version : was.changedIn,
      checkedIn: inStep || isFollowed || !was ? version : was.checkedIn,
    };
  }
  return steps;
}

const otherThan = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en');

const differs = (before: Standing, after: ArticleWords): boolean =>
  (['title', 'excerpt', 'bodyMarkdown'] as const).some((field) => before[field].trim() !== after[field].trim());
