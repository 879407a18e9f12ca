import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ARTICLE_CATEGORIES, type ArticleLink, LOCALES } from '../contract/index.js';
import { ArticleLinkSchema } from '../people/index.js';
import { dto, Public, text } from '../platform/http/index.js';
import { Answers, list } from '../platform/openapi/index.js';
import { addressKey, type RateLimit, RateLimits } from '../platform/rate-limit/index.js';
import { HelpCenter } from './help-center.service.js';

/** Typing into a search box asks several times a second, and a whole office may share one address. */
export const SEARCHES_PER_ADDRESS: RateLimit = { name: 'help-search', points: 600, seconds: 60 };
export const QUERY_LENGTH = 200;

class SearchInput extends dto(
  z.object({
    q: text(QUERY_LENGTH),
    locale: z.enum(LOCALES).default('zh-CN'),
    category: z.enum(ARTICLE_CATEGORIES).optional(),
    limit: z.coerce.number().int().min(1).max(20).default(5),
  }),
) {}

@ApiTags('help centre')
@Controller('api/help/search')
export class SearchController {
  constructor(
    private readonly helpCenter: HelpCenter,
    private readonly limits: RateLimits,
  ) {}

  /** Published articles that fit, the surest first. Needs nobody's session. */
  @Public()
  @Get()
  @Header('cache-control', 'public, max-age=60')
  @Answers(200, list(ArticleLinkSchema), 'too_many_requests')
  async search(@Query() input: SearchInput, @Req() request: FastifyRequest): Promise<{ items: ArticleLink[] }> {
    await this.limits.consumeHere(SEARCHES_PER_ADDRESS, addressKey(request.ip));
    const { q, locale, category, limit } = input;
    const answers = await this.helpCenter.search(q, { locale, category, limit });
    return { items: answers.map(({ article }) => article) };
  }
}
