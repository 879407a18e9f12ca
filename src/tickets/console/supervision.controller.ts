import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Supervision } from './supervision.service.js';
import { NumberParam, WhisperBody } from './ticket.inputs.js';

@ApiTags('tickets')
@Controller('api/tickets/:number')
export class SupervisionController {
  constructor(private readonly supervision: Supervision) {}

  /** A note to whoever has it. */
  @Post('whispers')
  @Roles('supervisor', 'admin')
  @HttpCode(204)
  @Answers(204, null, 'not_found', 'forbidden', 'conflict')
  whisper(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { body }: WhisperBody,
  ): Promise<void> {
    return this.supervision.whisper(staff, number, body);
  }

  /** Without becoming the one who has it. */
  @Post('watchers/me')
  @Roles('supervisor', 'admin')
  @HttpCode(204)
  @Answers(204, null, 'not_found', 'forbidden')
  watch(@CurrentStaff() staff: StaffPrincipal, @Param() { number }: NumberParam): Promise<void> {
    return this.supervision.watch(staff, number);
  }

  @Delete('watchers/me')
  @Answers(204, null, 'not_found', 'forbidden')
  unwatch(@CurrentStaff() staff: StaffPrincipal, @Param() { number }: NumberParam): Promise<void> {
    return this.supervision.unwatch(staff, number);
  }
}
