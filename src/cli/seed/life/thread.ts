import type { AuthorKind, EntryData, EntryKind } from '../../../contract/index.js';
import { BOT, SYSTEM } from '../../../conversations/index.js';
import type { Dice } from './dice.js';
import type { Colleague, Person, Story, StoryFile } from './story.js';

export interface EntryRow {
  id: string;
  conversation_id: string;
  seq: number;
  customer_seq: number | null;
  kind: EntryKind;
  author_kind: AuthorKind;
  author_id: string | null;
  author_name: string;
  channel: 'widget' | 'console';
  client_message_id: string | null;
  body: string;
  data: EntryData | null;
  attachments: object[];
  created_at: Date;
}

/** A file with the row that names it. */
export interface FiledAttachment {
  row: Record<string, unknown> & { id: string; storage_key: string };
  file: StoryFile;
}

type Author = { kind: AuthorKind; id: string | null; name: string };

const PREVIEW_LENGTH = 120;

export const customerOf = ({ id, name }: Person): Author => ({ kind: 'customer', id, name });
export const staffOf = ({ id, name }: Colleague): Author => ({ kind: 'staff', id, name });

/** A conversation and its entries, numbered and dated as the posting statement would have left them (`conversations/post.sql.ts`). */
export class Thread {
  readonly id: string;
  readonly clientConversationId: string;
  readonly entries: EntryRow[] = [];
  readonly files: FiledAttachment[] = [];
  handler: 'bot' | 'person' = 'bot';
  customerSeq = 0;
  preview = '';
  firstStaffReplyAt: Date | null = null;
  awaitingReplySince: Date | null = null;
  lastCustomerMessageAt: Date | null = null;
  lastActivityAt: Date;
  closedAt: Date | null = null;
  /** How far each principal has read, in the numbers of their side. */
  readonly readBy = new Map<string, number>();

  constructor(
    readonly story: Story,
    private readonly dice: Dice,
  ) {
    this.id = dice.id(story.startedAt);
    this.clientConversationId = dice.id(story.startedAt);
    this.lastActivityAt = story.startedAt;
  }

  get seq(): number {
    return this.entries.length;
  }

  /** What a person wrote, or the bot. */
  say(at: Date, author: Author, body: string, extra: { data?: EntryData; file?: StoryFile } = {}): EntryRow {
    const row = this.add(at, 'message', author, { body, ...extra });
    if (author.kind === 'customer') {
      this.lastCustomerMessageAt = at;
      if (this.handler === 'person') this.awaitingReplySince ??= at;
    }
    if (author.kind === 'staff') {
      this.awaitingReplySince = null;
      this.firstStaffReplyAt ??= at;
    }
    this.preview = body.slice(0, PREVIEW_LENGTH) || (extra.file?.name.slice(0, PREVIEW_LENGTH) ?? '');
    return row;
  }

  /** @param extra.typed in the composer; otherwise it came along with a hand-over */
  note(at: Date, author: Author, body: string, { typed, data }: { typed?: true; data?: EntryData } = {}): void {
    const row = this.add(at, 'note', author, { body, data });
    if (typed) row.client_message_id = this.dice.id(at);
  }

  /** From here on people answer, and lists show what the customer said last. */
  handOver(at: Date): void {
    this.handler = 'person';
    this.awaitingReplySince ??= at;
    this.preview =
      this.entries.findLast(({ author_kind }) => author_kind === 'customer')?.body.slice(0, PREVIEW_LENGTH) ?? '';
  }

  line(at: Date, data: EntryData): void {
    this.add(at, 'system', SYSTEM, { body: '', data });
  }

  bot(at: Date, body: string, data?: EntryData): EntryRow {
    return this.say(at, BOT, body, { data });
  }

  read(principal: string): void {
    this.readBy.set(principal, principal.startsWith('customer:') ? this.customerSeq : this.seq);
  }

  private add(
    at: Date,
    kind: EntryKind,
    author: Author,
    { body, data, file }: { body: string; data?: EntryData; file?: StoryFile },
  ): EntryRow {
    const visible = kind !== 'note';
    if (visible) {
      this.customerSeq += 1;
      this.lastActivityAt = at;
    }
    const person = author.kind === 'customer' || author.kind === 'staff';
    const row: EntryRow = {
      id: this.dice.id(at),
      conversation_id: this.id,
      seq: this.entries.length + 1,
      customer_seq: visible ? this.customerSeq : null,
      kind,
      author_kind: author.kind,
      author_id: author.id,
      author_name: author.name,
      channel: author.kind === 'staff' ? 'console' : 'widget',
      client_message_id: person && kind === 'message' ? this.dice.id(at) : null,
      body,
      data: data ?? null,
      attachments: [],
      created_at: at,
    };
    if (file) row.attachments = [this.attach(at, row, author, file)];
    this.entries.push(row);
    return row;
  }

  private attach(at: Date, entry: EntryRow, author: Author, file: StoryFile): object {
    const id = this.dice.id(at);
    const { name, contentType, content, width, height } = file;
    const pixels = width && height ? { width, height } : {};
    this.files.push({
      file,
      row: {
        id,
        conversation_id: this.id,
        entry_id: entry.id,
        uploaded_by: `${author.kind}:${author.id}`,
        name,
        content_type: contentType,
        size: content.length,
        width: width ?? null,
        height: height ?? null,
        storage_key: `${id.slice(-2)}/${id}`,
        created_at: at,
      },
    });
    return { id, name, contentType, size: content.length, ...pixels };
  }
}
