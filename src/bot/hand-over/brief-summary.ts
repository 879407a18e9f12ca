import type { BotBrief, CategoryView, HandOverReason, Locale } from '../../contract/index.js';
import { cut } from '../cut.js';

const LONGEST_QUESTION = 120;

const BECAUSE: Record<HandOverReason, Record<Locale, string>> = {
  person_requested: { 'zh-CN': '客户要求人工', en: 'The customer asked for a person' },
  bot_unsure: { 'zh-CN': '机器人没能解答', en: 'The bot had no answer that helped' },
  upset: { 'zh-CN': '客户情绪激动', en: 'The customer is upset' },
  money_at_stake: { 'zh-CN': '涉及资金', en: 'Money is at stake' },
  rule: { 'zh-CN': '按规则直接转人工', en: 'A rule sends this to a person' },
  taken_over: { 'zh-CN': '同事从机器人接管', en: 'A colleague took over from the bot' },
};

/** A few sentences for lists, mails to colleagues and search: what it is about, what is known, what was tried, why it came. */
export function summaryOf(brief: Omit<BotBrief, 'summary'>, categories: readonly CategoryView[]): string {
  const zh = brief.locale === 'zh-CN';
  const question = cut(brief.firstQuestion, LONGEST_QUESTION);
  const parts = [
    question && (zh ? `客户问：“${question}”` : `The customer asks: “${question}”`),
    topicOf(brief, categories),
    ...(brief.fields.length > 0
      ? [brief.fields.map(({ label, value }) => `${label} ${value}`).join(zh ? '，' : ', ')]
      : []),
    triedOf(brief),
    BECAUSE[brief.because][brief.locale],
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (zh ? `${part}。` : `${part}.`))
    .join(zh ? '' : ' ');
}

function topicOf(
  { category, subCategory, locale }: Omit<BotBrief, 'summary'>,
  categories: readonly CategoryView[],
): string {
  const known = categories.find(({ key }) => key === category?.key);
  if (!category || !known) return '';
  const sub = known.subCategories.find(({ key }) => key === subCategory);
  const name = [known.name[locale], ...(sub ? [sub.name[locale]] : [])].join(' · ');
  const share = `${Math.round(category.confidence * 100)}%`;
  if (locale === 'zh-CN') return category.chosen ? `问题类型 ${name}` : `可能是 ${name}（把握 ${share}）`;
  return category.chosen ? `Category ${name}` : `Probably ${name} (confidence ${share})`;
}

function triedOf({ tried, locale }: Omit<BotBrief, 'summary'>): string {
  const zh = locale === 'zh-CN';
  const shown = tried.flatMap(({ articles = [], outcome }) =>
    articles.map(({ title }) => {
      const verdict = outcome === 'helped' ? (zh ? '有帮助' : 'helped') : zh ? '没帮助' : 'did not help';
      const said = outcome === 'helped' || outcome === 'not_helped' ? (zh ? `（${verdict}）` : ` (${verdict})`) : '';
      return zh ? `《${title}》${said}` : `“${title}”${said}`;
    }),
  );
  const titles = [...new Set(shown)].join(zh ? '' : ', ');
  return titles && (zh ? `看过${titles}` : `Was shown ${titles}`);
}
