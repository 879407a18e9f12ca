import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Public } from '../../platform/http/index.js';
import { CasePages } from './case-pages.service.js';
import { LookUp } from './look-up.service.js';
import { type LookUpNotice, LookUpPage } from './look-up-page.service.js';
import { CaseQuery, LookUpForm, StatusNumber, StatusQuery } from './status.inputs.js';

const NOTICES: Partial<Record<ErrorCode, LookUpNotice>> = {
  lookup_failed: 'failed',
  number_mistyped: 'mistyped',
  too_many_requests: 'tooMany',
};

/** The public status page; works without JavaScript, and keeps nothing in caches or search engines. */
@ApiExcludeController()
@Public()
@Controller('status')
export class StatusController {
  constructor(
    private readonly lookUp: LookUp,
    private readonly page: LookUpPage,
    private readonly pages: CasePages,
  ) {}

  @Get()
  form(@Query() query: StatusQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.page.send(request, reply, query.locale);
  }

  /** Right: on to the signed link, which can be kept and reloaded. */
  @Post()
  async find(@Body() body: LookUpForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const { number, reach } = await this.lookUp.find(body, request.ip);
      this.pages.redirectFound({ reply, locale: body.locale }, number, reach);
    } catch (error) {
      const notice = error instanceof DeskError ? NOTICES[error.code] : undefined;
      if (!notice) throw error;
      const { retryAfter } = (error as DeskError).extra;
      if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
      this.page.send(request, reply, body.locale, notice, body.number);
    }
  }

  @Get(':number')
  async show(
    @Param() { number }: StatusNumber,
    @Query() { key, locale, said, page }: CaseQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = await this.pages.read(number, key);
    if (!found) return this.page.send(request, reply, locale, 'linkInvalid');
    await this.pages.send({ request, reply, locale, key }, found, { said, page });
  }
}
