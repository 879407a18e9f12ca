import {
  ALL_RATING_REASONS,
  type CategoryView,
  type Locale,
  ratingReasonText,
  type TeamView,
  type TimelineEventView,
  type Timestamp,
  WITHDRAWAL_REASONS,
} from '../../../contract/index.js';
import type { Translate } from '../i18n/i18n.js';
import { type MessageKey, zhCN } from '../i18n/zh-cn.js';

/** What a line of the timeline is put into words with. */
export interface Words {
  t: Translate;
  locale: Locale;
  teams: TeamView[];
  categories: CategoryView[];
  /** A moment as one reads it, e.g. 14:05. */
  time: (at: Timestamp) => string;
}

type Data = Record<string, unknown>;

/** One line of the timeline in the reader's language. A kind this console does not know yet shows its own name. */
export function timelineText(words: Words, event: TimelineEventView): string {
  const name = message(words, `timeline.${event.kind}`) ?? event.kind.replaceAll('_', ' ');
  const details = detailsOf(words, event.kind, event.data).filter((text) => text !== '');
  return details.length > 0 ? `${name} · ${details.join(' · ')}` : name;
}

function detailsOf(words: Words, kind: string, data: Data): string[] {
  switch (kind) {
    case 'opened':
      return [
        message(words, `timeline.opened.${data.reason}`) ?? message(words, `timeline.because.${data.reason}`) ?? '',
        leftOutWords(words, data.leftOut),
      ];
    case 'imported':
      return [textOf(words, data.source), textOf(words, data.externalId)];
    case 'held':
      return [textOf(words, data.reason)];
    case 'assigned':
    case 'handed_over':
      return [
        textOf(words, data.staffName ?? data.name),
        textOf(words, data.team),
        // That it was handed over, the line has said already.
        data.because === kind ? '' : (message(words, `timeline.because.${data.because}`) ?? ''),
      ];
    case 'returned':
      return [
        textOf(words, data.staffName),
        returnedBecause(words, data),
        data.waitedSeconds ? words.t('timeline.waited', { seconds: String(data.waitedSeconds) }) : '',
      ];
    case 'status':
      return [
        change(words, data.from, data.to),
        message(words, `timeline.because.${data.because}`) ?? '',
        withdrawalReason(words, data.reason),
        textOf(words, data.words),
      ];
    case 'edited':
      return [
        ...edits(words, data.before as Data | undefined, data.after as Data | undefined),
        leftOutWords(words, data.leftOut),
      ];
    case 'item_done':
    case 'item_undone':
      return [textOf(words, data.item)];
    case 'escalated':
      return [textOf(words, data.clockKind)];
    case 'retimed':
      return [
        textOf(words, data.clockKind),
        message(words, `timeline.retimed.${data.because}`) ?? '',
        typeof data.dueAt === 'string' ? words.time(data.dueAt) : '',
      ];
    case 'routed':
      return [
        message(words, `timeline.reason.${data.reason}`) ?? '',
        words.t('timeline.load', { load: String(data.load), capacity: String(data.capacity) }),
      ];
    case 'relaxed':
      return [
        [data.from, data.to].map((stage) => message(words, `timeline.stage.${stage}`) ?? '').join(' → '),
        ...(Array.isArray(data.teams) ? data.teams : []).map((team) => textOf(words, team)),
        words.t('timeline.waited', { seconds: String(data.waitedSeconds) }),
      ];
    case 'wish':
      return [
        message(words, `timeline.wish.${data.wish}`) ?? '',
        textOf(words, data.phone),
        message(words, `timeline.wish.${data.because}`) ?? '',
      ];
    case 'called_back':
      return [textOf(words, data.phone)];
    case 'promised':
      return [typeof data.promisedAt === 'string' ? words.time(data.promisedAt) : '', textOf(words, data.basis)];
    case 'promise_kept':
      return [textOf(words, data.note)];
    case 'acknowledged':
      return [textOf(words, data.clockKind)];
    case 'rated':
      return [
        words.t('timeline.score', { score: String(data.score) }),
        words.t(data.solved ? 'timeline.solved' : 'timeline.unsolved'),
        ...reasonsOf(words, data.reasons),
        textOf(words, data.comment),
      ];
    case 'task_opened':
    case 'task':
    case 'part':
    case 'split':
      return [textOf(words, data.number), textOf(words, data.subject), textOf(words, data.to)];
    case 'parent':
      return [data.number ? textOf(words, data.number) : words.t('timeline.noParent')];
    case 'macro':
      return [textOf(words, data.title)];
    case 'linked':
    case 'unlinked':
      return [message(words, `timeline.link.${data.as}`) ?? '', textOf(words, data.number)];
    case 'merged':
      return [
        typeof data.number === 'string'
          ? words.t('timeline.merged_into', { number: data.number })
          : words.t('timeline.merged_from', { number: String(data.from) }),
      ];
    case 'mentioned':
      return [textOf(words, data.names)];
    case 'snoozed':
      return [typeof data.until === 'string' ? words.time(data.until) : ''];
    case 'woken':
      return [message(words, `timeline.woken.${data.because}`) ?? ''];
    case 'nudged':
      return [words.t('timeline.times', { count: String(data.count) })];
    case 'accessed':
      return [textOf(words, data.reason)];
    default:
      return [change(words, data.from, data.to)];
  }
}

function reasonsOf({ locale }: Words, reasons: unknown): string[] {
  const known = ALL_RATING_REASONS.filter((reason) => Array.isArray(reasons) && reasons.includes(reason));
  return known.map((reason) => ratingReasonText(reason)[locale]);
}

function withdrawalReason({ locale }: Words, reason: unknown): string {
  return Object.entries(WITHDRAWAL_REASONS).find(([key]) => key === reason)?.[1][locale] ?? '';
}

function returnedBecause({ t }: Words, { because, seconds }: Data): string {
  switch (because) {
    case 'silent':
    case 'gone':
      return t(`timeline.returned.${because}`, { seconds: String(seconds) });
    case 'rejected':
      return t('timeline.returned.rejected');
    default:
      return '';
  }
}

function edits(words: Words, before: Data = {}, after: Data = {}): string[] {
  return Object.keys(after).map((field) => {
    const name = message(words, `form.${field}`) ?? (field === 'subCategory' ? words.t('form.category') : '');
    if (field === 'form') return words.t('timeline.form');
    return `${name} ${change(words, before[field], after[field])}`.trim();
  });
}

/** What somebody filled in that the form does not take any more: here it stays readable. */
function leftOutWords(words: Words, leftOut: unknown): string {
  if (!Array.isArray(leftOut)) return '';
  const said = leftOut.map(({ label, value }: Data) => `${textOf(words, label)} ${value}`);
  return words.t('timeline.leftOut', { values: said.join(words.locale === 'en' ? ', ' : '、') });
}

function change(words: Words, from: unknown, to: unknown): string {
  return [textOf(words, from), textOf(words, to)].filter((text) => text !== '').join(' → ');
}

/** A value as a person says it: our own words for our own keys, localized texts in the reader's language. */
function textOf(words: Words, value: unknown): string {
  if (Array.isArray(value)) return value.map((each) => textOf(words, each)).join(words.locale === 'en' ? ', ' : '、');
  if (typeof value === 'object' && value !== null) return textOf(words, (value as Data)[words.locale]);
  if (typeof value !== 'string') return '';
  for (const prefix of ['status', 'priority', 'nature', 'sla']) {
    const known = message(words, `${prefix}.${value}`);
    if (known) return known;
  }
  const subCategories = words.categories.flatMap((category) => category.subCategories);
  const named = [...words.categories, ...subCategories, ...words.teams].find(({ key }) => key === value);
  return named ? named.name[words.locale] : value;
}

function message(words: Words, key: string): string | undefined {
  return key in zhCN ? words.t(key as MessageKey) : undefined;
}
