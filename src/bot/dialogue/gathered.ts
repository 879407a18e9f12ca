import type {
  BotSettings,
  CategoryKey,
  CategoryView,
  ConversationHandler,
  Locale,
  ShopTier,
  Timestamp,
} from '../../contract/index.js';
import type { LookUpContext } from '../look-ups/look-ups.service.js';
import { chosen, subCategoriesOf, subCategoryReplies, topicsOf } from './replies-of.js';
import { type DialogueState, NEW_DIALOGUE, type OpenAnswer, type Said } from './situation.js';

const QUESTION_LENGTH = 1_000;

interface Message {
  id: string;
  seq: number;
  body: string;
  attached: boolean;
  at: Timestamp;
}

type StateColumns = { [Column in keyof DialogueState]: DialogueState[Column] | null };

/** What `GATHER` answers. */
export interface GatheredRow extends StateColumns {
  siteId: string;
  customerId: string;
  chosenCategory: CategoryKey | null;
  handler: ConversationHandler;
  locale: Locale;
  seq: number;
  isFollowUp: boolean;
  at: Date;
  identified: boolean;
  tier: ShopTier | null;
  shop: string | null;
  settings: Partial<BotSettings> | null;
  known: boolean;
  messages: Message[];
  lastAnswer: (OpenAnswer & { outcome: string | null; question: string }) | null;
}

/** Where the dialogue stands; of one that has no row yet, where it begins. */
export function stateOf(row: GatheredRow): DialogueState {
  const begun: DialogueState = {
    ...NEW_DIALOGUE,
    entry: row.isFollowUp ? 'follow_up' : row.chosenCategory ? 'category' : 'home',
    ...(row.chosenCategory && { category: row.chosenCategory, categoryConfidence: 1 }),
  };
  if (!row.known) return begun;
  const kept = Object.keys(NEW_DIALOGUE).map((key) => [key, row[key as keyof DialogueState]]);
  return Object.fromEntries(kept) as unknown as DialogueState;
}

/** @param notHelped the answer that the customer is just turning down */
export function openAnswerOf({ lastAnswer }: GatheredRow, notHelped?: string): OpenAnswer | null {
  if (!lastAnswer) return null;
  if (notHelped) return lastAnswer.entryId === notHelped ? lastAnswer : null;
  return lastAnswer.outcome === null && lastAnswer.articleIds.length > 0 ? lastAnswer : null;
}

/** What was said, bounded: of a long run its end counts, of a long message its beginning. */
export function saidOf(messages: readonly Message[]): Said {
  const each = messages.map(({ body, at }) => ({ text: readable(body), at })).filter(({ text }) => text !== '');
  const last = each.at(-1)?.text ?? '';
  // Half a character is none, and no JSON of a database.
  let text = last.slice(0, QUESTION_LENGTH).replace(/\p{Surrogate}$/u, '');
  for (const { text: body } of each.slice(0, -1).reverse()) {
    if (text.length + body.length >= QUESTION_LENGTH) break;
    if (!text.includes(body)) text = `${body}\n${text}`;
  }
  return { text, last, each, attached: messages.some(({ attached }) => attached) };
}

/** Invisible characters part words that people see as one. */
const readable = (body: string): string =>
  body
    .replace(/\p{Cf}+/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();

/** What to look for: after a tapped category or sub-category, what was asked before it, within that category. */
export function soughtOf(
  { asking }: DialogueState,
  said: Said,
  categories: readonly CategoryView[],
  locale: Locale,
): { question: string; category?: CategoryKey; isChoice: boolean } {
  if (asking?.kind === 'category') {
    const key = chosen(topicsOf(categories, asking.options, locale), said.last) as CategoryKey | undefined;
    if (key) return { question: asking.question, category: key, isChoice: true };
  }
  if (asking?.kind === 'sub_category') {
    const offered = subCategoriesOf(categories, asking.category);
    const key = chosen(subCategoryReplies(offered, locale), said.last);
    if (key) return { question: `${asking.question} ${said.last}`.trim(), category: asking.category, isChoice: true };
  }
  return { question: said.text, isChoice: false };
}

export const contextOf = (
  conversationId: string,
  { siteId, customerId, identified, locale }: GatheredRow,
): LookUpContext => ({
  conversationId,
  siteId,
  customerId,
  identified,
  locale,
});
