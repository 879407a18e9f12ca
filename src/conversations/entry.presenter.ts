import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config.js';
import type { AttachmentView, CustomerEntryView, StaffEntryView } from '../contract/index.js';
import { firstName } from '../people/index.js';
import { Clock } from '../platform/clock/index.js';
import { signPath } from '../platform/storage/index.js';
import type { Entry } from './conversation.entities.js';

/** A row of `entries` in the entity's shape. */
export type EntryRow = Omit<Entry, never>;

const LINK_DAYS = 2;
const DAY = 86_400_000;

@Injectable()
export class EntryPresenter {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws for an entry that has no number in the customer's view: a note never gets this far */
  forCustomer(entry: EntryRow): CustomerEntryView {
    if (entry.customerSeq === null || entry.kind === 'note') throw new Error(`entry ${entry.id} is not for customers`);
    return {
      ...this.common(entry),
      kind: entry.kind,
      seq: entry.customerSeq,
      // Colleagues are known to customers by their first name.
      author: {
        kind: entry.authorKind,
        name: entry.authorKind === 'staff' ? firstName(entry.authorName) : entry.authorName,
      },
    };
  }

  forStaff(entry: EntryRow): StaffEntryView {
    return {
      ...this.common(entry),
      kind: entry.kind,
      seq: entry.seq,
      channel: entry.channel,
      author: { kind: entry.authorKind, name: entry.authorName, ...(entry.authorId && { id: entry.authorId }) },
    };
  }

  private common(entry: EntryRow) {
    return {
      id: entry.id,
      conversationId: entry.conversationId,
      body: entry.body,
      ...(entry.data && { data: entry.data }),
      attachments: entry.attachments.map((file): AttachmentView => ({ ...file, url: this.fileUrl(file.id) })),
      createdAt: entry.createdAt.toISOString(),
      ...(entry.clientMessageId && { clientMessageId: entry.clientMessageId }),
    };
  }

  /** Works without a session, for images in the widget's frame; the same all day, so that browsers can cache it. */
  fileUrl(attachmentId: string): string {
    const expires = (Math.floor(this.clock.now().getTime() / DAY) + LINK_DAYS) * DAY;
    return signPath(`/files/${attachmentId}`, expires, this.config.secretKey);
  }
}
