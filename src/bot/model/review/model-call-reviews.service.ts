import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config.js';
import type {
  ModelCallLineView,
  ModelCallOutcome,
  ModelCallView,
  ModelPurpose,
  ModelUsageView,
} from '../../../contract/index.js';
import { Database } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { cursorColumn } from '../../../platform/http/index.js';
import { defineJob, Runs } from '../../../platform/jobs/index.js';
import { CurrentBotSettings } from '../../settings/bot-settings.service.js';
import { LanguageModel } from '../language-model.service.js';
import { ModelCalls } from '../model-calls.service.js';

const PruneModelCalls = defineJob<Record<string, never>>('bot.prune_model_calls', { everySeconds: 86_400 });

/** Long enough to look into a complaint. */
const KEPT_DAYS = 30;
const SLICE = 5_000;

export interface CallFilter {
  outcome?: ModelCallOutcome | undefined;
  purpose?: ModelPurpose | undefined;
}

type Row = Omit<ModelCallLineView, 'at' | 'detail' | 'ticketNumber' | 'conversationId' | 'staffName'> & {
  detail: string | null;
  ticketNumber: string | null;
  conversationId: string | null;
  staffName: string | null;
  createdAt: Date;
  /** With its microseconds. */
  at: string;
};

const LINE = `
  c.id, c.purpose, c.outcome, c.detail, c.model, c.conversation_id AS "conversationId",
  (SELECT t.number FROM tickets t WHERE t.id = coalesce(c.ticket_id,
     (SELECT tc.ticket_id FROM ticket_conversations tc WHERE tc.conversation_id = c.conversation_id))) AS "ticketNumber",
  (SELECT s.name FROM staff s WHERE s.id = c.staff_id) AS "staffName",
  c.prompt_tokens AS "promptTokens", c.completion_tokens AS "completionTokens", c.milliseconds,
  c.created_at AS "createdAt", ${cursorColumn('c.created_at')} AS at`;

/** The log of the language model for those who answer for it. */
@Injectable()
export class ModelCallReviews {
  constructor(
    private readonly database: Database,
    private readonly calls: ModelCalls,
    private readonly model: LanguageModel,
    private readonly settings: CurrentBotSettings,
    @Inject(CONFIG) private readonly config: Pick<Config, 'model'>,
  ) {}

  /** The newest first; `at` of each for the cursor. */
  async lines(
    { outcome, purpose }: CallFilter,
    before: { at: string; id: string } | undefined,
    limit: number,
  ): Promise<{ view: ModelCallLineView; at: string }[]> {
    const rows = await this.database.query<Row & Record<string, unknown>>(
      `SELECT ${LINE} FROM bot_model_calls c
        WHERE ($1::text IS NULL OR c.outcome = $1) AND ($2::text IS NULL OR c.purpose = $2)
          AND ($3::timestamptz IS NULL OR (c.created_at, c.id) < ($3, $4::uuid))
        ORDER BY c.created_at DESC, c.id DESC LIMIT $5`,
      [outcome ?? null, purpose ?? null, before?.at ?? null, before?.id ?? null, limit],
    );
    return rows.map((row) => ({ view: lineOf(row), at: row.at }));
  }

  /** With what was sent and said. @throws DeskError `not_found` */
  async one(id: string): Promise<ModelCallView> {
    const row = await this.database.one<Row & Pick<ModelCallView, 'prompt' | 'answer'> & Record<string, unknown>>(
      `SELECT ${LINE}, c.prompt, c.answer FROM bot_model_calls c WHERE c.id = $1`,
      [id],
    );
    if (!row) throw new DeskError('not_found');
    return { ...lineOf(row), prompt: row.prompt, answer: row.answer };
  }

  async usage(): Promise<ModelUsageView> {
    const [tokens, { model }, calls] = await Promise.all([
      this.calls.spent(),
      this.settings.get(),
      this.database.query<{ outcome: ModelCallOutcome; count: number }>(
        `SELECT outcome, count(*)::int AS count FROM bot_model_calls
          WHERE created_at > desk_now() - interval '24 hours' GROUP BY outcome ORDER BY count DESC, outcome`,
      ),
    ]);
    return {
      ...(this.config.model && { model: this.config.model.name }),
      resting: this.config.model !== undefined && !this.model.isFlowing,
      tokens,
      tokensPerDay: model.tokensPerDay,
      calls,
      keptDays: KEPT_DAYS,
    };
  }

  /** In slices: no statement holds locks for long. */
  @Runs(PruneModelCalls)
  async prune(): Promise<void> {
    for (;;) {
      const gone = await this.database.query(
        `DELETE FROM bot_model_calls WHERE id IN (SELECT id FROM bot_model_calls
          WHERE created_at < desk_now() - $1 * interval '1 day' ORDER BY created_at LIMIT $2) RETURNING 1`,
        [KEPT_DAYS, SLICE],
      );
      if (gone.length < SLICE) return;
    }
  }
}

function lineOf(row: Row): ModelCallLineView {
  const { detail, ticketNumber, conversationId, staffName, createdAt, at: _, ...line } = row;
  return {
    ...line,
    ...(detail && { detail }),
    ...(ticketNumber && { ticketNumber }),
    ...(conversationId && { conversationId }),
    ...(staffName && { staffName }),
    at: createdAt.toISOString(),
  };
}
