import { Injectable } from '@nestjs/common';
import { Histogram } from 'prom-client';
import { LIMITS } from '../contract/index.js';
import { Database, isUniqueViolation } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { metrics } from '../platform/metrics/index.js';
import { Outbox } from '../platform/outbox/index.js';
import type { Principal } from '../platform/push/index.js';
import type { Author } from './author.js';
import type { EntryRow } from './entry.presenter.js';
import { EntryAnnouncer } from './entry-announcer.js';
import { type NewEntry, type PostedRow, valuesOf } from './new-entry.js';
import { ENTRY_COLUMNS, POST_ENTRY } from './post.sql.js';
import { type Draft, draftsOf, threadOf } from './post-draft.js';
import { POST_ENTRIES } from './post-many.sql.js';
import { type Posting, PostQueue } from './post-queue.js';

const postedTogether = new Histogram({
  name: 'porchlight_posted_together',
  help: 'How many messages one statement stored: the more are under way, the more go together',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 250],
  registers: [metrics],
});

type Post = Posting & { author: Author; entry: Omit<NewEntry, 'author'> };

/** What {@link POST_ENTRIES} answers for a conversation: the numbers before its first new entry. */
type Thread = Pick<EntryRow, 'conversationId' | 'createdAt'> & {
  seq: number;
  customerSeq: number;
  /** Principals, with blanks between. */
  audience: string | null;
};

/** What people write: stored together with whatever else has just come in, answered each for itself. */
@Injectable()
export class Posts {
  private readonly queue: PostQueue<Post, EntryRow>;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly announcer: EntryAnnouncer,
  ) {
    this.queue = new PostQueue(
      (posts) => this.together(posts),
      (post) => this.alone(post),
    );
  }

  /** See `Entries.post`. */
  post(author: Author, entry: Omit<NewEntry, 'author'>): Promise<EntryRow> {
    const { conversationId, clientMessageId, attachmentIds = [] } = entry;
    // After a lost connection nobody knows whether the statement took hold: only what has an id may be tried again.
    const together = clientMessageId !== undefined && attachmentIds.length === 0;
    const authorKey = `${author.kind}:${author.id} ${author.principals}`;
    return this.queue.post({ conversationId, clientMessageId, authorKey, together, author, entry });
  }

  private async together(threads: Post[][]): Promise<Map<string, EntryRow[]>> {
    postedTogether.observe(threads.reduce((count, posts) => count + posts.length, 0));
    const groups = threads.map((posts) => ({ posts, drafts: draftsOf(posts) }));
    const rows = await this.database.hot<Thread>('post_entries', POST_ENTRIES, [
      JSON.stringify(groups.map(({ posts, drafts }) => threadOf(posts, drafts))),
      LIMITS.reopenDays,
    ]);
    const numbers = new Map(rows.map((row) => [row.conversationId, row]));
    const stored = new Map<string, EntryRow[]>();
    for (const { posts, drafts } of groups) {
      const thread = numbers.get(posts[0]?.conversationId ?? '');
      if (!thread) continue;
      const audience = (thread.audience?.split(' ') ?? []) as Principal[];
      const entries = drafts.map((draft) => numbered(draft, thread));
      for (const [index, entry] of entries.entries())
        this.announcer.announce(entry, audience, posts[index]?.author.socketId);
      stored.set(thread.conversationId, entries);
    }
    if (rows.length > 0) this.outbox.hint();
    return stored;
  }

  private async alone({ author, entry }: Post): Promise<EntryRow> {
    let row: PostedRow | undefined;
    try {
      [row] = await this.database.prepared<PostedRow>(
        'post_entry',
        POST_ENTRY,
        valuesOf({ ...entry, author }, author.principals),
      );
    } catch (error) {
      if (isUniqueViolation(error, 'entries_client_message')) return await this.repeated(author, entry);
      throw error;
    }
    if (!row) {
      const refusal = await this.refusal(author, entry.conversationId);
      // Its files are no longer to be sent when an earlier try has sent them.
      if (refusal.code !== 'invalid_input' || !(await this.stored(author, entry))) throw refusal;
      return await this.repeated(author, entry);
    }
    this.outbox.hint();
    this.announcer.announce(row, row.audience ?? [], author.socketId);
    return row;
  }

  private async repeated(author: Author, entry: Omit<NewEntry, 'author'>): Promise<EntryRow> {
    const row = await this.stored(author, entry);
    if (!row) throw new DeskError('conflict');
    // The process that stored it may have died before it told anybody.
    this.announcer.announce(row, row.audience ?? [], author.socketId);
    return row;
  }

  /** Undefined also for somebody else's id: what it holds is none of this author's business. */
  private async stored(author: Author, entry: Omit<NewEntry, 'author'>): Promise<PostedRow | undefined> {
    const row = await this.database.one<PostedRow>(
      `SELECT ${ENTRY_COLUMNS}, (SELECT array_agg(principal) FROM conversation_grants g
         WHERE g.conversation_id = e.conversation_id) AS audience
       FROM entries e WHERE conversation_id = $1 AND client_message_id = $2`,
      [entry.conversationId, entry.clientMessageId ?? null],
    );
    const own = row?.authorKind === author.kind && row.authorId === author.id && row.kind === entry.kind;
    return own ? row : undefined;
  }

  private async refusal(author: Author, conversationId: string): Promise<DeskError> {
    const seen = await this.database.one<{ closed: boolean }>(
      `SELECT c.closed_at IS NOT NULL AND c.closed_at <= desk_now() - make_interval(days => $3::int) AS closed
       FROM conversations c WHERE c.id = $1 AND EXISTS (
         SELECT 1 FROM conversation_grants g WHERE g.conversation_id = c.id AND g.principal = ANY($2))`,
      [conversationId, author.principals, LIMITS.reopenDays],
    );
    if (!seen) return new DeskError('not_found');
    if (seen.closed && author.kind === 'customer') return new DeskError('conversation_closed');
    return new DeskError('invalid_input', { errors: [{ path: 'attachmentIds', message: 'unknown or already sent' }] });
  }
}

function numbered({ nth, visibleNth, ...draft }: Draft, { seq, customerSeq, createdAt }: Thread): EntryRow {
  return {
    ...draft,
    seq: seq + nth,
    customerSeq: visibleNth === null ? null : customerSeq + visibleNth,
    createdAt,
  };
}
