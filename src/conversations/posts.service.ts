import { Injectable } from '@nestjs/common';
import { Histogram } from 'prom-client';
import { type ErrorCode, LIMITS } from '../contract/index.js';
import { Database, isUniqueViolation } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { metrics } from '../platform/metrics/index.js';
import { Outbox } from '../platform/outbox/index.js';
import type { Author } from './author.js';
import type { EntryRow } from './entry.presenter.js';
import { EntryAnnouncer } from './entry-announcer.js';
import { type NewEntry, type PostedRow, valuesOf } from './new-entry.js';
import { ENTRY_COLUMNS, POST_ENTRY } from './post.sql.js';
import { audienceOf, draftsOf, numbered, type Thread, threadOf } from './post-draft.js';
import { POST_ENTRIES } from './post-many.sql.js';
import { type Posting, PostQueue } from './post-queue.js';
import { concerns } from './said-since.sql.js';

const postedTogether = new Histogram({
  name: 'porchlight_posted_together',
  help: 'How many messages one statement stored: the more are under way, the more go together',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 250],
  registers: [metrics],
});

/** What a try that has been made already answers with as well. */
const EARLIER: ReadonlySet<ErrorCode> = new Set(['invalid_input', 'case_changed']);
const TRIES = 5;

/** Of conversation $1 and who acts as $2: what stands against an entry with the files $4 by author $7, who has seen up to $6. */
const REFUSAL = `
  SELECT c.closed_at IS NOT NULL AND c.closed_at <= desk_now() - make_interval(days => $3::int) AS closed,
         cardinality($4::uuid[]) = (
           SELECT count(*) FROM attachments
           WHERE id = ANY($4::uuid[]) AND conversation_id = c.id AND uploaded_by = $5 AND entry_id IS NULL) AS files,
         $6::int IS NOT NULL AND EXISTS (
           SELECT FROM entries e WHERE e.conversation_id = c.id AND e.seq > $6 AND ${concerns('$7::uuid')}) AS changed
  FROM conversations c WHERE c.id = $1 AND EXISTS (
    SELECT FROM conversation_grants g WHERE g.conversation_id = c.id AND g.principal = ANY($2))`;

type Post = Posting & { author: Author; entry: Omit<NewEntry, 'author'> };

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
      const audience = audienceOf(thread);
      const entries = drafts.map((draft) => numbered(draft, thread));
      for (const [index, entry] of entries.entries())
        this.announcer.announce(entry, audience, posts[index]?.author.socketId);
      stored.set(thread.conversationId, entries);
    }
    if (rows.length > 0) this.outbox.hint();
    return stored;
  }

  private async alone({ author, entry }: Pick<Post, 'author' | 'entry'>, tries = TRIES): Promise<EntryRow> {
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
      const refusal = await this.refusal(author, entry);
      // What came at this very moment asks for nothing: it is to be seen by now.
      if (!refusal && tries > 1) return await this.alone({ author, entry }, tries - 1);
      // Its files are no longer to be sent, and others have answered, when an earlier try has sent it.
      const earlier = refusal && EARLIER.has(refusal.code) && (await this.stored(author, entry));
      if (!earlier) throw refusal ?? new DeskError('unavailable');
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

  /** Why it was not stored; undefined when nothing stands against it any more. */
  private async refusal(author: Author, entry: Omit<NewEntry, 'author'>): Promise<DeskError | undefined> {
    const { conversationId, attachmentIds = [], seenSeq = null } = entry;
    const seen = await this.database.one<{ closed: boolean; files: boolean; changed: boolean }>(REFUSAL, [
      conversationId,
      author.principals,
      LIMITS.reopenDays,
      attachmentIds,
      `${author.kind}:${author.id}`,
      seenSeq,
      author.id,
    ]);
    if (!seen) return new DeskError('not_found');
    if (seen.closed && author.kind === 'customer') return new DeskError('conversation_closed');
    if (!seen.files)
      return new DeskError('invalid_input', {
        errors: [{ path: 'attachmentIds', message: 'unknown or already sent' }],
      });
    return seen.changed ? new DeskError('case_changed') : undefined;
  }
}
