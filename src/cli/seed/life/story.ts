import type { CategoryKey, Locale, LocalizedText, ShopTier } from '../../../contract/index.js';
import type { ArticlePassages } from '../../../help-center/index.js';

export interface Person {
  id: string;
  /** Null: an anonymous visitor, whose name is empty. */
  externalId: string | null;
  name: string;
  locale: Locale;
  shop: { id: string; name: string; tier: ShopTier } | null;
  /** Of their one browser. */
  sessionId: string;
}

export interface Colleague {
  id: string;
  key: string;
  name: string;
  role: string;
  locale: Locale;
  teams: readonly string[];
}

export interface DeskTeam {
  id: string;
  key: string;
  name: LocalizedText;
}

/** A file that is sent along, as the storage and the table of attachments will have it. */
export interface StoryFile {
  name: string;
  contentType: string;
  content: Buffer;
  width?: number;
  height?: number;
}

/** What an agent fills in. */
export interface Sorting {
  category: CategoryKey;
  subCategory: string;
  form: Record<string, string>;
}

/** One thing that somebody did at the desk, as the product's own verbs know it. */
export type Deed =
  | { do: 'write'; body: string; file?: StoryFile }
  | { do: 'bot_answers'; articles: ArticlePassages[]; confidence: number; sure: boolean; attempt: number }
  | { do: 'rate_bot'; helped: boolean }
  | { do: 'ask_for_person' }
  | { do: 'route'; to: Colleague; capacity: number }
  | { do: 'reply'; by: Colleague; body: string; file?: StoryFile }
  | { do: 'note'; by: Colleague; body: string }
  | { do: 'sort'; by: Colleague; as: Sorting }
  | { do: 'hand_over'; by: Colleague; to: DeskTeam; note: string }
  | { do: 'move'; by: Colleague; to: 'pending' | 'on_hold' | 'open' | 'resolved' | 'closed' | 'cancelled' }
  | { do: 'confirm' }
  | { do: 'rate'; score: number; solved: boolean; comment: string };

export type Step = { at: Date } & Deed;

/** One matter of one customer, from the first word to where it stands now. */
export interface Story {
  customer: Person;
  locale: Locale;
  /** The topic that was chosen in the widget. */
  category: CategoryKey | null;
  /** What it is about, whether or not anybody chose it. */
  topic: CategoryKey;
  startedAt: Date;
  steps: Step[];
  /** An older one, over for more than a week, that this one goes on from. */
  followUpOf?: Story;
}
