import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import type { Locale } from '../../contract/index.js';
import { OwnPagesOnly } from '../../people/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { localeOf, Public, wellFormed } from '../../platform/http/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { customerOfKey } from '../customer-key.js';
import { OwnFeedback } from '../customers/own-feedback.service.js';
import { Votes } from '../customers/votes.service.js';
import { FeedbackBody, FeedbackPageForm, FeedbackPageQuery, VoteForm } from '../giving/feedback.inputs.js';
import { FeedbackForms } from '../giving/feedback-forms.service.js';
import { TopicParam } from '../topics/topic.inputs.js';
import { FeedbackPages, type PageVisit, type TypedFeedback } from './feedback-pages.service.js';
import { type FeedbackPageTexts, feedbackPageTexts } from './page.texts.js';

const READ: RateLimit = { name: 'feedback-page', points: 300, seconds: 60 };

const SAID = { given: 'given', voted: 'voteDone', unvoted: 'unvoteDone' } as const;

interface Came {
  key: string;
  locale?: Locale;
  site?: string;
}

/**
 * Where anybody gives feedback and sees what is public; the key of a customer's own link shows theirs as well, and lets those
 * vote whom the host site vouches for. The key stands in the forms, so no foreign page can use one.
 */
@ApiExcludeController()
@Public()
@Controller('feedback')
export class FeedbackPageController {
  constructor(
    private readonly pages: FeedbackPages,
    private readonly own: OwnFeedback,
    private readonly forms: FeedbackForms,
    private readonly votes: Votes,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Pick<Config, 'secretKey'>,
  ) {}

  @Get()
  async show(
    @Query() { said, area, ...came }: FeedbackPageQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.visit(came, request, reply);
    const notice = said && { words: feedbackPageTexts(visit.locale)[SAID[said]], isBad: false };
    await this.pages.send(visit, { area, ...(notice && { notice }) });
  }

  /** Taken: on to a page that can be reloaded, with their own feedback. Else the form again, with what was typed. */
  @OwnPagesOnly()
  @Post()
  async give(
    @Body() { key, locale, site, ...typed }: FeedbackPageForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.visit({ key, locale, site }, request, reply);
    const texts = feedbackPageTexts(visit.locale);
    const parsed = FeedbackBody.schema.safeParse(fieldsOf(typed));
    if (!parsed.success) {
      const paths = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
      return await this.refuse(visit, typed, texts.wrong + wrongFields(paths, texts), 400);
    }
    try {
      const from = { reader: visit.reader, siteKey: visit.site, locale: visit.locale, address: request.ip };
      const { pageUrl } = await this.forms.fromPage(from, parsed.data);
      const query = new URLSearchParams({ locale: visit.locale, ...(visit.site && { site: visit.site }) });
      reply.header('cache-control', 'no-store').redirect(`${pageUrl}&${query}&said=given#notice`, 303);
    } catch (error) {
      const { code, extra } = error instanceof DeskError ? error : {};
      if (code === 'too_many_requests') {
        if (extra?.retryAfter !== undefined) reply.header('retry-after', String(extra.retryAfter));
        return await this.refuse(visit, typed, texts.tooMany, 429);
      }
      if (code === 'conflict')
        return await this.pages.send(visit, { notice: { words: texts.givenBefore, isBad: false } });
      if (code === 'invalid_input') return await this.refuse(visit, typed, texts.wrong + texts.needArea, 400);
      throw error;
    }
  }

  @Post('topics/:id/votes')
  async vote(
    @Param() { id }: TopicParam,
    @Body() { key, locale, wanted }: VoteForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const visit = await this.visit({ key, locale }, request, reply);
    const texts = feedbackPageTexts(visit.locale);
    const isBad = true;
    if (!visit.reader?.identified)
      return await this.pages.send(visit, { notice: { words: texts.voteHint, isBad }, status: 403 });
    try {
      await this.votes.set(visit.reader, id, wanted === 'true');
    } catch (error) {
      const { code, extra } = error instanceof DeskError ? error : {};
      if (code === 'not_found')
        return await this.pages.send(visit, { notice: { words: texts.gone, isBad }, status: 404 });
      if (code !== 'too_many_requests') throw error;
      if (extra?.retryAfter !== undefined) reply.header('retry-after', String(extra.retryAfter));
      return await this.pages.send(visit, { notice: { words: texts.tooMany, isBad }, status: 429 });
    }
    const said = wanted === 'true' ? 'voted' : 'unvoted';
    reply.header('cache-control', 'no-store').redirect(`${this.pages.path(visit)}&said=${said}#topic-${id}`, 303);
  }

  /** Whatever is sent is answered by the whole page: one that refuses costs as much as one that is asked for. */
  private async visit({ key, locale, site }: Came, request: FastifyRequest, reply: FastifyReply): Promise<PageVisit> {
    await this.limits.consumeHere(READ, addressKey(request.ip));
    const customerId = customerOfKey(this.config.secretKey, key);
    const reader = customerId ? await this.own.reader(customerId) : undefined;
    return { request, reply, reader, site, locale: locale ?? reader?.locale ?? localeOf(request.headers) };
  }

  private async refuse(visit: PageVisit, typed: TypedFeedback, words: string, status: number): Promise<void> {
    await this.pages.send(visit, { typed, notice: { words, isBad: true }, status });
  }
}

/** As in the fields: browsers send other ends of lines, and an empty field is none. */
function fieldsOf({ once, kind, area, words, email }: TypedFeedback) {
  return {
    once,
    kind,
    words: wellFormed(words).replace(/\r\n?/g, '\n'),
    ...(area && { area }),
    ...(email.trim() && { email: email.trim() }),
  };
}

function wrongFields(paths: ReadonlySet<string>, texts: FeedbackPageTexts): string {
  const words = [
    paths.has('kind') && texts.needKind,
    paths.has('area') && texts.needArea,
    paths.has('words') && texts.needWords,
    paths.has('email') && texts.needEmail,
  ].filter(Boolean);
  return words.join(texts.wrong.endsWith('：') ? '；' : '; ');
}
