import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { LOCALES, type Locale } from '../../contract/index.js';
import { StaffSessions, sessionCookieName } from '../../people/index.js';
import { localeOf, Public } from '../../platform/http/index.js';
import { addressKey, RateLimits } from '../../platform/rate-limit/index.js';
import { type Page, Pages } from '../../platform/templates/index.js';
import { Surges } from '../../routing/index.js';
import { slugSchema } from '../articles/slug.js';
import { Reads } from '../learning/reads.service.js';
import { askerOf } from '../learning/visitor.js';
import { SEARCHES_PER_ADDRESS } from '../search/search.controller.js';
import { THANKS } from './article-page.js';
import { HelpPages } from './help-pages.service.js';
import { asQuery, isLocale, oneOf } from './page-inputs.js';
import { homePath, isArticleCategory } from './page-parts.js';
import { isPersonReading } from './reader.js';
import { SearchPages } from './search-pages.service.js';
import { ShelfPages } from './shelf-pages.service.js';

const QUESTION_LENGTH = 500;

/** The public pages. They answer in HTML, also when there is nothing at an address. */
@ApiExcludeController()
@Public()
@Controller()
export class HelpPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly help: HelpPages,
    private readonly shelves: ShelfPages,
    private readonly searches: SearchPages,
    private readonly reads: Reads,
    private readonly sessions: StaffSessions,
    private readonly limits: RateLimits,
    private readonly surges: Surges,
    @Inject(CONFIG) private readonly config: Config,
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
    return this.send(request, reply, known && (await this.shelves.category(locale, category)));
  }

  @Get('help/:locale/categories/:category/:section')
  async section(
    @Param('locale') locale: string,
    @Param('category') category: string,
    @Param('section') section: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const known = isLocale(locale) && isArticleCategory(category) && slugSchema.safeParse(section).success;
    const found = known ? await this.shelves.section(locale, category, section) : undefined;
    if (found && 'address' in found)
      return reply.header('cache-control', 'public, max-age=300').redirect(found.address, 302);
    return this.send(request, reply, found?.page);
  }

  @Get('help/:locale/articles/:slug')
  async article(
    @Param('locale') locale: string,
    @Param('slug') slug: string,
    @Query('feedback') feedback: unknown,
    @Query('s') searchId: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!isLocale(locale) || !slugSchema.safeParse(slug).success) return this.send(request, reply, undefined);
    const thanks = oneOf(THANKS, feedback);
    const found =
      (await this.help.article(locale, slug, 'anyone', thanks)) ??
      ((await this.isStaff(request)) ? await this.help.article(locale, slug, 'staff', thanks) : undefined);
    if (found && 'address' in found) {
      // Kept for a while only: an address that moved may come back.
      reply.header('cache-control', found.forStaff ? 'no-store' : 'public, max-age=300');
      return reply.redirect(found.address, found.forGood ? 301 : 302);
    }
    if (found?.read && !thanks && isPersonReading(request))
      this.reads.note({
        place: 'page',
        locale,
        articleId: found.read,
        searchId: typeof searchId === 'string' ? searchId : undefined,
      });
    return this.send(request, reply, found?.page);
  }

  @Get('help/:locale/search')
  async search(
    @Param('locale') locale: string,
    @Query('q') query: unknown,
    @Query('category') category: unknown,
    @Query('only') only: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!isLocale(locale)) return this.send(request, reply, undefined);
    await this.limits.consumeHere(SEARCHES_PER_ADDRESS, addressKey(request.ip));
    const page = await this.searches.search(locale, asQuery(query), {
      filter: { category: isArticleCategory(category) ? category : undefined, only: oneOf(LOCALES, only) },
      asker: isPersonReading(request) ? askerOf(request) : undefined,
    });
    return this.send(request, reply, page);
  }

  @Get('help/:locale/contact')
  async contact(
    @Param('locale') locale: string,
    @Query('q') question: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    if (!isLocale(locale)) return this.send(request, reply, undefined);
    await this.limits.consumeHere(SEARCHES_PER_ADDRESS, addressKey(request.ip));
    const page = await this.searches.contact(locale, asQuery(question, QUESTION_LENGTH), {
      asker: isPersonReading(request) ? askerOf(request) : undefined,
    });
    return this.send(request, reply, page);
  }

  @Get('help/*')
  elsewhere(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(request, reply, undefined);
  }

  /** Asked only where there is nothing for everybody: what is public is the same for all, and costs no look at sessions. */
  private async isStaff(request: FastifyRequest): Promise<boolean> {
    const token = request.cookies[sessionCookieName(this.config)];
    return token !== undefined && (await this.sessions.authenticate(token)) !== undefined;
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    found: Page | false | undefined,
  ): Promise<FastifyReply> {
    const page = found || this.help.notFound(localeOfAddress(request));
    const surge = await this.surges.forCustomers();
    return this.pages.send(request, reply, { ...page, announcement: surge?.announcement?.[page.locale] });
  }
}

/** The language of an address that leads nowhere: its own if it names one, else the reader's. */
function localeOfAddress(request: FastifyRequest): Locale {
  const named = request.url.split(/[/?]/)[2] ?? '';
  return isLocale(named) ? named : localeOf(request.headers);
}
