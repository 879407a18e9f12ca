import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { EscalationView } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto, id } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Escalation, Escalations as EscalationList } from '../sla.views.js';
import { Escalations } from './escalations.service.js';

class EscalationParam extends dto(z.object({ id })) {}

@ApiTags('sla')
@Controller('api/escalations')
export class EscalationsController {
  constructor(private readonly escalations: Escalations) {}

  /** Those that wait for somebody to say that they have seen them, the most pressing first. */
  @Get()
  @Answers(200, EscalationList)
  async open(@CurrentStaff() staff: StaffPrincipal): Promise<{ items: EscalationView[] }> {
    return { items: await this.escalations.open(staff) };
  }

  /** I have seen it. Repeated, it changes nothing. */
  @Post(':id/acknowledgements')
  @Answers(201, Escalation, 'not_found')
  acknowledge(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: EscalationParam): Promise<EscalationView> {
    return this.escalations.acknowledge(staff, id);
  }
}
