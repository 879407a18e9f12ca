import { Controller, Get, Header, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ARTICLE_CATEGORIES, type ArticleSearchView, LOCALES } from '../../contract/index.js';
import { dto, Public, text } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { SearchLog } from '../learning/search-log.service.js';
import { askerOf } from '../learning/visitor.js';
import { HelpSearch } from './help-search.service.js';
import { ArticleSearchSchema } from './search.views.js';

/** Typing into a search box asks several times a second, and a whole office may share one address. */
export const SEARCHES_PER_ADDRESS: RateLimit = { name: 'help-search', points: 600, seconds: 60 };
export const QUERY_LENGTH = 200;

class SearchInput extends dto(
  z.object({
    q: text(QUERY_LENGTH),
    locale: z.enum(LOCALES).default('zh-CN'),
    category: z.enum(ARTICLE_CATEGORIES).optional(),
    only: z.enum(LOCALES).optional(),
    limit: z.coerce.number().int().min(1).max(20).default(5),
    place: z.enum(['page', 'contact']).optional(),
  }),
) {}

@ApiTags('help centre')
@Controller('api/help/search')
export class SearchController {
  constructor(
    private readonly helpSearch: HelpSearch,
    private readonly log: SearchLog,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Published articles that fit, the surest first, with what to mark in them, and how many more fit. `only`: those that exist
   * in this language. `place`: which of our pages asks, so that it is counted. Needs nobody's session, and answers what everybody
   * may read.
   */
  @Public()
  @Get()
  @Header('cache-control', 'private, max-age=60')
  @Answers(200, ArticleSearchSchema, 'too_many_requests')
  async search(@Query() input: SearchInput, @Req() request: FastifyRequest): Promise<ArticleSearchView> {
    await this.limits.consumeHere(SEARCHES_PER_ADDRESS, addressKey(request.ip));
    const { q, place, ...options } = input;
    const found = await this.helpSearch.ask(q, { ...options, audience: 'anyone' });
    if (!place) return found;
    const { locale } = options;
    return {
      searchId: this.log.note({ place, locale, query: q, results: found.items.length, ...askerOf(request) }),
      ...found,
    };
  }
}
