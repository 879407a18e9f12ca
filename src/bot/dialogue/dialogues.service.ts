import { Injectable } from '@nestjs/common';
import { Conversations } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { SAVE_DIALOGUE } from './dialogues.sql.js';
import type { DialogueState } from './situation.js';

const NEWER = `
  SELECT 1 FROM entries WHERE conversation_id = $1 AND seq > $2 AND author_kind = 'customer' AND kind = 'message' LIMIT 1`;

export interface Progress {
  state: DialogueState;
  /** All up to this number is answered. */
  answeredSeq?: number;
  /** The customer asked something; it was not merely a greeting. */
  asked?: boolean;
  /** They were given something. */
  answered?: boolean;
}

/** Whether the bot may still speak, and where its dialogues stand. */
@Injectable()
export class Dialogues {
  constructor(private readonly conversations: Conversations) {}

  /**
   * Locks the conversation. `theirs`: a person has it, or the customer has said more meanwhile, which is answered with all
   * that came before. `stale`: nothing that needs an answer, but what was gathered is not the last word any more.
   * @param seq of the conversation when all was gathered
   */
  async takeFloor(tx: Transaction, conversationId: string, seq: number): Promise<'free' | 'stale' | 'theirs'> {
    const conversation = await this.conversations.lock(tx, conversationId);
    if (conversation.handler !== 'bot') return 'theirs';
    if (conversation.seq === seq) return 'free';
    return (await tx.one(NEWER, [conversationId, seq])) ? 'theirs' : 'stale';
  }

  /** Under the lock. */
  async save(
    tx: Transaction,
    conversationId: string,
    { state, answeredSeq, asked, answered }: Progress,
  ): Promise<void> {
    await tx.query(SAVE_DIALOGUE, [
      conversationId,
      JSON.stringify(state),
      answeredSeq ?? null,
      asked ?? false,
      answered ?? false,
    ]);
  }
}
