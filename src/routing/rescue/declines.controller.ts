import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { LIMITS } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { dto, text } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { Declines } from './declines.service.js';

class NumberParam extends dto(z.object({ number: z.string().min(1).max(60) })) {}
class DeclineBody extends dto(z.object({ reason: text(LIMITS.noteLength, 2) })) {}

const Decline = view('Decline', z.object({ number: z.string(), withdrawn: z.boolean() }));

@ApiTags('tickets')
@Controller('api/tickets/:number/declines')
export class DeclinesController {
  constructor(private readonly declines: Declines) {}

  /** Back to the queue, by who has it: not given to them again for 15 minutes. The reason is for colleagues. */
  @Post()
  @Answers(201, Decline, 'not_found', 'forbidden', 'conflict', 'illegal_transition')
  decline(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { reason }: DeclineBody,
  ): Promise<{ number: string; withdrawn: boolean }> {
    return this.declines.decline(staff, number, reason);
  }
}
