import type { RefusedCase, SourceCase, SourceLine } from '../case-source.js';
import type { JsonBooks, Placed } from './json-books.js';
import { wordsOfHtml } from './tidy.js';
import { stateMeant } from './words.js';
import {
  type ZendeskComment,
  type ZendeskPerson,
  type ZendeskTicket,
  zendeskComment,
  zendeskTicket,
  zendeskUser,
} from './zendesk.schema.js';

interface Books {
  people: Map<string, ZendeskPerson>;
  groups: Map<string, string>;
  comments: Map<string, ZendeskComment[]>;
}

/** Tickets as Zendesk's API or its export gives them, with comments and people inside, beside or on lines of their own. */
export function* readZendesk(json: JsonBooks): Generator<SourceCase | RefusedCase> {
  const books = booksOf(json);
  for (const record of json.tickets) yield read(record, books);
}

function booksOf(json: JsonBooks): Books {
  const people = new Map<string, ZendeskPerson>();
  for (const user of json.users) {
    const { data } = zendeskUser.safeParse(user);
    if (data) people.set(data.id, data);
  }
  const groups = new Map<string, string>();
  for (const group of json.groups as { id?: unknown; name?: unknown }[])
    if (typeof group?.name === 'string') groups.set(String(group.id), group.name);
  const comments = new Map<string, ZendeskComment[]>();
  for (const comment of json.comments) {
    const { data } = zendeskComment.safeParse(comment);
    if (!data?.ticket_id) continue;
    const known = comments.get(data.ticket_id);
    if (known) known.push(data);
    else comments.set(data.ticket_id, [data]);
  }
  return { people, groups, comments };
}

function read({ place, value }: Placed, books: Books): SourceCase | RefusedCase {
  const { data: ticket, error } = zendeskTicket.safeParse(value);
  if (!ticket) {
    const [issue] = error.issues;
    return { place, refused: { code: 'not_an_object', ...(issue && { detail: issue.path.join('.') }) } };
  }
  const requester = personOf(ticket.requester, ticket.requester_id, books);
  const assignee = personOf(ticket.assignee, ticket.assignee_id, books);
  const comments = ticket.comments?.length ? ticket.comments : (books.comments.get(ticket.id) ?? []);
  const category = ticket.group?.name ?? (ticket.group_id ? (books.groups.get(ticket.group_id) ?? '') : '');
  const status = ticket.status ?? '';
  const state = stateMeant(status);
  return {
    place,
    externalId: ticket.id,
    subject: ticket.subject || ticket.raw_subject || '',
    ...(state && { state }),
    writtenState: status,
    ...(status === 'deleted' && { deleted: true }),
    ...(ticket.priority && { priority: ticket.priority }),
    ...((category || ticket.type) && { category: category || (ticket.type as string) }),
    tags: ticket.tags ?? [],
    channel: ticket.via?.channel === 'email' ? 'email' : 'api',
    createdAt: ticket.created_at ?? undefined,
    endedAt: ticket.solved_at ?? ticket.metric_set?.solved_at ?? undefined,
    changedAt: ticket.updated_at ?? undefined,
    customer: {
      name: requester?.name ?? '',
      ...(requester?.external_id && { externalId: requester.external_id }),
      ...(requester?.email && { email: requester.email }),
      ...(requester?.phone && { phone: requester.phone }),
      ...(ticket.requester_id && { key: `zendesk:${ticket.requester_id}` }),
    },
    ...(assignee && { assignee: { name: assignee.name ?? '', ...(assignee.email && { email: assignee.email }) } }),
    lines:
      comments.length > 0
        ? comments.map((comment) => lineOf(comment, ticket, books))
        : descriptionOf(ticket, requester?.name ?? ''),
    messages: comments.some(isUnsaid) ? [{ code: 'note_by_default' }] : [],
  };
}

function personOf(
  given: ZendeskPerson | null | undefined,
  id: string | null | undefined,
  { people }: Books,
): ZendeskPerson | undefined {
  return given ?? (id ? people.get(id) : undefined);
}

const isUnsaid = (comment: ZendeskComment): boolean => typeof comment.public !== 'boolean';

/** What is not said to be public is a note: nobody may read a colleague's words because an export left a field out. */
function lineOf(comment: ZendeskComment, ticket: ZendeskTicket, books: Books): SourceLine {
  const { author_id: authorId, attachments } = comment;
  const author = personOf(comment.author, authorId, books);
  const own = Boolean(authorId) && authorId === ticket.requester_id;
  const isCustomer = own || author?.role === 'end-user';
  return {
    kind: comment.public === true || (isUnsaid(comment) && isCustomer) ? 'message' : 'note',
    by: isCustomer ? 'customer' : 'staff',
    own,
    name: author?.name ?? (own ? (ticket.requester?.name ?? '') : ''),
    ...(author?.email && { email: author.email }),
    body: comment.plain_body || comment.body || wordsOfHtml(comment.html_body ?? ''),
    ...(comment.created_at && { at: comment.created_at }),
    files: (attachments ?? []).map((file) => ({ name: file.file_name ?? '', url: file.content_url ?? '' })),
  };
}

function descriptionOf({ description, created_at: at }: ZendeskTicket, name: string): SourceLine[] {
  if (!description) return [];
  return [{ kind: 'message', by: 'customer', own: true, name, body: description, ...(at && { at }), files: [] }];
}
