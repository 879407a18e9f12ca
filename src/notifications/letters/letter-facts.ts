import { LIMITS, type Locale, type TicketStatus } from '../../contract/index.js';
import { firstName } from '../../people/index.js';
import type { TemplateValue } from '../../platform/templates/index.js';
import type { CustomerLetterKind } from './letter.entities.js';
import { shownTime } from './shown-time.js';

/** A letter that is due, with what is true of its case. */
export interface DueLetter {
  id: string;
  kind: CustomerLetterKind;
  data: { promisedAt?: string; renewed?: boolean };
  conversationId: string;
  number: string;
  status: TicketStatus;
  /** The customer's first words; null: they have written none. */
  said: string | null;
  nextDueAt: Date | null;
  promisedAt: Date | null;
  promiseBasis: string | null;
  customerId: string;
  name: string;
  locale: Locale;
  siteName: string;
  now: Date;
}

export interface Answer {
  authorName: string;
  body: string;
  files: number;
  createdAt: Date;
  seq: number;
}

/** As the status page: most who read it are there. */
const ZONE = 'Asia/Shanghai';
const ZONE_NAME: Record<Locale, string> = { 'zh-CN': '北京时间', en: 'Beijing time' };
const ACTIVE: readonly TicketStatus[] = ['new', 'open', 'pending', 'on_hold'];
const ENDED: readonly TicketStatus[] = ['closed', 'cancelled'];

/** Why this letter is not worth writing any more; undefined: it is. */
export function pointless(letter: DueLetter, answers: readonly Answer[]): string | undefined {
  const { kind, status } = letter;
  if (ENDED.includes(status)) return 'the case has ended';
  if (kind === 'answered') return answers.length === 0 ? 'all was read' : undefined;
  if (kind === 'resolved') return status === 'resolved' ? undefined : 'it was opened again';
  if (!ACTIVE.includes(status)) return 'the case is resolved';
  if (kind === 'promised' && letter.promisedAt?.toISOString() !== letter.data.promisedAt)
    return 'the promise has moved on';
  return undefined;
}

/** What the template of this letter sees. @param links on this desk */
export function letterContext(
  letter: DueLetter,
  answers: readonly Answer[],
  links: { statusUrl: string; code: string },
): Record<string, TemplateValue> {
  const { locale, nextDueAt, now } = letter;
  const time = (at: Date) => shownTime(at, locale, ZONE);
  const due = letter.kind === 'promised' ? letter.promisedAt : nextDueAt && nextDueAt > now ? nextDueAt : null;
  return {
    ...links,
    number: letter.number,
    name: letter.name,
    said: letter.said,
    siteName: letter.siteName,
    due: due && time(due),
    zone: ZONE_NAME[locale],
    renewed: letter.data.renewed ?? false,
    basis: letter.promiseBasis,
    days: LIMITS.reopenDays,
    messages: answers.map(({ authorName, body, files, createdAt }) => ({
      who: firstName(authorName),
      at: time(createdAt),
      lines: body.split('\n'),
      files: files === 0 ? null : locale === 'en' ? `${files} file(s) in the conversation` : `对话中有 ${files} 个附件`,
    })),
  };
}
