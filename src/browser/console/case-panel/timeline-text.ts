import type { CategoryView, Locale, TeamView, TimelineEventView, Timestamp } from '../../../contract/index.js';
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
      return [message(words, `timeline.because.${data.reason}`) ?? ''];
    case 'assigned':
    case 'handed_over':
      return [
        textOf(words, data.staffName ?? data.name),
        textOf(words, data.team),
        // That it was handed over, the line has said already.
        data.because === kind ? '' : (message(words, `timeline.because.${data.because}`) ?? ''),
      ];
    case 'status':
      return [change(words, data.from, data.to), message(words, `timeline.because.${data.because}`) ?? ''];
    case 'edited':
      return edits(words, data.before as Data | undefined, data.after as Data | undefined);
    case 'escalated':
      return [textOf(words, data.clockKind)];
    case 'retimed':
      return [
        textOf(words, data.clockKind),
        message(words, `timeline.retimed.${data.because}`) ?? '',
        typeof data.dueAt === 'string' ? words.time(data.dueAt) : '',
      ];
    case 'routed':
      return [words.t('timeline.load', { load: String(data.load), capacity: String(data.capacity) })];
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
        textOf(words, data.comment),
      ];
    case 'accessed':
      return [textOf(words, data.reason)];
    default:
      return [change(words, data.from, data.to)];
  }
}

function edits(words: Words, before: Data = {}, after: Data = {}): string[] {
  return Object.keys(after).map((field) => {
    const name = message(words, `form.${field}`) ?? (field === 'subCategory' ? words.t('form.category') : '');
    if (field === 'form') return words.t('timeline.form');
    return `${name} ${change(words, before[field], after[field])}`.trim();
  });
}

function change(words: Words, from: unknown, to: unknown): string {
  return [textOf(words, from), textOf(words, to)].filter((text) => text !== '').join(' → ');
}

/** A value as a person says it: our own words for our own keys, localized texts in the reader's language. */
function textOf(words: Words, value: unknown): string {
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
