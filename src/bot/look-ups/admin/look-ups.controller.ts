import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BotLookUpTrialView, BotLookUpView } from '../../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../../people/index.js';
import { Answers } from '../../../platform/openapi/index.js';
import { BotLookUpBody, BotLookUpParam, BotLookUpTrialBody, NewBotLookUpBody } from './look-up.inputs.js';
import { BotLookUpList, BotLookUpSchema, BotLookUpTrialSchema } from './look-up.views.js';
import { LookUpAdmin } from './look-up-admin.service.js';

/** What the bot may ask host sites. */
@ApiTags('bot')
@Roles('admin')
@Controller('api/bot/look-ups')
export class LookUpsController {
  constructor(private readonly lookUps: LookUpAdmin) {}

  @Get()
  @Answers(200, BotLookUpList)
  async list(): Promise<{ items: BotLookUpView[] }> {
    return { items: await this.lookUps.list() };
  }

  @Post()
  @Answers(201, BotLookUpSchema)
  create(@CurrentStaff() staff: StaffPrincipal, @Body() body: NewBotLookUpBody): Promise<BotLookUpView> {
    return this.lookUps.create(staff, body);
  }

  @Put(':id')
  @Answers(200, BotLookUpSchema, 'not_found', 'conflict')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: BotLookUpParam,
    @Body() body: BotLookUpBody,
  ): Promise<BotLookUpView> {
    return this.lookUps.update(staff, id, body);
  }

  /** Asks the host at once, and shows what came back. */
  @Post(':id/trials')
  @HttpCode(200)
  @Answers(200, BotLookUpTrialSchema, 'not_found', 'too_many_requests')
  try(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: BotLookUpParam,
    @Body() body: BotLookUpTrialBody,
  ): Promise<BotLookUpTrialView> {
    return this.lookUps.try(staff, id, body);
  }
}
