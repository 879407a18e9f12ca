import type { BotTry, HandOverReason } from '../../../contract/index.js';
import type { AskedForField } from '../asking.js';
import type { Decision, Say, Step } from '../decision.js';
import { askedField, fieldQuestion, formOf, nextField, numberFor } from '../form-questions.js';
import { optionReplies } from '../replies-of.js';
import type { DialogueState, Situation } from '../situation.js';
import type { Courtesy } from './say.js';

/** From here on a guess of the category counts as known. */
const CATEGORY_KNOWN = 0.5;

const HAND_OVER_WORDS: Record<HandOverReason, Say> = {
  person_requested: 'handing_over',
  bot_unsure: 'handing_over_unsure',
  upset: 'handing_over_upset',
  money_at_stake: 'handing_over_money',
  rule: 'handing_over_rule',
  taken_over: 'handing_over',
};

/** Asked for in any message of the run. */
export const person = (now: Situation): Step =>
  now.trigger === 'message' && now.understanding.wantsPerson ? handOver(now, 'person_requested') : undefined;

/** On signs of anger, or of money at stake, where the settings say so. */
export function upset(now: Situation): Step {
  const { handOverOn } = now.settings;
  const { mood } = now.understanding;
  if (mood === 'angry' && handOverOn.anger) return handOver(now, 'upset');
  return mood === 'money' && handOverOn.money ? handOver(now, 'money_at_stake') : undefined;
}

/** Those whom the settings send to a person at once. */
export function rule(now: Situation): Step {
  const { tiers, categories, subCategories, shops } = now.settings.straightToPerson;
  const { tier, shop } = now.customer;
  const { category, categoryConfidence, subCategory } = now.state;
  const isKnown = categoryConfidence >= CATEGORY_KNOWN;
  const applies =
    (tier !== null && tiers.includes(tier)) ||
    (shop !== null && shops.includes(shop)) ||
    (isKnown && category !== null && categories.includes(category)) ||
    (isKnown && subCategory !== null && subCategories.includes(subCategory));
  return applies ? handOver(now, 'rule') : undefined;
}

/** Nothing fits, and it says so; from the count that settings name on, a person is called. */
export function miss(now: Situation): Decision {
  const misses = now.state.misses + 1;
  const tried: BotTry[] = [...now.state.tried, { kind: 'nothing', at: now.at }];
  const state: DialogueState = { ...now.state, asking: null, misses, tried, needsPersonBecause: 'miss' };
  const next = { ...now, state };
  if (misses >= now.settings.missesBeforePerson) return unsure(next);
  const words = now.searchFailed ? 'cannot_search' : 'nothing';
  return { do: 'answer', hits: [], sure: false, confidence: 0, attempt: 1, say: words, state };
}

/** To a person, but with the form filled as far as a few short questions fill it. */
export const unsure = (now: Situation): Decision => withForm(now, now.state, 'bot_unsure');

/** Asks the next field, where there is one to ask; else hands over. @param before the field just filled; null: it was left out */
export function withForm(
  now: Situation,
  state: DialogueState,
  because: HandOverReason,
  before?: string | null,
): Decision {
  const wasAsked = before !== undefined;
  const next = { ...now, state: { ...state, asking: null } };
  const field = now.settings.asksForms ? nextField(formOf(now.categories, state), state) : undefined;
  // What has just been told is not asked for.
  const told = field && !wasAsked ? numberFor(field, now.said.last) : undefined;
  if (field && told) return withForm(now, { ...state, form: { ...state.form, [field.key]: told } }, because);
  if (field) {
    const question = askField(next, field, { because, tries: 1, ...(before && { before }) });
    return wasAsked ? question : { ...question, say: 'which_field_first' };
  }
  const decision = handOver(next, because);
  return wasAsked && decision.do === 'hand_over' ? { ...decision, say: 'handing_over_filled' } : decision;
}

export type Field = ReturnType<typeof formOf>[number];

const STILL: Record<Courtesy, Say> = {
  greeting: 'still_field',
  thanks: 'still_field_thanks',
  goodbye: 'still_field',
  nothing_to_read: 'still_field_wordless',
};

/** A courtesy is answered in kind; the question stays as it was, and that was no try. */
export function askStill(now: Situation, field: Field, asking: AskedForField, courtesy: Courtesy): Decision {
  const say = courtesy === 'nothing_to_read' && now.said.attached ? 'still_field_received' : STILL[courtesy];
  const { state, ...question } = askField(now, field, asking);
  return { ...question, say, state: { ...state, asked: now.state.asked } };
}

/** @param tries 2: the first answer did not fit */
export function askField(
  now: Situation,
  field: Field,
  { tries, because, before }: Pick<AskedForField, 'tries' | 'because' | 'before'>,
): Extract<Decision, { do: 'ask' }> {
  const { state, locale } = now;
  const asked = tries === 1 ? [...state.asked, fieldQuestion(field.key)] : state.asked;
  return {
    do: 'ask',
    asks: 'field',
    say: tries === 1 ? 'which_field' : 'which_field_again',
    about: field.label[locale],
    replies: optionReplies(field, locale),
    field: askedField(field, locale),
    state: {
      ...state,
      asked,
      asking: { kind: 'field', key: field.key, tries, because, at: now.at, ...(before && { before }) },
    },
  };
}

function handOver(now: Situation, because: HandOverReason): Decision {
  const { category, subCategory, form } = now.state;
  const state = { ...now.state, asking: null };
  return { do: 'hand_over', because, say: HAND_OVER_WORDS[because], category, subCategory, form, state };
}
