import { Body, Controller, Get, Header, Headers, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  ARTICLE_CATEGORIES,
  type ArticleReadingView,
  type ArticleSearchView,
  LOCALES,
  type PopularArticlesView,
} from '../../contract/index.js';
import { CustomerSessions } from '../../people/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { dto, Public, text } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { audienceOf } from '../articles/audience.js';
import { slugSchema } from '../articles/slug.js';
import { Feedback } from '../feedback/feedback.service.js';
import { Reads } from '../learning/reads.service.js';
import { SearchLog } from '../learning/search-log.service.js';
import { askerOf } from '../learning/visitor.js';
import { HelpSearch } from '../search/help-search.service.js';
import { QUERY_LENGTH, SEARCHES_PER_ADDRESS } from '../search/search.controller.js';
import { ArticleSearchSchema } from '../search/search.views.js';
import { HostPages } from './host-pages.service.js';
import { Popular } from './popular.service.js';
import { Reading } from './reading.service.js';
import { ArticleReading, PopularArticles } from './reading.views.js';

/** A whole office may share one address. */
const READINGS_PER_ADDRESS: RateLimit = { name: 'article-readings', points: 600, seconds: 60 };
const PAGE_LENGTH = 2_000;

class SlugParam extends dto(z.object({ slug: slugSchema })) {}
class PopularQuery extends dto(
  z.object({ locale: z.enum(LOCALES).default('zh-CN'), page: text(PAGE_LENGTH, 0).optional() }),
) {}
class WidgetSearchQuery extends dto(
  z.object({
    q: text(QUERY_LENGTH),
    locale: z.enum(LOCALES).default('zh-CN'),
    category: z.enum(ARTICLE_CATEGORIES).optional(),
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
) {}
class ReadingQuery extends dto(
  z.object({
    locale: z.enum(LOCALES).default('zh-CN'),
    /** The page of the host on which the widget stands. */
    page: text(PAGE_LENGTH, 0).optional(),
    /** `bot`: it was opened from an answer of the bot. */
    place: z.enum(['widget', 'bot']).default('widget'),
    /** The search that led to it. */
    searchId: z.uuid().optional(),
  }),
) {}
class VoteBody extends dto(
  z.object({ locale: z.enum(LOCALES), helpful: z.boolean(), reason: text(1_000, 0).optional() }),
) {}

const VoteView = view('ArticleVote', z.object({ helpful: z.boolean() }));

/** One vote for each customer. */
const voterOf = (customerId: string): string => `customer ${customerId}`;

/**
 * What the widget reads. The key of the browser session is the bearer token: a customer whom the host site has signed in reads
 * what is for customers; anybody else, what is public.
 */
@ApiTags('widget')
@ApiBearerAuth()
@Controller('widget')
export class WidgetArticlesController {
  constructor(
    private readonly reading: Reading,
    private readonly popular: Popular,
    private readonly pages: HostPages,
    private readonly feedback: Feedback,
    private readonly helpSearch: HelpSearch,
    private readonly searches: SearchLog,
    private readonly reads: Reads,
    private readonly sessions: CustomerSessions,
    private readonly limits: RateLimits,
  ) {}

  @Public()
  @Get('popular-articles')
  @Header('cache-control', 'no-store')
  @Answers(200, PopularArticles, 'too_many_requests')
  async mostRead(
    @Headers('authorization') authorization: string | undefined,
    @Query() { locale, page }: PopularQuery,
    @Req() request: FastifyRequest,
  ): Promise<PopularArticlesView> {
    await this.limits.consumeHere(READINGS_PER_ADDRESS, addressKey(request.ip));
    const customer = await this.sessions.ofBearer(authorization);
    return await this.popular.of(locale, audienceOf(customer), await this.pages.of(page));
  }

  /** What fits, for the eyes of who asks; otherwise like the search of the public pages. */
  @Public()
  @Get('article-search')
  @Header('cache-control', 'no-store')
  @Answers(200, ArticleSearchSchema, 'too_many_requests')
  async search(
    @Headers('authorization') authorization: string | undefined,
    @Query() { q, ...options }: WidgetSearchQuery,
    @Req() request: FastifyRequest,
  ): Promise<ArticleSearchView> {
    await this.limits.consumeHere(SEARCHES_PER_ADDRESS, addressKey(request.ip));
    const customer = await this.sessions.ofBearer(authorization);
    const found = await this.helpSearch.ask(q, { ...options, audience: audienceOf(customer) });
    const { visitor: stranger, address } = askerOf(request);
    const visitor = customer?.visitorSessionId ?? stranger;
    const results = found.items.length;
    const searchId = this.searches.note({
      place: 'widget',
      locale: options.locale,
      query: q,
      results,
      visitor,
      address,
    });
    return { ...found, searchId };
  }

  @Public()
  @Get('articles/:slug')
  @Header('cache-control', 'no-store')
  @Answers(200, ArticleReading, 'not_found', 'too_many_requests')
  async read(
    @Headers('authorization') authorization: string | undefined,
    @Param() { slug }: SlugParam,
    @Query() { locale, page, place, searchId }: ReadingQuery,
    @Req() request: FastifyRequest,
  ): Promise<ArticleReadingView> {
    await this.limits.consumeHere(READINGS_PER_ADDRESS, addressKey(request.ip));
    const customer = await this.sessions.ofBearer(authorization);
    const visitor = customer && voterOf(customer.customerId);
    const article = await this.reading.read(slug, { locale, audience: audienceOf(customer), visitor });
    this.reads.note({
      place,
      locale: article.locale,
      articleId: article.articleId,
      page: await this.pages.of(page),
      customerId: customer?.customerId,
      searchId,
    });
    return article;
  }

  /** Whether it helped, and what was missing; a later answer replaces the earlier. */
  @Public()
  @Post('articles/:slug/feedback')
  @Answers(200, VoteView, 'session_ended', 'not_found', 'too_many_requests')
  async vote(
    @Headers('authorization') authorization: string | undefined,
    @Param() { slug }: SlugParam,
    @Body() { locale, helpful, reason }: VoteBody,
    @Req() request: FastifyRequest,
  ): Promise<{ helpful: boolean }> {
    const customer = await this.sessions.ofBearer(authorization);
    if (!customer) throw new DeskError('session_ended');
    const reader = { visitor: voterOf(customer.customerId), audience: audienceOf(customer) };
    await this.feedback.record(slug, reader, request.ip, { locale, helpful, reason: reason || undefined });
    return { helpful };
  }
}
