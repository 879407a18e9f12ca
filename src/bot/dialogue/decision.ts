import type { AskedField, CategoryKey, HandOverReason, QuickReply } from '../../contract/index.js';
import type { Answer } from '../../help-center/index.js';
import type { FittingLookUp } from '../look-ups/look-ups.service.js';
import type { DialogueState } from './situation.js';
import type { Words } from './words.js';

/** What is said in one breath, by name; see `words.ts`. */
export type Say = keyof Words;

/** What the bot does next. `state` is where it stands afterwards. */
export type Decision = { state: DialogueState } & (
  | {
      do: 'hand_over';
      because: HandOverReason;
      say: Say;
      /** Guessed or chosen, for the case. */
      category: CategoryKey | null;
      subCategory: string | null;
      form: Record<string, string>;
    }
  | {
      /** Articles as the answer (`sure`), or as suggestions; none: it has found nothing, and says so. */
      do: 'answer';
      hits: readonly Answer[];
      sure: boolean;
      confidence: number;
      /** 2: another one, after the first did not help. */
      attempt: number;
      say: Say;
    }
  | { do: 'look_up'; lookUp: FittingLookUp }
  | {
      do: 'ask';
      asks: 'category' | 'field' | 'look_up';
      say: Say;
      /** What the words name, e.g. the field. */
      about: string;
      replies: QuickReply[];
      field?: AskedField;
    }
  | { do: 'say'; say: Say; about?: string }
  /** Nothing: what it has asked still stands, and they are still writing. */
  | { do: 'wait' }
);

/** What one step of a decision says; undefined: this is for the next one. */
export type Step = Decision | undefined;
