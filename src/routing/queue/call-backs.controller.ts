import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { CallBackView } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto, text } from '../../platform/http/index.js';
import { Answers, list, view } from '../../platform/openapi/index.js';
import { CallBacks } from './call-backs.service.js';

const CallBackList = list(
  view(
    'CallBackView',
    z.object({
      phone: z.string(),
      askedAt: z.iso.datetime(),
      doneAt: z.iso.datetime().optional(),
      doneBy: z.string().optional(),
    }) satisfies z.ZodType<CallBackView>,
  ),
);

class NumberParam extends dto(z.object({ number: text(60) })) {}

@ApiTags('routing')
@Controller('api/tickets/:number')
export class CallBacksController {
  constructor(private readonly callBacks: CallBacks) {}

  /** The call that the customer has asked for, if they have: none or one. */
  @Get('call-backs')
  @Answers(200, CallBackList, 'not_found', 'forbidden')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
  ): Promise<{ items: CallBackView[] }> {
    return { items: await this.callBacks.ofTicket(staff, number) };
  }

  /** 已回电. Repeated, it changes nothing. */
  @Post('made-call-backs')
  @Answers(201, CallBackList, 'not_found', 'forbidden')
  async done(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
  ): Promise<{ items: CallBackView[] }> {
    return { items: await this.callBacks.done(staff, number) };
  }
}
