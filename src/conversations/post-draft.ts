import { newId } from '../platform/clock/index.js';
import type { Principal } from '../platform/push/index.js';
import type { Author } from './author.js';
import type { EntryRow } from './entry.presenter.js';
import { isVisible, type NewEntry, previewOf } from './new-entry.js';

interface Post {
  /** Without principals: who calls answers for who may. */
  author: Pick<Author, 'kind' | 'id' | 'name'> & { principals?: Principal[] };
  entry: Omit<NewEntry, 'author'>;
}

/** An entry before it has its numbers; `nth` and `visibleNth` count from 1 within what goes to its conversation at once. */
export type Draft = Omit<EntryRow, 'seq' | 'customerSeq' | 'createdAt'> & { nth: number; visibleNth: number | null };

/** @param posts of one conversation and one author, in order */
export function draftsOf(posts: readonly Post[]): Draft[] {
  let shown = 0;
  return posts.map(({ author, entry }, index) => {
    const visible = isVisible(entry);
    if (visible) shown += 1;
    return {
      id: newId(),
      nth: index + 1,
      visibleNth: visible ? shown : null,
      conversationId: entry.conversationId,
      kind: entry.kind,
      authorKind: author.kind,
      authorId: author.id,
      authorName: author.name,
      channel: entry.channel ?? 'widget',
      clientMessageId: entry.clientMessageId ?? null,
      body: entry.body,
      data: entry.data ?? null,
      attachments: [],
    };
  });
}

/** What `POST_ENTRIES` answers for a conversation: the numbers before its first new entry. */
export type Thread = Pick<EntryRow, 'conversationId' | 'createdAt'> & {
  seq: number;
  customerSeq: number;
  /** Principals, with blanks between. */
  audience: string | null;
};

/** With the numbers that its conversation has given it. */
export function numbered({ nth, visibleNth, ...draft }: Draft, { seq, customerSeq, createdAt }: Thread): EntryRow {
  return { ...draft, seq: seq + nth, customerSeq: visibleNth === null ? null : customerSeq + visibleNth, createdAt };
}

export const audienceOf = ({ audience }: Thread): Principal[] => (audience?.split(' ') ?? []) as Principal[];

/** A row of what `POST_ENTRIES` reads: the author, what the entries do to the conversation's facts, and the entries. */
export function threadOf(posts: readonly Post[], drafts: readonly Draft[]): object {
  const { author, entry } = posts[0] as Post;
  const said = posts.filter((post) => isVisible(post.entry) && post.entry.kind === 'message').at(-1);
  return {
    conversation: entry.conversationId,
    principals: author.principals ?? null,
    author_kind: author.kind,
    author_id: author.id,
    author_name: author.name,
    added: drafts.length,
    shown: drafts.filter(({ visibleNth }) => visibleNth !== null).length,
    seen: earliestSeen(posts),
    preview: said && previewOf(said.entry),
    asks: author.kind === 'customer' && drafts.some(({ kind }) => kind === 'message'),
    answers:
      author.kind === 'staff' &&
      drafts.some(({ kind, visibleNth }) => visibleNth !== null && (kind === 'message' || kind === 'call')),
    client_message_ids: drafts.map(({ clientMessageId }) => clientMessageId),
    entries: drafts.map(({ id, nth, visibleNth, kind, channel, clientMessageId, body, data }) => ({
      entry_id: id,
      nth,
      visible_nth: visibleNth,
      kind,
      channel,
      client_message_id: clientMessageId,
      body,
      data,
    })),
  };
}

/** Who has seen least speaks for all that go at once; alone, each then says for itself. */
function earliestSeen(posts: readonly Post[]): number | undefined {
  const seen = posts.flatMap(({ entry }) => entry.seenSeq ?? []);
  return seen.length > 0 ? Math.min(...seen) : undefined;
}
