import { Injectable } from '@nestjs/common';
import { BOT, Entries } from '../../conversations/index.js';
import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Dialogues } from '../dialogue/dialogues.service.js';
import type { PreparedAnswer } from './prepared.js';

const INSERT = `
  INSERT INTO bot_answers (entry_id, conversation_id, question_id, category, article_ids, article_versions, confidence, sure,
                           attempt, generated, model_call_id, look_up)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (question_id, attempt) DO NOTHING`;

/** What was said in answer, for the count of what came of it. */
export interface NotedAnswer {
  entryId: string;
  conversationId: string;
  questionId: string;
  category: string | null;
  articles: readonly { articleId: string; version: number }[];
  confidence: number;
  sure: boolean;
  attempt: number;
  generated?: boolean;
  modelCallId?: string;
  lookUp?: string;
}

/** Gives answers, under the conversation's lock. */
@Injectable()
export class Answers {
  constructor(
    private readonly entries: Entries,
    private readonly dialogues: Dialogues,
  ) {}

  /** One round trip. @param written by a language model, in place of the words from the help centre */
  async give(
    tx: Transaction,
    answer: PreparedAnswer,
    written?: Pick<PreparedAnswer, 'body' | 'data'> & { modelCallId: string },
  ): Promise<void> {
    const { conversationId, questionId, seq, category, confidence, state } = answer;
    const { body, data } = written ?? answer;
    const entryId = newId();
    await Promise.all([
      this.entries.add(tx, { id: entryId, conversationId, kind: 'message', author: BOT, body, data }),
      this.note(tx, {
        entryId,
        conversationId,
        questionId,
        category,
        articles: data.citations ?? [],
        confidence,
        sure: data.confident,
        attempt: data.attempt,
        ...(written && { generated: true, modelCallId: written.modelCallId }),
      }),
      this.dialogues.save(tx, conversationId, {
        state: written ? { ...state, generated: true } : state,
        answeredSeq: seq,
        asked: true,
        answered: data.articles.length > 0 || written !== undefined,
      }),
    ]);
  }

  async note(tx: Transaction, answer: NotedAnswer): Promise<void> {
    await tx.query(INSERT, [
      answer.entryId,
      answer.conversationId,
      answer.questionId,
      answer.category,
      answer.articles.map(({ articleId }) => articleId),
      answer.articles.map(({ version }) => version),
      answer.confidence,
      answer.sure,
      answer.attempt,
      answer.generated ?? false,
      answer.modelCallId ?? null,
      answer.lookUp ?? null,
    ]);
  }
}
