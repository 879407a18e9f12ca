import { Injectable } from '@nestjs/common';
import type { EntryData } from '../contract/index.js';
import { Entries } from '../conversations/index.js';
import type { Transaction } from '../platform/db/index.js';
import type { TicketActor } from './ticket.events.js';
import type { TicketRecord } from './ticket.record.js';
import { Timeline } from './timeline.service.js';

/** What colleagues tell each other on the way. It is a note in the thread, which no customer ever sees. */
@Injectable()
export class Notes {
  constructor(
    private readonly entries: Entries,
    private readonly timeline: Timeline,
  ) {}

  /** @param data what the note carries beside its text */
  async add(tx: Transaction, ticket: TicketRecord, actor: TicketActor, body: string, data?: EntryData): Promise<void> {
    // Ids sort by time: the note goes where the matter was spoken of last. A ticket without a thread keeps it on its timeline.
    const conversationId = ticket.conversationIds.at(-1);
    if (!conversationId)
      return await this.timeline.record(tx, ticket.id, {
        kind: 'note',
        actor,
        data: { body, ...data },
        customerVisible: false,
      });
    const staff = await tx.one<{ name: string }>('SELECT name FROM staff WHERE id = $1', [actor.id]);
    await this.entries.add(tx, {
      conversationId,
      kind: 'note',
      author: { kind: actor.kind, id: actor.id, name: staff?.name ?? '' },
      body,
      ...(data && { data }),
      channel: 'console',
    });
  }
}
