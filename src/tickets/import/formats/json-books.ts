import { setImmediate } from 'node:timers/promises';
import { CaseImportRefused } from '../case-import-refused.js';
import { insistOnExtent } from './json-extent.js';

/** A record of a file, and where it stands in it. */
export interface Placed {
  place: string;
  value: unknown;
}

/** What stands in a JSON file, by what it is; read no further than that. */
export interface JsonBooks {
  tickets: Placed[];
  conversations: Placed[];
  users: unknown[];
  groups: unknown[];
  comments: unknown[];
  /** Neither. */
  others: Placed[];
  /** Lines that are no JSON. */
  broken: Placed[];
}

type Fields = Record<string, unknown>;

const AT_ONCE = 500;

/** One document, or one on each line. @throws CaseImportRefused when it is neither */
export async function readJson(text: string): Promise<JsonBooks> {
  const books: JsonBooks = {
    tickets: [],
    conversations: [],
    users: [],
    groups: [],
    comments: [],
    others: [],
    broken: [],
  };
  await insistOnExtent(text);
  const whole = parsed(text);
  if (whole !== undefined) {
    sort(books, whole, 1, () => `#${books.tickets.length + books.conversations.length + books.others.length + 1}`);
    return books;
  }
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (index % AT_ONCE === 0) await setImmediate();
    if (line.trim() === '') continue;
    const place = `#${index + 1}`;
    const value = parsed(line);
    if (value === undefined) books.broken.push({ place, value: line });
    else sort(books, value, 1, () => place);
  }
  if (books.tickets.length + books.conversations.length + books.users.length === 0)
    throw new CaseImportRefused(books.broken.length > 0 ? 'json_broken' : 'nothing_found');
  return books;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param depth lists in lists of answers in answers are no export */
function sort(books: JsonBooks, value: unknown, depth: number, place: () => string): void {
  if (depth > 4) return;
  if (Array.isArray(value)) {
    for (const each of value) sort(books, each, depth + 1, place);
    return;
  }
  if (!isFields(value)) {
    books.others.push({ place: place(), value });
    return;
  }
  const answer = inner(value);
  if (answer.length === 0) file(books, value, place());
  for (const [kind, records] of answer) {
    if (kind === 'tickets' || kind === 'payload') for (const each of records) sort(books, each, depth + 1, place);
    // One by one: hundreds of thousands are more than a call takes.
    else for (const each of records) books[kind].push(each);
  }
}

/** Lists in the answer of an API: what of it there is. */
function inner(value: Fields): ['tickets' | 'payload' | 'users' | 'groups' | 'comments', unknown[]][] {
  if (isConversation(value) || isTicket(value)) return [];
  const within = isFields(value.data) ? { ...value, ...value.data } : value;
  const lists = (['users', 'groups', 'comments', 'tickets', 'payload'] as const).flatMap((kind) => {
    const records = (within as Fields)[kind];
    return Array.isArray(records) ? [[kind, records] as [typeof kind, unknown[]]] : [];
  });
  return isFields(value.ticket) ? [...lists, ['tickets', [value.ticket]]] : lists;
}

function file(books: JsonBooks, value: Fields, place: string): void {
  if (isConversation(value)) books.conversations.push({ place, value });
  else if (isTicket(value)) books.tickets.push({ place, value });
  else if ('ticket_id' in value && ('body' in value || 'plain_body' in value || 'html_body' in value))
    books.comments.push(value);
  else if ('role' in value && ('email' in value || 'name' in value)) books.users.push(value);
  else books.others.push({ place, value });
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isConversation = (value: Fields): boolean =>
  Array.isArray(value.messages) && ('inbox_id' in value || 'meta' in value || 'contact' in value);

const isTicket = (value: Fields): boolean =>
  'status' in value &&
  ('subject' in value || 'requester_id' in value || 'requester' in value || 'description' in value);
