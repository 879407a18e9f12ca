import {
  type CategoryView,
  type CustomerEntryView,
  LIMITS,
  type Locale,
  type PublicTicketView,
  RATING_REASONS,
  type TicketStatus,
  valueWords,
} from '../../contract/index.js';
import type { TemplateValue } from '../../platform/templates/index.js';
import type { StatusReach } from '../customer-secrets.js';
import { caseTexts } from './case.texts.js';
import type { CustomerCase } from './customer-cases.service.js';
import { customerVerbs } from './customer-verbs.js';
import { nextAnswer, stamp } from './next-answer.js';
import { SCORE_WORDS, STATUS_WORDS } from './status.texts.js';
import type { WaitingFile } from './status-replies.service.js';
import { threadWords } from './thread-words.js';
import { timelineWords } from './timeline-words.js';

const ZONE = 'Asia/Shanghai';
const DAY = 86_400_000;

export interface CasePage {
  ticket: PublicTicketView;
  own: CustomerCase;
  categories: readonly CategoryView[];
  locale: Locale;
  now: Date;
  /** Of the signed link, for the forms on the page. */
  key: string;
  reach: StatusReach;
  /** Signed address of where it was merged into, when that is the same customer's. */
  mergedPath: string | null;
  thread: { entries: CustomerEntryView[]; older: string | null; newer: string | null };
  notice: { words: string; isBad: boolean } | null;
  /** What stands in the form of an answer: made with the page, or what was sent and could not be taken. */
  reply: { once: string; body: string; files: readonly WaitingFile[] };
  /** What was chosen for a rating that could not be taken. */
  rating?: { score: number; solved: boolean; reasons: readonly string[]; comment: string };
}

/** What the template of one case sees. */
export function casePage(page: CasePage): Record<string, TemplateValue> {
  const { ticket, own, categories, locale, now, key, thread, notice, reply } = page;
  const words = STATUS_WORDS[locale][ticket.status];
  const time = (at: string) => inZone(at, locale, now);
  const isWhole = page.reach === 'whole';
  const verbs = isWhole ? customerVerbs(own, now) : {};
  return {
    isWhole,
    texts: caseTexts(locale),
    locale,
    number: ticket.number,
    key,
    notice,
    topic: topicOf(ticket, categories, locale),
    openedAt: stamp(ticket.openedAt, time),
    label: words.label,
    sentence: words.sentence,
    tone: ticket.status === 'pending' || ticket.status === 'resolved' ? 'asks' : 'calm',
    steps: stepsOf(ticket.status, locale),
    merged: ticket.merged ?? false,
    mergedInto: ticket.mergedInto && page.mergedPath ? { number: ticket.mergedInto, path: page.mergedPath } : null,
    pending: ticket.status === 'pending',
    answer: nextAnswer(ticket, time, now),
    nudge: verbs.nudge ? { next: verbs.nudge.from ? stamp(verbs.nudge.from, time) : null } : null,
    nudges: own.nudges,
    withdraws: verbs.withdraw ?? false,
    confirms: verbs.confirm ?? false,
    ...ratingOf(page, verbs.rate, time),
    details: (isWhole ? (ticket.details ?? []) : []).map(({ label, value, ...field }) => ({
      label: label[locale],
      value: valueWords(field, value, locale),
    })),
    timeline: ticket.timeline
      .flatMap((line) => {
        const said = timelineWords(line, locale, time);
        return said ? [{ ...stamp(line.at, time), words: said }] : [];
      })
      .reverse(),
    thread: thread.entries.flatMap((entry) => threadWords(entry, locale, time) ?? []),
    older: thread.older,
    newer: thread.newer,
    replies: takesReplies(own, now),
    reply: { once: reply.once, body: reply.body, files: reply.files.map(({ id, name }) => ({ id, name })) },
    most: { length: LIMITS.messageLength, files: LIMITS.attachmentsPerMessage, bytes: LIMITS.attachmentBytes },
  };
}

/** As long as a message reopens it. */
const takesReplies = ({ closedAt, conversationIds }: CustomerCase, now: Date): boolean =>
  conversationIds.length > 0 && (!closedAt || now.getTime() - closedAt.getTime() < LIMITS.reopenDays * DAY);

function ratingOf(
  { own, locale, rating: sent }: CasePage,
  rate: { until?: string } | undefined,
  time: (at: string) => string,
): Record<string, TemplateValue> {
  const { score, solved, reasons, comment } = sent ?? {
    score: own.score,
    solved: own.solved,
    reasons: own.reasons,
    comment: own.comment ?? '',
  };
  const chips = (side: keyof typeof RATING_REASONS) =>
    Object.entries(RATING_REASONS[side]).map(([value, text]) => ({
      value,
      words: text[locale],
      checked: reasons.some((reason) => reason === value),
    }));
  const said = own.score !== null;
  return {
    rates: rate !== undefined && own.status === 'closed',
    rateUntil: rate?.until ? stamp(rate.until, time) : null,
    rateExpired: own.status === 'closed' && rate === undefined && !said,
    scores: SCORE_WORDS[locale].map((word, index) => ({ value: index + 1, word, checked: score === index + 1 })),
    solved: solved === true,
    unsolved: solved === false,
    low: chips('low'),
    high: chips('high'),
    comment,
    commentLength: LIMITS.ratingComment,
    rating: said
      ? {
          score: own.score as number,
          word: SCORE_WORDS[locale][(own.score as number) - 1] ?? '',
          solved: own.solved ?? false,
        }
      : null,
    // What could not be taken stands open, to be sent again.
    rateOpen: !said || sent !== undefined,
  };
}

/** In Beijing, where most who ask are; the page names the zone. The machine-readable time beside it is UTC. */
export function inZone(at: string, locale: Locale, now: Date): string {
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

/** Received → in progress → solved; what waits for the customer takes the place of "in progress". */
function stepsOf(status: TicketStatus, locale: Locale): { label: string; state: string; current: boolean }[] {
  const middle: TicketStatus = status === 'pending' ? 'pending' : 'open';
  const path: TicketStatus[] = status === 'cancelled' ? ['new', 'cancelled'] : ['new', middle, 'closed'];
  const at = { new: 0, open: 1, pending: 1, on_hold: 1, resolved: 2, closed: 2, cancelled: 1 }[status];
  const ended = status === 'closed' || status === 'cancelled';
  return path.map((step, index) => {
    const state = index < at || (ended && index === at) ? 'done' : index === at ? 'now' : 'ahead';
    return { label: STATUS_WORDS[locale][step].label, state, current: index === at };
  });
}
