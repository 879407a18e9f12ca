import { Injectable } from '@nestjs/common';
import type { ModelCallOutcome, ModelPurpose } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import type { ChatMessage } from './chat-stream.js';

/** What a call is about, for the log. */
export interface CallSubject {
  conversationId?: string;
  ticketId?: string;
  /** Who of the staff asked for it. */
  staffId?: string;
}

export interface PlannedCall extends CallSubject {
  purpose: ModelPurpose;
  model: string;
  /** As they leave the house. */
  messages: readonly ChatMessage[];
  /** Tokens that it may cost, prompt and answer. */
  promptTokens: number;
  maximumAnswerTokens: number;
}

export interface Budget {
  tokensPerConversation: number;
  tokensPerDay: number;
}

export interface EndedCall {
  outcome: ModelCallOutcome;
  detail?: string;
  answer: string;
  promptTokens: number;
  completionTokens: number;
  milliseconds: number;
}

/** The log of calls, which is the purse as well: what a call may cost at most is set aside before it is made. */
@Injectable()
export class ModelCalls {
  constructor(private readonly database: Database) {}

  /**
   * Notes a call that is about to be made, if the tokens of 24 hours and of the conversation suffice for all that it may
   * cost. One process at a time, so that no two spend the same tokens. A process that dies leaves it as `failed`, paid in full.
   * @returns its id; undefined when the budget does not allow it
   */
  async begin(call: PlannedCall, budget: Budget): Promise<string | undefined> {
    const id = newId();
    const row = await this.database.transaction(async (tx) => {
      const [, rows] = await Promise.all([
        tx.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, ['bot.model_budget']),
        tx.query(
          `INSERT INTO bot_model_calls (id, purpose, outcome, detail, model, conversation_id, ticket_id, staff_id, prompt,
                                        prompt_tokens, completion_tokens)
           SELECT $1::uuid, $2, 'failed', 'interrupted', $3, $4::uuid, $5::uuid, $6::uuid, $7::jsonb, $8::int, $9::int
            WHERE $8::int + $9::int + (SELECT coalesce(sum(prompt_tokens + completion_tokens), 0) FROM bot_model_calls
                                        WHERE created_at > desk_now() - interval '24 hours') <= $10::bigint
              AND ($4::uuid IS NULL
                   OR $8::int + $9::int + (SELECT coalesce(sum(prompt_tokens + completion_tokens), 0) FROM bot_model_calls
                                            WHERE conversation_id = $4::uuid) <= $11::bigint)
           RETURNING 1`,
          [...valuesOf(id, call), budget.tokensPerDay, budget.tokensPerConversation],
        ),
      ]);
      return rows[0];
    });
    return row && id;
  }

  /** A call that was not made. Nothing left the house. */
  async refused(call: PlannedCall, outcome: 'over_budget' | 'circuit_open'): Promise<string> {
    const id = newId();
    await this.database.query(
      `INSERT INTO bot_model_calls (id, purpose, outcome, model, conversation_id, ticket_id, staff_id, prompt)
       VALUES ($1, $2, $3, $4, $5, $6, $7, '[]')`,
      [id, call.purpose, outcome, call.model, call.conversationId, call.ticketId, call.staffId],
    );
    return id;
  }

  async end(id: string, call: EndedCall): Promise<void> {
    await this.database.query(
      `UPDATE bot_model_calls SET outcome = $2, detail = $3, answer = $4, prompt_tokens = $5, completion_tokens = $6,
              milliseconds = $7 WHERE id = $1`,
      [
        id,
        call.outcome,
        call.detail ?? null,
        call.answer.replaceAll('\0', ''),
        call.promptTokens,
        call.completionTokens,
        call.milliseconds,
      ],
    );
  }

  /** Tokens of the last 24 hours. */
  async spent(): Promise<number> {
    const row = await this.database.one<{ tokens: number }>(
      `SELECT coalesce(sum(prompt_tokens + completion_tokens), 0)::int AS tokens FROM bot_model_calls
        WHERE created_at > desk_now() - interval '24 hours'`,
    );
    return row?.tokens ?? 0;
  }
}

const valuesOf = (id: string, call: PlannedCall) => [
  id,
  call.purpose,
  call.model,
  call.conversationId ?? null,
  call.ticketId ?? null,
  call.staffId ?? null,
  JSON.stringify(call.messages),
  call.promptTokens,
  call.maximumAnswerTokens,
];
