import { Injectable } from '@nestjs/common';
import { EntryPosted, type EntryPostedPayload } from '../../../conversations/index.js';
import type { Transaction } from '../../../platform/db/index.js';
import { Absorbs, Consumer, type EventOf, Handles } from '../../../platform/outbox/index.js';
import { SaidIndex } from './said-index.service.js';

const isSaid = ({ kind }: EntryPostedPayload) => kind !== 'system';

/** Notes down which threads go on. One line does for all that was said there since. */
@Injectable()
@Consumer({ name: 'tickets.said', onPoison: 'skip' })
export class SaidConsumer {
  constructor(private readonly index: SaidIndex) {}

  @Handles(EntryPosted, { when: isSaid, covers: () => true })
  async said(tx: Transaction, { payload }: EventOf<typeof EntryPosted>): Promise<void> {
    await this.index.note(tx, [payload.conversationId]);
  }

  @Absorbs(EntryPosted)
  async allSaid(tx: Transaction, events: EventOf<typeof EntryPosted>[]): Promise<string[]> {
    await this.index.note(
      tx,
      events.map(({ payload }) => payload.conversationId),
    );
    return events.map(({ id }) => id);
  }
}
