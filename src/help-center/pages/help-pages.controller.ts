import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOCALES, type Locale } from '../../contract/index.js';
import { localeOf, Public } from '../../platform/http/index.js';
import { addressKey, RateLimits } from '../../platform/rate-limit/index.js';
import { type Page, Pages } from '../../platform/templates/index.js';
import { QUERY_LENGTH, SEARCHES_PER_ADDRESS } from '../search.controller.js';
import { slugSchema } from '../slug.js';
import { THANKS } from './article-page.js';
import { HelpPages } from './help-pages.service.js';
import { homePath, isArticleCategory } from './page-parts.js';

const isLocale = (value: string): value is Locale => (LOCALES as readonly string[]).includes(value);
/** An address is typed and pasted by people: what makes no sense in it is ignored, not an error. */
const oneOf = <Value extends string>(values: readonly Value[], given: unknown): Value | undefined =>
  values.find((value) => value === given);
const asQuery = (given: unknown): string =>
  String(typeof given === 'string' ? given : '')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, QUERY_LENGTH);

/** The public pages. They answer in HTML, also when there is nothing at an address. */
@ApiExcludeController()
@Public()
@Controller()
export class HelpPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly help: HelpPages,
    private readonly limits: RateLimits,
  ) {}

  @Get(['', 'help'])
  start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return reply
      .header('vary', 'accept-language')
      .header('cache-control', 'private, max-age=0')
      .redirect(homePath(localeOf(request.headers)), 302);
  }

  @Get('help/:locale')
  async home(@Param('locale') locale: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, isLocale(locale) && (await this.help.home(locale)));
  }

  @Get('help/:locale/categories/:category')
  async category(
    @Param('locale') locale: string,
    @Param('category') category: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const known = isLocale(locale) && isArticleCategory(category);
    return this.send(request, reply, known && (await this.help.category(locale, category)));
  }

  @Get('help/:locale/articles/:slug')
  async article(
    @Param('locale') locale: string,
    @Param('slug') slug: string,
    @Query('feedback') feedback: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const known = isLocale(locale) && slugSchema.safeParse(slug).success;
    const found = known && (await this.help.article(locale, slug, oneOf(THANKS, feedback)));
    if (found && 'address' in found) {
      // Kept for a while only: an address that moved may come back.
      reply.header('cache-control', 'public, max-age=300');
      return reply.redirect(found.address, found.forGood ? 301 : 302);
    }
    return this.send(request, reply, found);
  }

  @Get('help/:locale/search')
  async search(
    @Param('locale') locale: string,
    @Query('q') query: unknown,
    @Query('category') category: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!isLocale(locale)) return this.send(request, reply, undefined);
    await this.limits.consumeHere(SEARCHES_PER_ADDRESS, addressKey(request.ip));
    const within = isArticleCategory(category) ? category : undefined;
    return this.send(request, reply, await this.help.search(locale, asQuery(query), within));
  }

  @Get('help/*')
  elsewhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, undefined);
  }

  private send(request: FastifyRequest, reply: FastifyReply, page: Page | false | undefined): FastifyReply {
    return this.pages.send(request, reply, page || this.help.notFound(localeOfAddress(request)));
  }
}

/** The language of an address that leads nowhere: its own if it names one, else the reader's. */
function localeOfAddress(request: FastifyRequest): Locale {
  const named = request.url.split(/[/?]/)[2] ?? '';
  return isLocale(named) ? named : localeOf(request.headers);
}
