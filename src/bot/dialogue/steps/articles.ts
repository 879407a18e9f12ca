import type { Answer } from '../../../help-center/index.js';
import { confidenceOf } from '../../answers/confidence.js';
import type { Asking } from '../asking.js';
import type { Step } from '../decision.js';
import { topicsOf } from '../replies-of.js';
import type { DialogueState, Situation } from '../situation.js';

const SUGGESTIONS = 3;
/** An article that did not help is not shown again; one of which nothing was said, once more. */
const MOST_SHOWINGS = 2;

export const article = (now: Situation): Step => (isClose(now) ? sureArticle(now) : answerFrom(now, 1));

export const sureArticle = (now: Situation): Step => {
  const hits = fresh(now);
  return confidenceOf(hits) >= now.settings.thresholds.sure ? answerFrom(now, 1) : undefined;
};

/** Two categories are about as likely, and nobody has asked which it is. */
function isClose({ understanding: { category }, state, settings }: Situation): boolean {
  if (!category?.runnerUp || state.categoryConfidence === 1 || state.asked.includes('category')) return false;
  return category.confidence - category.runnerUp.confidence < settings.thresholds.categoryMargin;
}

/** Asks which of the two categories it is. */
export function clarify(now: Situation): Step {
  const { category } = now.understanding;
  if (!isClose(now) || !category?.runnerUp) return undefined;
  const options = [category.key, category.runnerUp.key];
  const replies = topicsOf(now.categories, options, now.locale);
  if (replies.length < 2) return answerFrom(now, 1);
  const asking: Asking = { kind: 'category', options, question: now.said.text };
  const state = { ...now.state, asking, asked: [...now.state.asked, 'category'] };
  return { do: 'ask', asks: 'category', say: 'which_category', about: '', replies, state };
}

/** Articles that were not turned down, each shown twice at most. */
function fresh({ hits, state }: Situation): readonly Answer[] {
  const showings = (id: string) => state.shownArticleIds.filter((shown) => shown === id).length;
  const rejected = new Set(
    state.tried.flatMap(({ outcome, articles }) =>
      outcome === 'not_helped' ? (articles ?? []).map(({ articleId }) => articleId) : [],
    ),
  );
  return hits.filter(({ article: { articleId } }) => !rejected.has(articleId) && showings(articleId) < MOST_SHOWINGS);
}

/** The surest article as the answer, else a few as suggestions; undefined when none is related. @param attempt 2: none that was shown before */
export function answerFrom(now: Situation, attempt: number): Step {
  const { thresholds } = now.settings;
  const left =
    attempt > 1
      ? fresh(now).filter(({ article }) => !now.state.shownArticleIds.includes(article.articleId))
      : fresh(now);
  const confidence = confidenceOf(left);
  if (left.length === 0 || confidence < thresholds.related) return undefined;
  const sure = confidence >= thresholds.sure;
  const related = left.filter((hit) => hit.confidence >= thresholds.related).slice(0, SUGGESTIONS);
  const hits = sure ? left.slice(0, 1) : related;
  if (hits.length === 0) return undefined;
  const shown = hits.map(({ article: { articleId } }) => articleId);
  // The citations are filled in with the passages: here nobody knows the versions yet.
  const articles = hits.map(({ article: { articleId, title, url } }) => ({ articleId, title, url, version: 0 }));
  const state: DialogueState = {
    ...now.state,
    asking: null,
    shownArticleIds: [...now.state.shownArticleIds, ...shown],
    tried: [...now.state.tried, { kind: 'articles', articles, at: now.at }],
  };
  return {
    do: 'answer',
    hits,
    sure,
    confidence,
    attempt,
    say: !sure ? 'unsure' : attempt > 1 ? 'second' : 'sure',
    state,
  };
}
