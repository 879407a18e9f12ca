import type { BotGreeting, CategoryKey, CategoryView, EntryData, Locale, LocalizedText } from '../../contract/index.js';
import { CATEGORIES } from '../../contract/index.js';
import { cut } from '../cut.js';
import { greetingForPage } from '../settings/greeting-for-page.js';
import { subCategoriesOf, subCategoryReplies, topicsOf } from './replies-of.js';
import { type DialogueState, NEW_DIALOGUE } from './situation.js';

/** What is known of a customer when they begin. */
export interface Arrival {
  locale: Locale;
  /** Of an identified customer. */
  name: string | null;
  /** Of the host site, as their last step told it. */
  page: string | null;
  /** What went wrong in that step, when it was a moment ago. */
  failure: { action: string; error: string } | null;
  /** A case of theirs that is not done with. */
  openTicket: string | null;
  category: CategoryKey | null;
  isFollowUp: boolean;
  from: 'article' | 'search' | null;
  /** The site's own. */
  siteGreeting: LocalizedText;
}

const FAILURE_LENGTH = 80;
/** Nobody is greeted twice in one breath. */
const HELLO = /^(您好|你好|hello\b|hi\b)[\s,，!！。.~～]*/i;

const TEXTS = {
  hello: { 'zh-CN': (name: string) => `${name}，您好！`, en: (name: string) => `Hello, ${name}!` },
  followUp: {
    'zh-CN': '我们接着上一个问题说。现在的情况是怎样的？',
    en: 'Let us go on from where we were. How do things stand now?',
  },
  failure: {
    'zh-CN': (action: string, error: string) =>
      `看到您刚才「${action}」没有成功，提示是“${error}”。如果就是这个问题，直接告诉我。`,
    en: (action: string, error: string) =>
      `I see that “${action}” did not work a moment ago: “${error}”. If this is about that, just say so.`,
  },
  openTicket: {
    'zh-CN': (number: string) => `您的工单 ${number} 正在处理中，想知道进度可以直接问我。`,
    en: (number: string) => `Your case ${number} is being worked on; ask me how it stands.`,
  },
  category: {
    'zh-CN': (topic: string) => `「${topic}」方面，您遇到的是哪一种情况？也可以直接描述。`,
    en: (topic: string) => `${topic}: which of these is it? You can also describe it in your own words.`,
  },
  person: { 'zh-CN': '随时可以说“转人工”。', en: 'You can ask for a person at any time.' },
} as const;

export interface Greeting {
  body: string;
  data: Extract<EntryData, { type: 'bot_greeting' }>;
  state: DialogueState;
}

/** The first words of the bot, with what can be tapped instead of typing. Pure. */
export function greet(
  arrival: Arrival,
  greetings: readonly BotGreeting[],
  categories: readonly CategoryView[],
): Greeting {
  const { locale, name, failure, openTicket, category, isFollowUp, page } = arrival;
  const ofPage = greetingForPage(greetings, page ?? undefined);
  const topic = categories.find(({ key }) => key === category)?.topic[locale];
  const begun: DialogueState = { ...NEW_DIALOGUE, entry: entryOf(arrival), page };
  const state: DialogueState = category ? { ...begun, category, categoryConfidence: 1 } : begun;
  const hello = name ? [TEXTS.hello[locale](name)] : [];
  const welcome = (text: LocalizedText) => (name ? capital(text[locale].replace(HELLO, '')) : text[locale]);
  if (isFollowUp) return said([...hello, TEXTS.followUp[locale]], [], state, locale);
  const news = [
    ...(failure ? [TEXTS.failure[locale](short(failure.action), short(failure.error))] : []),
    ...(openTicket ? [TEXTS.openTicket[locale](openTicket)] : []),
  ];
  if (category && topic) {
    const offered = subCategoriesOf(categories, category);
    const asking = { kind: 'sub_category' as const, category, options: offered.map(({ key }) => key), question: '' };
    const asks: DialogueState = offered.length > 0 ? { ...state, asking, asked: ['sub_category'] } : state;
    const own = ofPage?.category === category ? [welcome(ofPage.text)] : [];
    const lines = [...hello, ...own, ...news, TEXTS.category[locale](topic), TEXTS.person[locale]];
    return said(lines, subCategoryReplies(offered, locale), asks, locale);
  }
  const first = ofPage?.category;
  const options = [...(first ? [first] : []), ...CATEGORIES.filter((key) => key !== first)];
  const lines = [...hello, welcome(ofPage?.text ?? arrival.siteGreeting), ...news, TEXTS.person[locale]];
  const asking = { kind: 'category' as const, options, question: '' };
  return said(lines, topicsOf(categories, options, locale), { ...state, asking }, locale);
}

const capital = (text: string): string => text.replace(/^./u, (first) => first.toUpperCase());

const said = (
  lines: readonly string[],
  replies: Greeting['data']['replies'],
  state: DialogueState,
  locale: Locale,
): Greeting => ({
  body: lines.filter((line) => line !== '').join(locale === 'zh-CN' ? '' : ' '),
  data: { type: 'bot_greeting', replies },
  state,
});

const entryOf = ({ isFollowUp, from, category }: Arrival): DialogueState['entry'] => {
  if (isFollowUp) return 'follow_up';
  return from ?? (category ? 'category' : 'home');
};

const short = (text: string): string => cut(text.replace(/\s+/g, ' ').trim(), FAILURE_LENGTH);
