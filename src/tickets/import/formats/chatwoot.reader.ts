import type { RefusedCase, SourceCase, SourceLine } from '../case-source.js';
import { type ChatwootMessage, chatwootConversation } from './chatwoot.schema.js';
import type { JsonBooks, Placed } from './json-books.js';
import { stateMeant } from './words.js';

/** Conversations as Chatwoot's API gives them, with their messages. */
export function* readChatwoot({ conversations }: JsonBooks): Generator<SourceCase | RefusedCase> {
  for (const record of conversations) yield read(record);
}

function read({ place, value }: Placed): SourceCase | RefusedCase {
  const { data: one, error } = chatwootConversation.safeParse(value);
  if (!one) {
    const [issue] = error.issues;
    return { place, refused: { code: 'not_an_object', ...(issue && { detail: issue.path.join('.') }) } };
  }
  const sender = one.meta?.sender ?? one.contact;
  const assignee = one.meta?.assignee ?? one.assignee;
  const category = one.meta?.team?.name ?? one.team?.name;
  // While their bot has it, it is new.
  const status = one.status ?? '';
  const state = status === 'pending' ? 'new' : stateMeant(status);
  const said = one.messages.filter(isSaid);
  return {
    place,
    externalId: one.id,
    subject: one.additional_attributes?.mail_subject ?? '',
    ...(state && { state }),
    writtenState: status,
    ...(one.priority && { priority: one.priority }),
    ...(category && { category }),
    tags: one.labels ?? [],
    channel: one.meta?.channel === 'Channel::Email' ? 'email' : 'api',
    createdAt: one.created_at ?? said[0]?.created_at ?? one.timestamp ?? undefined,
    changedAt: one.last_activity_at ?? one.updated_at ?? said.at(-1)?.created_at ?? undefined,
    customer: {
      name: sender?.name ?? '',
      ...(sender?.identifier && { externalId: sender.identifier }),
      ...(sender?.email && { email: sender.email }),
      ...(sender?.phone_number && { phone: sender.phone_number }),
      ...(sender?.id && { key: `chatwoot:${sender.id}` }),
    },
    ...(assignee && { assignee: { name: assignee.name ?? '', ...(assignee.email && { email: assignee.email }) } }),
    lines: said.map((message) => lineOf(message, sender?.name ?? '')),
    messages: said.some((message) => isUnsaid(message) && !isIncoming(message)) ? [{ code: 'note_by_default' }] : [],
  };
}

const isIncoming = ({ message_type: type }: ChatwootMessage): boolean => type === 0 || type === 'incoming';

/** Lines of the desk's own tell who was given what: our timeline is not theirs. */
const isSaid = ({ message_type: type }: ChatwootMessage): boolean => type !== 2 && type !== 'activity';

const isUnsaid = (message: ChatwootMessage): boolean => typeof message.private !== 'boolean';

/** What is not said to be public is a note, unless it came from the customer. */
function lineOf(message: ChatwootMessage, customerName: string): SourceLine {
  const { sender, attachments } = message;
  const own = isIncoming(message);
  const isBot = sender?.type === 'agent_bot' || message.sender_type === 'AgentBot' || isTemplate(message);
  return {
    kind: message.private === false || (own && message.private !== true) ? 'message' : 'note',
    by: own ? 'customer' : isBot ? 'bot' : 'staff',
    own,
    name: own ? customerName : (sender?.name ?? ''),
    ...(sender?.email && !own && { email: sender.email }),
    body: message.content ?? '',
    ...(message.created_at && { at: message.created_at }),
    files: (attachments ?? []).map((file) => ({ name: file.file_type ?? '', url: file.data_url ?? '' })),
  };
}

const isTemplate = ({ message_type: type }: ChatwootMessage): boolean => type === 3 || type === 'template';
