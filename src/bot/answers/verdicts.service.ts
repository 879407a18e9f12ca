import { Injectable } from '@nestjs/common';
import { Entries } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Reckoning } from '../deflection/reckoning.service.js';

/** What customers say of answers. */
@Injectable()
export class Verdicts {
  constructor(
    private readonly entries: Entries,
    private readonly reckoning: Reckoning,
  ) {}

  /** Under the conversation's lock. The first word stands. @returns whether this was it */
  async note(
    tx: Transaction,
    conversationId: string,
    entryId: string,
    outcome: 'helped' | 'not_helped',
  ): Promise<boolean> {
    const decided = await tx.query(
      `UPDATE bot_answers SET outcome = $2, decided_at = desk_now() WHERE entry_id = $1 AND outcome IS NULL RETURNING 1`,
      [entryId, outcome],
    );
    if (decided.length === 0) return false;
    const entry = await this.entries.find(conversationId, entryId, tx);
    if (entry?.data?.type === 'bot_answer') await this.entries.amend(tx, entryId, { ...entry.data, outcome });
    if (outcome === 'helped')
      await tx.query(
        `UPDATE bot_dialogues SET needs_person_since = NULL, needs_person_because = NULL WHERE conversation_id = $1`,
        [conversationId],
      );
    await this.reckoning.reckon(tx, [conversationId]);
    return true;
  }
}
