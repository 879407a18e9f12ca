import { CATEGORIES } from '../../../contract/index.js';
import type { Decision, Say, Step } from '../decision.js';
import { topicsOf } from '../replies-of.js';
import type { DialogueState, Situation } from '../situation.js';

/** Small talk that waits for nothing. */
export type Courtesy = Exclude<NonNullable<Situation['understanding']['smallTalk']>, 'vague'>;

/** An answer in kind, whatever question is open. */
export function smallTalk(now: Situation): Step {
  const { smallTalk: kind } = now.understanding;
  if (kind === 'vague') return whatAbout(now);
  const words: Record<Courtesy, Say> = {
    greeting: 'hello',
    thanks: 'you_are_welcome',
    goodbye: 'goodbye',
    nothing_to_read: now.said.attached ? 'received' : 'nothing_to_read',
  };
  // What is asked stays asked: a 你好 is no answer to it, and does not take it back.
  return kind && { do: 'say', say: words[kind], state: now.state };
}

/** Who says that they have a question, and not which, is asked, once, with the topics to tap. */
function whatAbout(now: Situation): Step {
  const { state, categories, locale } = now;
  if (state.asked.includes('vague')) return undefined;
  const asked = [...state.asked, 'vague'];
  if (state.category && state.categoryConfidence === 1) {
    const topic = categories.find(({ key }) => key === state.category)?.topic[locale] ?? '';
    return { do: 'say', say: 'tell_me_more', about: topic, state: { ...state, asked } };
  }
  const options = [...CATEGORIES];
  const asking = { kind: 'category' as const, options, question: '' };
  const replies = topicsOf(categories, options, locale);
  return { do: 'ask', asks: 'category', say: 'what_about', about: '', replies, state: { ...state, asking, asked } };
}

/** The words alone, and nothing is asked any more. */
export const say = (now: Situation, words: Say, change: Partial<DialogueState>, about?: string): Decision => ({
  do: 'say',
  say: words,
  ...(about && { about }),
  state: { ...now.state, asking: null, ...change },
});
