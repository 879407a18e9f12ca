import type { BotSettings, Locale } from '../../contract/index.js';
import { type Guess, guessCategory } from './category.js';
import { clausesOf, folded as foldedOf } from './clauses.js';
import { isAngry, isInDanger, isMoneyAtStake, isThreat } from './mood.js';
import { saysOneOf } from './own-words.js';
import { type SmallTalk, smallTalkOf, verdictOf } from './small-talk.js';
import { wantsPerson } from './wants-person.js';

export type { GuessedCategory } from './category.js';

/** What a message says, as far as one can tell without looking anything up. */
export interface Understanding {
  /** Asks for one, or says that they may harm themselves. */
  wantsPerson: boolean;
  mood: 'calm' | 'angry' | 'money';
  category?: Guess['category'];
  subCategory?: string;
  /** Nothing but this. */
  smallTalk?: SmallTalk;
  /** Nothing but what came of the bot's last answer. */
  verdict?: 'helped' | 'not_helped';
}

/** Pure and total; linear in the first `EXAMINED` characters of the text. */
export function understand(text: string, { words }: { locale: Locale; words: BotSettings['words'] }): Understanding {
  const folded = foldedOf(text).trim();
  const clauses = clausesOf(folded);
  const smallTalk = smallTalkOf(folded);
  const verdict = verdictOf(folded);
  const isUpset = clauses.some((clause) => isAngry(clause) || isThreat(clause)) || saysOneOf(words.anger, folded);
  const hasMuchToLose = isMoneyAtStake(clauses) || saysOneOf(words.money, folded);
  return {
    wantsPerson: wantsPerson(text) || clauses.some(isInDanger) || saysOneOf(words.person, folded),
    mood: isUpset ? 'angry' : hasMuchToLose ? 'money' : 'calm',
    ...(smallTalk ? { smallTalk } : guessCategory(folded)),
    ...(verdict && { verdict }),
  };
}
