import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { TicketView } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto, moment } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Casework } from '../console/casework.service.js';
import { NumberParam } from '../console/ticket.inputs.js';
import { TicketDetail } from '../console/ticket.views.js';

class SnoozeBody extends dto(z.object({ until: moment })) {}

@ApiTags('tickets')
@Controller('api/tickets/:number/snoozes')
export class SnoozesController {
  constructor(private readonly casework: Casework) {}

  /** Out of the way until then, or until its customer writes or a clock runs out. Put off again, it comes at the new time. */
  @Post()
  @Answers(201, TicketDetail, 'not_found', 'forbidden', 'illegal_transition')
  snooze(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { until }: SnoozeBody,
  ): Promise<TicketView> {
    return this.casework.snooze(staff, number, new Date(until));
  }

  /** Back at once. */
  @Delete('current')
  @Answers(200, TicketDetail, 'not_found', 'forbidden')
  wake(@CurrentStaff() staff: StaffPrincipal, @Param() { number }: NumberParam): Promise<TicketView> {
    return this.casework.wake(staff, number);
  }
}
