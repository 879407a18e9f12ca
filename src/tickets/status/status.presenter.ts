import type { CategoryView, Locale, PublicTicketView, TicketStatus } from '../../contract/index.js';
import type { TemplateValue } from '../../platform/templates/index.js';
import { nextAnswer, stamp } from './next-answer.js';
import { RECEIVED, SCORE_WORDS, STATUS_WORDS, statusTexts } from './status.texts.js';
import { timelineWords } from './timeline-words.js';

const ZONE = 'Asia/Shanghai';

/** What the template of one case sees. @param key of the signed link, for the forms on the page */
export function casePage(
  ticket: PublicTicketView,
  categories: readonly CategoryView[],
  locale: Locale,
  key: string,
  now: Date,
): Record<string, TemplateValue> {
  const words = STATUS_WORDS[locale][ticket.status];
  const time = (at: string) => inZone(at, locale, now);
  return {
    texts: statusTexts(locale),
    locale,
    number: ticket.number,
    key,
    topic: topicOf(ticket, categories, locale),
    openedAt: stamp(ticket.openedAt, time),
    label: words.label,
    sentence: words.sentence,
    tone: ticket.status === 'pending' || ticket.status === 'resolved' ? 'asks' : 'calm',
    steps: stepsOf(ticket.status, locale),
    pending: ticket.status === 'pending',
    answer: nextAnswer(ticket, time, now),
    timeline: ticket.timeline
      .flatMap((line) => {
        const said = timelineWords(line, locale, time);
        return said ? [{ ...stamp(line.at, time), words: said }] : [];
      })
      .reverse(),
    confirms: ticket.status === 'resolved',
    rates: ticket.status === 'closed' && !ticket.rating,
    scores: SCORE_WORDS[locale].map((word, index) => ({ value: index + 1, word })),
    rating: ticket.rating
      ? {
          score: ticket.rating.score,
          word: SCORE_WORDS[locale][ticket.rating.score - 1] ?? '',
          solved: ticket.rating.solved,
        }
      : null,
  };
}

/** In Beijing, where most who ask are; the page names the zone. The machine-readable time beside it is UTC. */
function inZone(at: string, locale: Locale, now: Date): string {
  const date = new Date(at);
  const year = (value: Date) => value.toLocaleDateString('en', { timeZone: ZONE, year: 'numeric' });
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: ZONE,
    ...(year(date) !== year(now) && { year: 'numeric' }),
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
}

function topicOf(ticket: PublicTicketView, categories: readonly CategoryView[], locale: Locale): string | null {
  const category = categories.find(({ key }) => key === ticket.category);
  if (!category) return null;
  const sub = category.subCategories.find(({ key }) => key === ticket.subCategory);
  return sub ? `${category.name[locale]} · ${sub.name[locale]}` : category.name[locale];
}

/** Received → in progress → to confirm → done; pauses take the place of "in progress". */
function stepsOf(status: TicketStatus, locale: Locale): { label: string; state: string; current: boolean }[] {
  const label = (of: TicketStatus) => STATUS_WORDS[locale][of].label;
  const middle: TicketStatus = status === 'pending' || status === 'on_hold' ? status : 'open';
  const path: TicketStatus[] = status === 'cancelled' ? ['new', 'cancelled'] : ['new', middle, 'resolved', 'closed'];
  const at = path.indexOf(status);
  const ended = status === 'closed' || status === 'cancelled';
  return path.map((step, index) => {
    const state = index < at || (ended && index === at) ? 'done' : index === at ? 'now' : 'ahead';
    return { label: step === 'new' && index < at ? RECEIVED[locale] : label(step), state, current: index === at };
  });
}
