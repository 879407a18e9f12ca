import type {
  BotEntry,
  BotSettings,
  BotTry,
  CategoryKey,
  CategoryView,
  Locale,
  NeedsPersonReason,
  ShopTier,
  Timestamp,
} from '../../contract/index.js';
import type { Answer } from '../../help-center/index.js';
import type { FittingLookUp } from '../look-ups/look-ups.service.js';
import type { Understanding } from '../understanding/understand.js';
import type { Asking } from './asking.js';

/** Where the bot stands with one conversation; what of `bot_dialogues` a decision reads and changes. */
export interface DialogueState {
  entry: BotEntry;
  page: string | null;
  category: CategoryKey | null;
  /** 1: the customer chose it. */
  categoryConfidence: number;
  subCategory: string | null;
  /** Values by field key, each checked as the form says. */
  form: Record<string, string>;
  asking: Asking | null;
  /** Every question that was ever asked: `vague`, `category`, `sub_category`, `field:<key>`, `look_up:<key>`. None is asked again. */
  asked: string[];
  misses: number;
  shownArticleIds: string[];
  tried: BotTry[];
  generated: boolean;
  /** Why a person may have to step in; null: all is well. */
  needsPersonBecause: NeedsPersonReason | null;
}

export const NEW_DIALOGUE: DialogueState = {
  entry: 'home',
  page: null,
  category: null,
  categoryConfidence: 0,
  subCategory: null,
  form: {},
  asking: null,
  asked: [],
  misses: 0,
  shownArticleIds: [],
  tried: [],
  generated: false,
  needsPersonBecause: null,
};

/** All that the customer has said since the bot last answered. */
export interface Said {
  /** What to look for: their words, bounded; with an open question of the bot's answered, the question from before it. */
  text: string;
  /** The last message alone, as the answer to an open question. */
  last: string;
  /** Those of them that have words, each by itself, in order. */
  each: readonly SaidMessage[];
  /** Something came that is no words: files, a card. */
  attached: boolean;
}

export interface SaidMessage {
  text: string;
  at: Timestamp;
}

/** The bot's last answer, while nobody has said what came of it. */
export interface OpenAnswer {
  entryId: string;
  questionId: string;
  articleIds: string[];
  attempt: number;
}

/** All that a decision rests on. Gathered before the conversation is locked; the replay of old conversations makes its own. */
export interface Situation {
  /** `message`: the customer wrote; `not_helped`: they said so of the open answer. */
  trigger: 'message' | 'not_helped';
  at: Timestamp;
  locale: Locale;
  settings: BotSettings;
  customer: { identified: boolean; tier: ShopTier | null; shop: string | null };
  state: DialogueState;
  said: Said;
  understanding: Understanding;
  openAnswer: OpenAnswer | null;
  categories: readonly CategoryView[];
  /** The most fitting first; none when nothing fits. */
  lookUps: readonly FittingLookUp[];
  /** Of the help centre, the surest first; `confidence` is the probability that it answers. */
  hits: readonly Answer[];
  /** The help centre could not be searched: that nothing was found says nothing. */
  searchFailed?: true;
}
