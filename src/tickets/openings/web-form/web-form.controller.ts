import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OwnPagesOnly } from '../../../people/index.js';
import { Public } from '../../../platform/http/index.js';
import { NewCaseQuery, OpenedParam, OpenedQuery } from './form.inputs.js';
import { OpenedPages } from './opened-pages.service.js';
import { WebForm } from './web-form.service.js';

/** Opens a case without an account, a chat or JavaScript. */
@ApiExcludeController()
@Public()
@Controller('cases')
export class WebFormController {
  constructor(
    private readonly form: WebForm,
    private readonly opened: OpenedPages,
  ) {}

  @Get('new')
  show(@Query() query: NewCaseQuery, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.form.show(request, reply, query);
  }

  /** Right: on to a page that can be reloaded. */
  @OwnPagesOnly()
  @Post('new')
  send(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.form.receive(request, reply);
  }

  @Get('opened/:number')
  showOpened(
    @Param() { number }: OpenedParam,
    @Query() { key, locale }: OpenedQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.opened.show(request, reply, { number, key, locale });
  }
}
