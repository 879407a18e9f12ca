import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RetentionHoldView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { RetentionHolds } from './holds.service.js';
import { RetentionHoldBody, RetentionHoldParam } from './retention.inputs.js';
import { RetentionHoldList } from './retention.views.js';

/** Cases that nothing is taken from, whatever their age. */
@ApiTags('retention')
@Roles('admin')
@Controller('api/retention-holds')
export class RetentionHoldsController {
  constructor(private readonly holds: RetentionHolds) {}

  @Get()
  @Answers(200, RetentionHoldList)
  list(): Promise<{ items: RetentionHoldView[] }> {
    return this.holds.list();
  }

  @Post()
  @Answers(201, RetentionHoldList, 'not_found')
  async hold(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { number, reason }: RetentionHoldBody,
  ): Promise<{ items: RetentionHoldView[] }> {
    await this.holds.hold(staff, number, reason);
    return this.holds.list();
  }

  @Delete(':number')
  @HttpCode(204)
  async release(@CurrentStaff() staff: StaffPrincipal, @Param() { number }: RetentionHoldParam): Promise<void> {
    await this.holds.release(staff, number);
  }
}
