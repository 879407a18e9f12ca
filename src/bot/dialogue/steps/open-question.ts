import type { CategoryKey } from '../../../contract/index.js';
import type { Asking } from '../asking.js';
import type { Decision, Step } from '../decision.js';
import { skips } from '../form-questions.js';
import { chosen, subCategoriesOf, subCategoryReplies, topicsOf } from '../replies-of.js';
import type { Situation } from '../situation.js';
import { article, sureArticle } from './articles.js';
import { fieldAnswered } from './form-answer.js';
import { askInput, lookUp } from './look-up.js';
import { say, smallTalk } from './say.js';
import { miss, rule } from './to-a-person.js';

/** The message as the answer to what the bot has asked; undefined when it is none, or nothing was asked. */
export function openQuestion(now: Situation): Step {
  const { asking } = now.state;
  switch (asking?.kind) {
    case 'category':
      return categoryChosen(now, asking);
    case 'sub_category':
      return subCategoryChosen(now, asking);
    case 'field':
      return fieldAnswered(now, asking);
    case 'look_up':
      return inputGiven(now, asking);
    default:
      return undefined;
  }
}

function categoryChosen(now: Situation, { options, question }: Extract<Asking, { kind: 'category' }>): Step {
  const key = chosen(topicsOf(now.categories, options, now.locale), now.said.last) as CategoryKey | undefined;
  if (!key) return undefined;
  const state = { ...now.state, asking: null, category: key, categoryConfidence: 1, subCategory: null };
  const next = { ...now, state };
  const decision = rule(next) ?? (question === '' ? undefined : (lookUp(next) ?? article(next)));
  return decision ?? askSubCategory(next, key, question);
}

/** Without a question there is nothing to look for yet: what is it about? */
function askSubCategory(now: Situation, category: CategoryKey, question: string): Decision {
  const subCategories = subCategoriesOf(now.categories, category);
  const about = now.categories.find(({ key }) => key === category)?.topic[now.locale] ?? '';
  if (subCategories.length === 0 || now.state.asked.includes('sub_category'))
    return question === '' ? say(now, 'tell_me_more', {}, about) : miss(now);
  const asking: Asking = { kind: 'sub_category', category, options: subCategories.map(({ key }) => key), question };
  return {
    do: 'ask',
    asks: 'category',
    say: 'which_sub_category',
    about,
    replies: subCategoryReplies(subCategories, now.locale),
    state: { ...now.state, asking, asked: [...now.state.asked, 'sub_category'] },
  };
}

function subCategoryChosen(now: Situation, asking: Extract<Asking, { kind: 'sub_category' }>): Step {
  const offered = subCategoriesOf(now.categories, asking.category).filter(({ key }) => asking.options.includes(key));
  const key = chosen(subCategoryReplies(offered, now.locale), now.said.last);
  if (!key) return undefined;
  const state = { ...now.state, asking: null, category: asking.category, categoryConfidence: 1, subCategory: key };
  const next = { ...now, state };
  return rule(next) ?? lookUp(next) ?? article(next) ?? tellMore(next, offered.find((one) => one.key === key)?.name);
}

const tellMore = (now: Situation, name: Record<Situation['locale'], string> | undefined): Decision =>
  now.state.misses > 0 ? miss(now) : say(now, 'tell_me_more', {}, name?.[now.locale]);

function inputGiven(now: Situation, asking: Extract<Asking, { kind: 'look_up' }>): Step {
  const found = now.lookUps.find(({ key }) => key === asking.lookUp);
  const free = { ...now, state: { ...now.state, asking: null } };
  if (found?.input) return lookUp({ ...free, lookUps: [found] });
  const others = { ...free, lookUps: now.lookUps.filter(({ key }) => key !== asking.lookUp) };
  const other = smallTalk(others) ?? lookUp(others) ?? sureArticle(others);
  if (other || !found?.needs || asking.tries > 1 || skips(now.said.last)) return other ?? articleOr(others);
  return askInput(now, found.key, found.needs, 2);
}

const articleOr = (now: Situation): Decision => article(now) ?? miss(now);
