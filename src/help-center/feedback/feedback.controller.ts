import { randomBytes } from 'node:crypto';
import { Body, Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config.js';
import { LOCALES } from '../../contract/index.js';
import { OwnPagesOnly } from '../../people/index.js';
import { dto, Public, parse, text } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { articlePath } from '../articles/article.presenter.js';
import { slugSchema } from '../articles/slug.js';
import { Feedback } from './feedback.service.js';

const VISITOR_DAYS = 180;
const VISITOR = /^[\w-]{43}$/;

class FeedbackInput extends dto(
  z.object({
    locale: z.enum(LOCALES),
    /** Forms send text. */
    helpful: z.union([z.boolean(), z.enum(['true', 'false'])]),
    reason: text(1_000, 0).optional(),
  }),
) {}

const FeedbackView = view('ArticleFeedback', z.object({ helpful: z.boolean() }));

@ApiTags('help centre')
@Controller('help/articles')
export class FeedbackController {
  constructor(
    private readonly feedback: Feedback,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Whether an article helped. A form is sent back to its page; a repeated answer replaces the earlier one. */
  @Public()
  @OwnPagesOnly()
  @Post(':slug/feedback')
  @ApiConsumes('application/json', 'application/x-www-form-urlencoded')
  @Answers(200, FeedbackView, 'not_found', 'origin_not_allowed', 'too_many_requests')
  async record(
    @Param('slug') givenSlug: string,
    @Body() input: FeedbackInput,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ helpful: boolean } | undefined> {
    const slug = parse(slugSchema, givenSlug);
    const { locale } = input;
    const helpful = String(input.helpful) === 'true';
    const reason = input.reason || undefined;
    const reader = { visitor: this.visitor(request, reply), audience: 'anyone' } as const;
    await this.feedback.record(slug, reader, request.ip, { locale, helpful, reason });
    reply.header('cache-control', 'no-store');
    if (request.headers['content-type']?.startsWith('application/json')) return { helpful };
    const thanks = helpful ? 'yes' : reason ? 'noted' : 'no';
    reply.status(303).header('location', `${articlePath(locale, slug)}?feedback=${thanks}#feedback`);
    return undefined;
  }

  /** The secret by which this browser is known again; set with the first vote, not before. */
  private visitor(request: FastifyRequest, reply: FastifyReply): string {
    const name = this.config.secureCookies ? '__Host-visitor' : 'visitor';
    const known = request.cookies[name];
    if (known && VISITOR.test(known)) return known;
    const made = randomBytes(32).toString('base64url');
    reply.setCookie(name, made, {
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.secureCookies,
      path: '/',
      maxAge: VISITOR_DAYS * 24 * 60 * 60,
    });
    return made;
  }
}
