import { fold } from '../../../platform/search/index.js';
import { smallTalkOf } from '../../understanding/small-talk.js';
import type { AskedForField } from '../asking.js';
import { beganBefore } from '../breath.js';
import type { Decision } from '../decision.js';
import { formOf, isFree, skips, skipsField, valueAlone, valueFor } from '../form-questions.js';
import type { DialogueState, SaidMessage, Situation } from '../situation.js';
import { sureArticle } from './articles.js';
import { lookUp } from './look-up.js';
import { askField, askStill, type Field, withForm } from './to-a-person.js';

/**
 * What was said as the answer to a question of the form. Who writes a thing in several messages has not read the question that came in
 * between: such messages belong to the field before, as far as they fit it, and the question stays as it is.
 */
export function fieldAnswered(now: Situation, asking: AskedForField): Decision {
  const fields = formOf(now.categories, now.state);
  const field = fields.find(({ key }) => key === asking.key);
  if (!field) return withForm(now, now.state, asking.because, null);
  const before = fields.find(({ key }) => key === asking.before);
  const isAnswer = (message: SaidMessage) => !goesOn(message, asking, field, before, now.locale);
  const answers = now.said.each.filter(isAnswer);
  const more = now.said.each.filter((message) => !isAnswer(message));
  if (more.length === 0) return answered(now, field, asking);
  const state = before ? withMore(now.state, before, more, now.locale) : now.state;
  if (answers.length === 0) return { do: 'wait', state };
  const said = { ...now.said, each: answers, last: answers.at(-1)?.text ?? '' };
  return answered({ ...now, state, said }, field, asking);
}

/** Begun before the question could be read, and no answer to it all the same. */
function goesOn(
  message: SaidMessage,
  { at }: AskedForField,
  field: Field,
  before: Field | undefined,
  locale: Situation['locale'],
): boolean {
  if (at === undefined || !beganBefore(message, at) || skips(message.text)) return false;
  // Of two order numbers in a row the second is no video's.
  const isAlike = field.format !== undefined && before?.format === field.format;
  return isAlike || valueAlone(field, message.text, locale) === undefined;
}

/** Free text grows by it; of anything else the last word counts: 不对，是 A1025. */
function withMore(
  state: DialogueState,
  field: Field,
  messages: readonly SaidMessage[],
  locale: Situation['locale'],
): DialogueState {
  const value = messages.reduce(
    (value, { text }) => valueFor(field, isFree(field) ? `${value}\n${text}` : text, locale) ?? value,
    state.form[field.key] ?? '',
  );
  return { ...state, form: { ...state.form, [field.key]: value } };
}

function answered(now: Situation, field: Field, asking: AskedForField): Decision {
  if (skipsField(field, now.said.last)) return withForm(now, now.state, asking.because, null);
  const value = valueSaid(now, field);
  if (value !== undefined)
    return withForm(now, { ...now.state, form: { ...now.state.form, [field.key]: value } }, asking.because, field.key);
  const { smallTalk: courtesy } = now.understanding;
  if (courtesy && courtesy !== 'vague') return askStill(now, field, asking, courtesy);
  if (asking.tries > 1) return withForm(now, now.state, asking.because, null);
  // Perhaps it is no answer at all: a question of theirs goes before ours, which stays open: a person is on the way.
  const free = { ...now, state: { ...now.state, asking: null } };
  const theirs = lookUp(free) ?? sureArticle(free);
  if (!theirs || theirs.do === 'ask') return askField(now, field, { ...asking, tries: 2 });
  return { ...theirs, state: { ...theirs.state, asking: { ...asking, tries: 2 } } };
}

/** Free text is all of it, without the courtesies; of several messages to anything else the last one that fits. */
function valueSaid({ said: { each }, locale }: Situation, field: Field): string | undefined {
  const texts = each.map(({ text }) => text);
  if (!isFree(field))
    return texts.map((text) => valueFor(field, text, locale)).findLast((value) => value !== undefined);
  const words = texts.filter((text) => smallTalkOf(fold(text)) === undefined);
  const last = words.at(-1);
  return last && (valueFor(field, words.join('\n'), locale) ?? valueFor(field, last, locale));
}
