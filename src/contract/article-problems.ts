import type { Locale } from './enums.js';

/** What is not as it should be in an article's text. */
export const ARTICLE_PROBLEM_KINDS = [
  'image_unknown',
  'image_foreign',
  'image_wordless',
  'link_unknown',
  'link_refused',
  'heading_top',
  'heading_skipped',
  'callout_unknown',
  'steps_unclosed',
] as const;
export type ArticleProblemKind = (typeof ARTICLE_PROBLEM_KINDS)[number];

/** Readers would see these as something broken. */
export const BREAKING_PROBLEMS: ReadonlySet<ArticleProblemKind> = new Set(['image_unknown', 'link_unknown']);

export interface ArticleProblem {
  kind: ArticleProblemKind;
  locale: Locale;
  /** Of the text in that language, from 1. */
  line: number;
  /** What stands there: an address, a heading, a mark. */
  detail: string;
}
