import { Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { TicketView } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Casework } from '../console/casework.service.js';
import { TicketDetail } from '../console/ticket.views.js';

class CheckParams extends dto(
  z.object({ number: z.string().min(1).max(60), item: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/) }),
) {}

@ApiTags('tickets')
@Controller('api/tickets/:number/checks/:item')
export class ChecksController {
  constructor(private readonly casework: Casework) {}

  /** It has been seen to. */
  @Put()
  @Answers(200, TicketDetail, 'not_found', 'forbidden')
  tick(@CurrentStaff() staff: StaffPrincipal, @Param() { number, item }: CheckParams): Promise<TicketView> {
    return this.casework.check(staff, number, item, true);
  }

  @Delete()
  @Answers(200, TicketDetail, 'not_found', 'forbidden')
  untick(@CurrentStaff() staff: StaffPrincipal, @Param() { number, item }: CheckParams): Promise<TicketView> {
    return this.casework.check(staff, number, item, false);
  }
}
