import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import type { Locale } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { localeOf, Public } from '../../platform/http/index.js';
import { Pages } from '../../platform/templates/index.js';
import { Categories } from '../categories/categories.service.js';
import { statusPath } from '../customer-secrets.js';
import { Ratings } from '../ratings.service.js';
import { LookUp } from './look-up.service.js';
import { ConfirmationForm, LinkQuery, LookUpForm, RatingForm, StatusNumber, StatusQuery } from './status.inputs.js';
import { casePage } from './status.presenter.js';
import { statusTexts } from './status.texts.js';

type Notice = 'failed' | 'tooMany' | 'linkInvalid';

/** The public status page; works without JavaScript, and keeps nothing in caches or search engines. */
@ApiExcludeController()
@Public()
@Controller('status')
export class StatusController {
  constructor(
    private readonly lookUp: LookUp,
    private readonly ratings: Ratings,
    private readonly categories: Categories,
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  form(@Query() query: StatusQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.sendForm(request, reply, query.locale);
  }

  /** Right: on to the signed link, which can be kept and reloaded. */
  @Post()
  async find(@Body() body: LookUpForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const { number } = await this.lookUp.find(body, request.ip);
      this.redirect(reply, number, body.locale);
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      if (error.code === 'lookup_failed') this.sendForm(request, reply, body.locale, 'failed', body.number);
      else if (error.code === 'too_many_requests') {
        reply.header('retry-after', String(error.extra.retryAfter));
        this.sendForm(request, reply, body.locale, 'tooMany', body.number);
      } else throw error;
    }
  }

  @Get(':number')
  async show(
    @Param() { number }: StatusNumber,
    @Query() { key, locale }: LinkQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.lookUp.byLink(number, key);
    if (!found) return this.sendForm(request, reply, locale, 'linkInvalid');
    const shown = locale ?? localeOf(request.headers);
    const texts = statusTexts(shown);
    reply.header('x-robots-tag', 'noindex');
    this.pages.send(request, reply, {
      template: 'status/case',
      locale: shown,
      title: `${texts.case} ${number}`,
      description: texts.description,
      paths: { 'zh-CN': this.path(number, 'zh-CN'), en: this.path(number, 'en') },
      context: casePage(found.view, await this.categories.all(), shown, key, this.clock.now()),
      stylesheets: ['status.css'],
      cache: 'private',
      hidden: true,
    });
  }

  @Post(':number/confirmations')
  @HttpCode(303)
  async confirm(
    @Param() { number }: StatusNumber,
    @Body() body: ConfirmationForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.say(number, body, request, reply, (tx, ticketId) => this.ratings.confirm(tx, ticketId, body.solved));
  }

  @Post(':number/ratings')
  @HttpCode(303)
  async rate(
    @Param() { number }: StatusNumber,
    @Body() { score, solved, comment, ...body }: RatingForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.say(number, body, request, reply, (tx, ticketId) =>
      this.ratings.rate(tx, ticketId, { score, solved, comment: comment || undefined }),
    );
  }

  /** What the key's holder says of the case; if it has moved on meanwhile, the page shows where to. */
  private async say(
    number: string,
    { key, locale }: { key: string; locale?: Locale },
    request: FastifyRequest,
    reply: FastifyReply,
    deed: (tx: Parameters<Parameters<Database['transaction']>[0]>[0], ticketId: string) => Promise<void>,
  ): Promise<void> {
    const found = await this.lookUp.byLink(number, key);
    if (!found) return this.sendForm(request, reply, locale, 'linkInvalid');
    try {
      await this.database.transaction((tx) => deed(tx, found.ticketId));
    } catch (error) {
      if (!(error instanceof DeskError && error.code === 'illegal_transition')) throw error;
    }
    this.redirect(reply, number, locale);
  }

  private sendForm(
    request: FastifyRequest,
    reply: FastifyReply,
    wanted: Locale | undefined,
    notice?: Notice,
    typedNumber = '',
  ): void {
    const locale = wanted ?? localeOf(request.headers);
    const texts = statusTexts(locale);
    reply.header('x-robots-tag', 'noindex');
    this.pages.send(request, reply, {
      template: 'status/look-up',
      locale,
      title: texts.title,
      description: texts.description,
      paths: { 'zh-CN': '/status?locale=zh-CN', en: '/status?locale=en' },
      context: {
        texts,
        locale,
        typedNumber,
        notice: notice ? { title: texts[notice], hint: texts[`${notice}Hint`] } : null,
      },
      stylesheets: ['status.css'],
      status: notice === undefined ? 200 : notice === 'tooMany' ? 429 : 404,
      cache: 'private',
      hidden: true,
    });
  }

  private path(number: string, locale: Locale): string {
    return `${statusPath(this.config.secretKey, number)}&locale=${locale}`;
  }

  private redirect(reply: FastifyReply, number: string, locale: Locale | undefined): void {
    const target = locale ? this.path(number, locale) : statusPath(this.config.secretKey, number);
    reply.header('cache-control', 'no-store').redirect(target, 303);
  }
}
