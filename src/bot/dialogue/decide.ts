import type { BotTry } from '../../contract/index.js';
import type { Decision, Step } from './decision.js';
import type { DialogueState, Situation } from './situation.js';
import { answerFrom, article, clarify } from './steps/articles.js';
import { lookUp } from './steps/look-up.js';
import { openQuestion } from './steps/open-question.js';
import { say, smallTalk } from './steps/say.js';
import { miss, person, rule, unsure, upset } from './steps/to-a-person.js';

/**
 * What the bot does next: pure and total, so that the replay of an old conversation decides as the bot itself would. Whoever
 * wants a person is heard before everything else, whatever question is open.
 */
export function decide(situation: Situation): Decision {
  const now = withSigns(withGuess(situation));
  return (
    person(now) ??
    upset(now) ??
    rule(now) ??
    verdict(now) ??
    openQuestion(now) ??
    smallTalk(now) ??
    lookUp(now) ??
    article(now) ??
    clarify(now) ??
    miss(now)
  );
}

/** What the customer chose stands; else the best guess so far does. The answer to a field moves nothing: its form would be gone. */
function withGuess(situation: Situation): Situation {
  const { state, understanding } = situation;
  const { category: guess, subCategory } = understanding;
  if (!guess || state.asking?.kind === 'field' || guess.confidence <= state.categoryConfidence) return situation;
  const same = guess.key === state.category;
  const next: DialogueState = {
    ...state,
    category: guess.key,
    categoryConfidence: guess.confidence,
    subCategory: subCategory ?? (same ? state.subCategory : null),
  };
  return { ...situation, state: next };
}

/** Who is upset, and by the settings stays with the bot, may need a person all the same. */
function withSigns(now: Situation): Situation {
  const { mood } = now.understanding;
  const { anger, money } = now.settings.handOverOn;
  if (mood === 'angry' && !anger) return { ...now, state: { ...now.state, needsPersonBecause: 'upset' } };
  if (mood === 'money' && !money) return { ...now, state: { ...now.state, needsPersonBecause: 'money' } };
  return now;
}

function verdict(now: Situation): Step {
  const isOpen = now.openAnswer !== null;
  if (now.trigger === 'not_helped' || (isOpen && now.understanding.verdict === 'not_helped')) return another(now);
  // What was found wanting before is made good; a next question starts anew.
  if (isOpen && now.understanding.verdict === 'helped')
    return say(now, 'glad', { needsPersonBecause: null, misses: 0 });
  return undefined;
}

/** The first answer did not help: a different one, or a person. */
function another(now: Situation): Decision {
  const rejected = now.openAnswer?.articleIds ?? [];
  // That nothing was found has been counted when it was said.
  const counts = rejected.length > 0 ? 1 : 0;
  const state: DialogueState = {
    ...now.state,
    asking: null,
    misses: now.state.misses + counts,
    tried: withOutcome(now.state.tried, rejected),
    needsPersonBecause: 'not_helped',
  };
  const next = { ...now, state };
  if (counts === 0 || state.misses >= now.settings.missesBeforePerson) return unsure(next);
  return answerFrom(next, (now.openAnswer?.attempt ?? 1) + 1) ?? unsure(next);
}

/** What was said of an answer belongs to the last try that showed any of it. */
function withOutcome(tried: readonly BotTry[], articleIds: readonly string[]): BotTry[] {
  const last = tried.findLastIndex(({ articles }) => articles?.some(({ articleId }) => articleIds.includes(articleId)));
  return tried.map((one, index) => (index === last ? { ...one, outcome: 'not_helped' } : one));
}
