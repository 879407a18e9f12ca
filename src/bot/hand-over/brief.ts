import type {
  BotBrief,
  BotTry,
  CategoryView,
  Citation,
  EntryData,
  HandOverReason,
  Locale,
} from '../../contract/index.js';
import type { BotTalkRow } from '../../conversations/index.js';
import { cut } from '../cut.js';
import { filledFields } from '../dialogue/filled-fields.js';
import { wantsPerson } from '../understanding/wants-person.js';
import { summaryOf } from './brief-summary.js';

/** What the bot knows of the matter when a person takes over. */
export interface BriefFacts {
  because: HandOverReason;
  locale: Locale;
  /** In order. */
  talk: readonly BotTalkRow[];
  category?: BotBrief['category'];
  subCategory?: string;
  /** Values by field key. */
  form: Record<string, string>;
  categories: readonly CategoryView[];
  /** Of an article that was shown, by entry and article id; where the entry itself does not say. */
  versions: ReadonlyMap<string, number>;
}

const LAST_MESSAGES = 3;
const LONGEST_MESSAGE = 500;
const LONGEST_ASKED = 120;
const MOST_TRIES = 20;
/** An emoji, a number or a single letter says nothing of a matter. */
const SAYS_SOMETHING = /\p{L}.*\p{L}/su;

/** 会话小结, put together from what was said: no word of it is anybody's opinion. */
export function briefOf(facts: BriefFacts): BotBrief {
  const { because, locale, talk, category, subCategory } = facts;
  const messages = talk.flatMap((row) => (row.authorKind === 'customer' ? wordsOf(row) : []));
  const brief = {
    because,
    firstQuestion: messages.find((text) => SAYS_SOMETHING.test(text) && !wantsPerson(text)) ?? messages[0] ?? '',
    lastMessages: messages.slice(-LAST_MESSAGES),
    ...(category && { category }),
    ...(subCategory && { subCategory }),
    fields: filledFields(facts.categories, { category: category?.key, subCategory, form: facts.form }, locale),
    tried: talk.flatMap((row) => tryOf(row, facts.versions)).slice(-MOST_TRIES),
    locale,
  };
  return { ...brief, summary: summaryOf(brief, facts.categories) };
}

function wordsOf({ body, attachments }: BotTalkRow): string[] {
  const text = body.replace(/\s+/g, ' ').trim() || attachments.map(({ name }) => `[${name}]`).join(' ');
  return text === '' ? [] : [cut(text, LONGEST_MESSAGE)];
}

/** The field, or the choices; else the question in its own words. */
function askedIn({ field, replies }: Extract<EntryData, { type: 'bot_question' }>, body: string): string {
  const choices = replies.map(({ label }) => label).join(' / ');
  return cut(field?.label || choices || body.replace(/\s+/g, ' ').trim(), LONGEST_ASKED);
}

function tryOf({ id, data, body, createdAt }: BotTalkRow, versions: BriefFacts['versions']): BotTry[] {
  const at = createdAt.toISOString();
  switch (data?.type) {
    case 'bot_answer': {
      const articles = citationsOf(id, data, versions);
      const kind = data.generated ? 'generated' : articles.length > 0 ? 'articles' : 'nothing';
      return [{ kind, ...(articles.length > 0 && { articles }), ...(data.outcome && { outcome: data.outcome }), at }];
    }
    case 'bot_look_up':
      return [{ kind: 'look_up', lookUp: data.lookUp, outcome: data.outcome, at }];
    case 'bot_question':
      return [{ kind: 'question', asked: askedIn(data, body), at }];
    default:
      return [];
  }
}

function citationsOf(
  entryId: string,
  { articles, citations }: Extract<EntryData, { type: 'bot_answer' }>,
  versions: BriefFacts['versions'],
): Citation[] {
  if (citations && citations.length > 0) return citations;
  return articles.map(({ articleId, title, url }) => ({
    articleId,
    title,
    version: versions.get(`${entryId} ${articleId}`) ?? 1,
    url,
  }));
}
