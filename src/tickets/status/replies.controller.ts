import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/index.js';
import { CasePages } from './case-pages.service.js';
import { LookUpPage } from './look-up-page.service.js';
import { ReplyDrafts } from './reply-drafts.service.js';
import { readReplyForm } from './reply-form.js';
import { StatusNumber } from './status.inputs.js';

/** Answers of customers by the public page, with files. Whatever cannot be taken, their words stay in the form. */
@ApiExcludeController()
@Public()
@Controller('status/:number/messages')
export class RepliesController {
  constructor(
    private readonly pages: CasePages,
    private readonly lookUp: LookUpPage,
    private readonly drafts: ReplyDrafts,
  ) {}

  @Post()
  async reply(
    @Param() { number }: StatusNumber,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const draft = await readReplyForm(request, this.drafts.reader(number));
    if (!draft) return this.lookUp.send(request, reply, undefined, 'linkInvalid');
    const holder = { request, reply, ...draft.holder };
    const refused = await this.drafts.post(draft);
    if (!refused) return this.pages.redirect(holder, number, 'replied');
    if (refused.retryAfter !== undefined) reply.header('retry-after', String(refused.retryAfter));
    const { once, body, files } = draft;
    // As it stands now: it may have moved on meanwhile.
    const found = (await this.pages.open(number, holder.key)) ?? draft.found;
    await this.pages.send(holder, found, { refused, answer: { once, body, files } });
  }
}
