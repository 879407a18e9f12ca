import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  MODEL_CALL_OUTCOMES,
  MODEL_PURPOSES,
  type ModelCallLineView,
  type ModelCallView,
  type ModelUsageView,
  type Page,
} from '../../../contract/index.js';
import { Roles } from '../../../people/index.js';
import { cursorOf, cursorTime, dto, id, pageQuery } from '../../../platform/http/index.js';
import { Answers, page, view } from '../../../platform/openapi/index.js';
import { ModelCallReviews } from './model-call-reviews.service.js';

class CallsQuery extends dto(
  z.object({
    outcome: z.enum(MODEL_CALL_OUTCOMES).optional(),
    purpose: z.enum(MODEL_PURPOSES).optional(),
    ...pageQuery,
  }),
) {}
class IdParam extends dto(z.object({ id })) {}

const line = {
  id: z.string(),
  purpose: z.enum(MODEL_PURPOSES),
  outcome: z.enum(MODEL_CALL_OUTCOMES),
  detail: z.string().optional(),
  model: z.string(),
  ticketNumber: z.string().optional(),
  conversationId: z.string().optional(),
  staffName: z.string().optional(),
  promptTokens: z.int(),
  completionTokens: z.int(),
  milliseconds: z.int(),
  at: z.string(),
};
const Lines = page(view('ModelCallLine', z.object(line) satisfies z.ZodType<ModelCallLineView>));
const Call = view(
  'ModelCall',
  z.object({
    ...line,
    prompt: z.array(z.object({ role: z.string(), content: z.string() })),
    answer: z.string(),
  }) satisfies z.ZodType<ModelCallView>,
);
const Usage = view(
  'ModelUsage',
  z.object({
    model: z.string().optional(),
    resting: z.boolean(),
    tokens: z.int(),
    tokensPerDay: z.int(),
    calls: z.array(z.object({ outcome: z.enum(MODEL_CALL_OUTCOMES), count: z.int() })),
    keptDays: z.int(),
  }) satisfies z.ZodType<ModelUsageView>,
);
const cursors = cursorOf(z.strictObject({ at: cursorTime, id }));

/** What the language model was asked and what it cost. */
@ApiTags('bot')
@Roles('admin')
@Controller('api/bot/model-calls')
export class ModelCallsController {
  constructor(private readonly reviews: ModelCallReviews) {}

  /** What the language model was asked, newest first. */
  @Get()
  @Answers(200, Lines, 'invalid_input')
  async page(@Query() { cursor, limit, ...filter }: CallsQuery): Promise<Page<ModelCallLineView>> {
    const before = cursor === undefined ? undefined : cursors.decode(cursor);
    const rows = await this.reviews.lines(filter, before, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => row.view),
      ...(last && { nextCursor: cursors.encode({ at: last.at, id: last.view.id }) }),
    };
  }

  /** What it has cost in the last 24 hours, and how it is doing. */
  @Get('usage')
  @Answers(200, Usage)
  async usage(): Promise<ModelUsageView> {
    return this.reviews.usage();
  }

  /** One call with what left the house, without personal data, and what came back. */
  @Get(':id')
  @Answers(200, Call, 'not_found')
  async one(@Param() { id: callId }: IdParam): Promise<ModelCallView> {
    return this.reviews.one(callId);
  }
}
