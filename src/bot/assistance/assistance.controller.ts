import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  ASSISTANCE_DEEDS,
  type AssistanceView,
  type AssistedTextView,
  LIMITS,
  LOCALES,
  MODEL_CALL_OUTCOMES,
  REWRITING_TONES,
} from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto, id, text } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { Access } from '../../tickets/index.js';
import { LanguageModel } from '../model/language-model.service.js';
import { ReplySuggestions } from './suggestions.service.js';
import { Wordings } from './wordings.service.js';

class NumberParam extends dto(z.object({ number: text(40) })) {}
class ConversationBody extends dto(z.strictObject({ conversationId: id })) {}
class RewritingBody extends dto(
  z.strictObject({ conversationId: id, draft: text(LIMITS.messageLength), tone: z.enum(REWRITING_TONES) }),
) {}
class TranslationBody extends dto(
  z
    .strictObject({
      conversationId: id,
      draft: text(LIMITS.messageLength).optional(),
      entryId: id.optional(),
      to: z.enum(LOCALES),
    })
    .refine(({ draft, entryId }) => (draft === undefined) !== (entryId === undefined), {
      path: ['draft'],
      error: 'name a draft or an entry',
    }),
) {}

const Assistance = view(
  'Assistance',
  z.object({ deeds: z.array(z.enum(ASSISTANCE_DEEDS)), generates: z.boolean() }) satisfies z.ZodType<AssistanceView>,
);
const AssistedText = view(
  'AssistedText',
  z.object({
    text: z.string(),
    generated: z.boolean(),
    citations: z.array(z.object({ articleId: z.string(), title: z.string(), version: z.int(), url: z.string() })),
    failed: z.enum(MODEL_CALL_OUTCOMES).optional(),
  }) satisfies z.ZodType<AssistedTextView>,
);

/** Help in writing. Nothing of it is sent: it goes back to the person who asked, and to nobody else. */
@ApiTags('assistance')
@Controller('api/tickets/:number')
export class AssistanceController {
  constructor(
    private readonly access: Access,
    private readonly model: LanguageModel,
    private readonly suggestions: ReplySuggestions,
    private readonly wordings: Wordings,
  ) {}

  /** What there is: without a language model a passage of an article as a draft, and the case in words that were said. */
  @Get('assistance')
  @Answers(200, Assistance, 'not_found', 'forbidden')
  async offered(@CurrentStaff() staff: StaffPrincipal, @Param() { number }: NumberParam): Promise<AssistanceView> {
    await this.access.find(staff, number, 'reply');
    const generates = await this.model.serves('assistance');
    return { deeds: generates ? [...ASSISTANCE_DEEDS] : ['suggestion', 'summary'], generates };
  }

  /** A reply to the customer's last words, out of articles that they may read. */
  @Post('suggested-replies')
  @HttpCode(200)
  @Answers(200, AssistedText, 'not_found', 'forbidden')
  async suggest(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { conversationId }: ConversationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssistedTextView> {
    return this.suggestions.suggest(staff, number, conversationId, untilGone(reply));
  }

  @Post('rewritings')
  @HttpCode(200)
  @Answers(200, AssistedText, 'not_found', 'forbidden', 'unavailable')
  async rewrite(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() body: RewritingBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssistedTextView> {
    return this.wordings.rewrite(staff, number, body, untilGone(reply));
  }

  /** Of a draft, or of a message in the thread. */
  @Post('translations')
  @HttpCode(200)
  @Answers(200, AssistedText, 'not_found', 'forbidden', 'unavailable')
  async translate(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() body: TranslationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssistedTextView> {
    return this.wordings.translate(staff, number, body, untilGone(reply));
  }

  @Post('summaries')
  @HttpCode(200)
  @Answers(200, AssistedText, 'not_found', 'forbidden')
  async sumUp(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { conversationId }: ConversationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AssistedTextView> {
    return this.wordings.sumUp(staff, number, conversationId, untilGone(reply));
  }
}

/** Whoever closes the page or cancels does not pay for an answer that nobody reads. */
function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
}
