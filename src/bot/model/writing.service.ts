import { Injectable } from '@nestjs/common';
import type { ArticlePassages } from '../../help-center/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { defineSignal, Signals } from '../../platform/signals/index.js';
import type { PreparedAnswer } from '../answers/prepared.js';
import type { Situation } from '../dialogue/situation.js';
import { LanguageModel } from './language-model.service.js';

/** What a language model is to write, and what is given when it does not. */
export interface WritingTask {
  answer: PreparedAnswer;
  /** In the customer's words. */
  question: string;
  passages: ArticlePassages[];
}

/** There is something to write; lost, it is found by looking. */
export const WritingWanted = defineSignal('bot.writing_wanted');

/** Answers that a language model is to write. */
@Injectable()
export class Writing {
  constructor(
    private readonly model: LanguageModel,
    private readonly signals: Signals,
  ) {}

  /** Whether one is set up, well, and may write this answer. */
  wants({ settings }: Situation, passages: readonly ArticlePassages[]): boolean {
    return settings.model.answers && passages.length > 0 && this.model.isFlowing;
  }

  /** In the turn's transaction; what was to be written in this conversation before is not any more. */
  async begin(tx: Transaction, task: WritingTask): Promise<void> {
    const { conversationId, questionId } = task.answer;
    await tx.query('DELETE FROM bot_writing WHERE conversation_id = $1', [conversationId]);
    await tx.query('INSERT INTO bot_writing (question_id, conversation_id, task) VALUES ($1, $2, $3)', [
      questionId,
      conversationId,
      task,
    ]);
    tx.afterCommit(() => this.signals.send(WritingWanted, {}));
  }
}
