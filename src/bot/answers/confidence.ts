import type { Answer, FoundAnswer } from '../../help-center/index.js';
import { elsewhere, isOwnCase } from '../understanding/scope.js';

/**
 * How much each sign counts, as log-odds. Fitted by logistic regression on the tuned half of the judged set, on the article that
 * comes first for each question; `test/bot-judged/quality.spec.ts` fits them again and tells when they have moved.
 */
export const COEFFICIENTS = {
  constant: -5.51,
  lead: 3.92,
  named: 1.13,
  literal: 0.36,
  keyword: 2.13,
  keywords: 0.88,
  title: 2.17,
  beside: -1.34,
  elsewhere: -2.95,
  ownCase: -2.29,
};

export type Signs = Record<keyof typeof COEFFICIENTS, number>;

/** The signs of one article, each within bounds, so that none drowns the others. */
export function signsOf({ article, evidence }: Pick<FoundAnswer, 'article' | 'evidence'>, question: string): Signs {
  const { lead, named, literal, keyword, keywords, title, beside } = evidence;
  const company = elsewhere(question);
  return {
    constant: 1,
    lead: Math.max(-0.15, Math.min(0.3, lead)),
    named: Math.min(3, named),
    literal,
    keyword,
    keywords: Math.log1p(keywords),
    title,
    beside: Math.min(2, beside),
    elsewhere: company !== undefined && !article.title.toLowerCase().includes(company) ? 1 : 0,
    ownCase: isOwnCase(question) ? 1 : 0,
  };
}

/** 0..1. */
export function probabilityOf(signs: Signs, coefficients: Signs = COEFFICIENTS): number {
  const keys = Object.keys(coefficients) as (keyof Signs)[];
  const logOdds = keys.reduce((sum, key) => sum + signs[key] * coefficients[key], 0);
  return 1 / (1 + Math.exp(-logOdds));
}

/** @returns the same articles, `confidence` being the probability that each answers the question; the surest first. Pure. */
export function calibrated(hits: readonly FoundAnswer[], question: string): Answer[] {
  return hits
    .map(({ article, sure, evidence }) => ({
      article,
      sure,
      confidence: probabilityOf(signsOf({ article, evidence }, question)),
    }))
    .sort((one, other) => other.confidence - one.confidence);
}

/** 0..1, how surely the first of these answers what was asked; 0 without any. Pure. */
export const confidenceOf = (hits: readonly Answer[]): number => hits[0]?.confidence ?? 0;
