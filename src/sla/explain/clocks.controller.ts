import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ClockExplanation } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto, text } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { ClockExplanations } from '../sla.views.js';
import { Explanations } from './explanations.service.js';

class ClocksParam extends dto(z.object({ number: text(40) })) {}

@ApiTags('sla')
@Controller('api/tickets')
export class ClocksController {
  constructor(private readonly explanations: Explanations) {}

  /** Every clock of a case and why it is due when it is due; those that run first. */
  @Get(':number/clocks')
  @Answers(200, ClockExplanations, 'not_found', 'forbidden')
  async explain(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: ClocksParam,
  ): Promise<{ items: ClockExplanation[] }> {
    return { items: await this.explanations.of(staff, number) };
  }
}
