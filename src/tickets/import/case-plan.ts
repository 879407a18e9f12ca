import {
  CASE_IMPORT_LIMITS,
  type CaseImportMessage,
  type CaseImportMessageCode,
  type CaseImportOptions,
  type CaseImportOutcome,
  type CategoryKey,
  type Channel,
  type Locale,
  type Priority,
  TAG_LIMITS,
  type TicketStatus,
  tidyTag,
} from '../../contract/index.js';
import { type BroughtCustomer, Email, Phone } from '../../people/index.js';
import type { CaseState, RefusedCase, SourceCase } from './case-source.js';
import { oneLine } from './formats/tidy.js';
import { priorityMeant } from './formats/words.js';
import { readTime } from './formats/written-time.js';
import { type PlannedLine, plannedLines } from './planned-lines.js';
import { type Shelves, shelfOf } from './shelves.js';

/** What is to be made of a case, exactly. */
export interface CasePlan {
  customer: BroughtCustomer;
  subject: string;
  category: CategoryKey | null;
  subCategory: string | null;
  priority: Priority;
  status: TicketStatus;
  tags: string[];
  locale: Locale;
  channel: Channel;
  assigneeId: string | null;
  /** ISO 8601: when it began where it comes from, and when it ended there. */
  createdAt: string;
  closedAt: string | null;
  lines: PlannedLine[];
}

export interface PlannedCase {
  number: number;
  place: string;
  externalId: string;
  subject: string;
  outcome: CaseImportOutcome;
  status?: TicketStatus;
  entries: number;
  messages: CaseImportMessage[];
  ticketId?: string;
  plan?: CasePlan;
}

/** What the desk knows. */
export interface CaseBooks {
  shelves: Shelves;
  /** By mail address in small letters. */
  staff: ReadonlyMap<string, { id: string; name: string }>;
  /** Cases that were brought before, by their old number. */
  known: ReadonlyMap<string, string>;
  /** Contacts that belong to customers whom the host vouches for. */
  vouched: ReadonlySet<string>;
  now: Date;
}

const SUBJECT = 200;
const NAME = 80;
const ID = 128;

/** What becomes of a case of a file. Nothing is changed. */
export function planCase(
  number: number,
  source: SourceCase | RefusedCase,
  isTwice: boolean,
  books: CaseBooks,
  options: CaseImportOptions,
): PlannedCase {
  const externalId = oneLine(source.externalId ?? '').slice(0, ID);
  const row = { number, place: source.place, externalId, entries: 0, subject: '' };
  if ('refused' in source) return { ...row, outcome: 'refused', messages: [source.refused] };
  const messages = [...source.messages];
  const subject = oneLine(source.subject).slice(0, SUBJECT);
  const named = { ...row, subject: subject || oneLine(source.lines[0]?.body ?? '').slice(0, SUBJECT), messages };
  const out = (outcome: CaseImportOutcome, code: CaseImportMessageCode, detail?: string): PlannedCase => ({
    ...named,
    outcome,
    messages: [...messages, { code, ...(detail && { detail }) }],
  });
  if (!externalId) return out('refused', 'id_missing');
  if (externalId !== source.externalId) return out('refused', 'id_wrong');
  if (isTwice) return out('known', 'twice');
  const knownAs = books.known.get(externalId);
  if (knownAs) return { ...out('known', 'known'), ticketId: knownAs };
  if (source.deleted) return out('skipped', 'deleted');
  if (!source.state) return out('refused', 'field_wrong', `status: ${oneLine(source.writtenState).slice(0, 60)}`);
  if (source.state !== 'closed' && options.openCases === 'skip') return out('skipped', 'still_open');
  const status = statusOf(source.state, options);
  if (source.createdAt === undefined) return out('refused', 'time_missing');
  const times = timesOf(source, status, books, options, messages);
  if (!times) return out('refused', 'time_wrong');
  if (source.lines.length > CASE_IMPORT_LIMITS.messages)
    return out('refused', 'too_many_messages', String(source.lines.length));
  const lines = plannedLines(source, times, books, options, messages);
  if (!lines) return out('refused', 'time_wrong');
  if (!named.subject && lines.length === 0) return out('refused', 'nothing_said');
  const plan: CasePlan = {
    ...shelfOf(source, books.shelves, options, messages),
    customer: customerOf(source, options.source, books, messages),
    subject: named.subject,
    priority: priorityOf(source, messages),
    status,
    tags: tagsOf(source, messages),
    locale: source.locale ?? options.locale,
    channel: source.channel,
    assigneeId: assigneeOf(source, books, messages),
    ...times,
    lines,
  };
  return { ...named, outcome: 'new', status, entries: lines.length, messages: once(messages), plan };
}

const statusOf = (state: CaseState, { openCases }: CaseImportOptions): TicketStatus =>
  openCases === 'close' ? 'closed' : state;

function timesOf(
  { createdAt, endedAt, changedAt }: SourceCase,
  status: TicketStatus,
  { now }: CaseBooks,
  { timeZone }: CaseImportOptions,
  messages: CaseImportMessage[],
): Pick<CasePlan, 'createdAt' | 'closedAt'> | undefined {
  const began = readTime(createdAt ?? '', timeZone, now);
  if (!began) return undefined;
  if (status !== 'closed') return { createdAt: began, closedAt: null };
  const written = endedAt ?? changedAt;
  const ended = written === undefined ? began : readTime(written, timeZone, now);
  if (!ended) return undefined;
  if (endedAt === undefined) messages.push({ code: 'time_guessed' });
  return { createdAt: began, closedAt: ended < began ? began : ended };
}

function customerOf(
  { customer }: SourceCase,
  source: string,
  { vouched }: CaseBooks,
  messages: CaseImportMessage[],
): BroughtCustomer {
  const externalId = oneLine(customer.externalId ?? '').slice(0, ID);
  const email = customer.email ? Email.safeParse(customer.email.trim()).data : undefined;
  const phone = customer.phone ? Phone.safeParse(customer.phone.trim()).data : undefined;
  if ((customer.email && !email) || (customer.phone && !phone)) messages.push({ code: 'contact_wrong' });
  if (!externalId && !email && !phone && !customer.key) messages.push({ code: 'customer_unknown' });
  const elsewhere = [email, phone].find((value) => value && vouched.has(value));
  if (!externalId && elsewhere) messages.push({ code: 'contact_verified_elsewhere' });
  return {
    name: oneLine(customer.name ?? '').slice(0, NAME),
    ...(externalId && { externalId }),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(customer.key && { key: `${source} ${oneLine(customer.key).slice(0, ID)}` }),
  };
}

function priorityOf({ priority }: SourceCase, messages: CaseImportMessage[]): Priority {
  const meant = priority ? priorityMeant(priority) : 'P2';
  if (!meant) messages.push({ code: 'priority_default', detail: oneLine(priority ?? '').slice(0, 60) });
  return meant ?? 'P2';
}

function tagsOf({ tags }: SourceCase, messages: CaseImportMessage[]): string[] {
  const tidied = [...new Set(tags.map((tag) => tidyTag(oneLine(tag))).filter(Boolean))];
  const kept = tidied.filter((tag) => tag.length <= TAG_LIMITS.length).slice(0, TAG_LIMITS.perTicket);
  if (kept.length < tidied.length) messages.push({ code: 'tags_cut' });
  return kept;
}

function assigneeOf({ assignee }: SourceCase, { staff }: CaseBooks, messages: CaseImportMessage[]): string | null {
  if (!assignee) return null;
  const id = assignee.email ? staff.get(assignee.email.trim().toLowerCase())?.id : undefined;
  if (!id) messages.push({ code: 'staff_unknown', detail: oneLine(assignee.email || assignee.name).slice(0, 80) });
  return id ?? null;
}

/** The same is said once, however many messages of a case it is true of. */
function once(messages: readonly CaseImportMessage[]): CaseImportMessage[] {
  const said = new Map(messages.map((message) => [`${message.code} ${message.detail ?? ''}`, message]));
  return [...said.values()].slice(0, 20);
}
