import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorCode, WITHDRAWAL_REASONS } from '../../contract/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Public } from '../../platform/http/index.js';
import { CasePages, type Holder, type Shown } from './case-pages.service.js';
import { CustomerDeeds } from './customer-deeds.service.js';
import { customerVerbs } from './customer-verbs.js';
import { LookUpPage } from './look-up-page.service.js';
import type { Refusal } from './notices.texts.js';
import {
  ConfirmationForm,
  LinkQuery,
  NudgeForm,
  RatingForm,
  type Said,
  StatusNumber,
  WithdrawalForm,
} from './status.inputs.js';

/** What a page that was open for a while may meet. */
const REFUSALS: Partial<Record<ErrorCode, { refusal: Refusal; status: number }>> = {
  illegal_transition: { refusal: 'moved', status: 409 },
  conflict: { refusal: 'moved', status: 409 },
  too_many_requests: { refusal: 'too_soon', status: 429 },
};

/** What the holder of a link does about the case. The key stands in the form, so no foreign page can send one. */
@ApiExcludeController()
@Public()
@Controller('status/:number')
export class DeedsController {
  constructor(
    private readonly pages: CasePages,
    private readonly lookUp: LookUpPage,
    private readonly deeds: CustomerDeeds,
  ) {}

  @Post('nudges')
  nudge(
    @Param() { number }: StatusNumber,
    @Body() body: NudgeForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.does({ ...body, request, reply }, number, 'nudged', () => this.deeds.nudge(number));
  }

  @Post('confirmations')
  confirm(
    @Param() { number }: StatusNumber,
    @Body() { solved, ...body }: ConfirmationForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.does({ ...body, request, reply }, number, solved ? 'confirmed' : 'reopened', () =>
      this.deeds.confirm(number, solved),
    );
  }

  @Post('ratings')
  rate(
    @Param() { number }: StatusNumber,
    @Body() { score, solved, reasons, comment = '', ...body }: RatingForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.does(
      { ...body, request, reply },
      number,
      'rated',
      () => this.deeds.rate(number, { score, solved, reasons, ...(comment && { comment }) }),
      // There may be no form for a rating any more: the words then stand where an answer is written.
      { rating: { score, solved, reasons, comment }, answer: { body: comment } },
    );
  }

  /** Asks once more before a case is withdrawn. */
  @Get('withdrawal')
  async askWithdrawal(
    @Param() { number }: StatusNumber,
    @Query() { key, locale }: LinkQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const holder = { request, reply, locale, key };
    const found = await this.pages.open(number, key);
    if (!found) return this.lookUp.send(request, reply, locale, 'linkInvalid');
    if (!customerVerbs(found.own, found.own.now).withdraw)
      return await this.pages.send(holder, found, { refused: { refusal: 'moved', status: 409 } });
    const shown = this.pages.localeOf(holder);
    this.pages.sendWithdrawal(
      holder,
      number,
      Object.entries(WITHDRAWAL_REASONS).map(([value, text]) => ({ value, words: text[shown] })),
    );
  }

  @Post('withdrawals')
  withdraw(
    @Param() { number }: StatusNumber,
    @Body() { reason, words = '', ...body }: WithdrawalForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.does(
      { ...body, request, reply },
      number,
      'withdrawn',
      () => this.deeds.withdraw(number, { reason, ...(words && { words }) }),
      { answer: { body: words } },
    );
  }

  /** Does it and leads back; if the case has moved on meanwhile, the page says so, and keeps what was typed. */
  private async does(
    holder: Holder,
    number: string,
    said: Said,
    deed: () => Promise<void>,
    kept: Pick<Shown, 'answer' | 'rating'> = {},
  ): Promise<void> {
    const { request, reply, locale, key } = holder;
    if (!(await this.pages.open(number, key))) return this.lookUp.send(request, reply, locale, 'linkInvalid');
    try {
      await deed();
    } catch (error) {
      const refused = error instanceof DeskError ? REFUSALS[error.code] : undefined;
      const found = refused && (await this.pages.open(number, key));
      if (!found) throw error;
      const { retryAfter } = (error as DeskError).extra;
      if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
      return await this.pages.send(holder, found, { ...kept, refused });
    }
    this.pages.redirect(holder, number, said);
  }
}
