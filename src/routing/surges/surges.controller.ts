import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SurgeView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { NewSurgeBody, SurgeBody, SurgeParam, SurgeVersionBody } from './surge.inputs.js';
import { Surge, SurgeList } from './surge.views.js';
import { Surges } from './surges.service.js';

/** Times in which far more people ask than usual. Supervisors see to those of their own teams. */
@ApiTags('routing')
@Controller('api/surges')
export class SurgesController {
  constructor(private readonly surges: Surges) {}

  /** What is on and what is planned, then what has been, newest first: the last hundred, of one's own teams and of all. */
  @Get()
  @Answers(200, SurgeList)
  async all(@CurrentStaff() staff: StaffPrincipal): Promise<{ items: SurgeView[] }> {
    return { items: await this.surges.all(staff) };
  }

  /** Plans one, or begins it now. Two that were planned never hold for one team at one time. */
  @Roles('supervisor', 'admin')
  @Post()
  @Answers(201, Surge, 'forbidden')
  plan(@CurrentStaff() staff: StaffPrincipal, @Body() body: NewSurgeBody): Promise<SurgeView> {
    return this.surges.plan(staff, body);
  }

  /** Also while it is on: it holds from the next assignment. */
  @Roles('supervisor', 'admin')
  @Put(':id')
  @Answers(200, Surge, 'forbidden', 'not_found', 'conflict', 'illegal_transition')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: SurgeParam,
    @Body() body: SurgeBody,
  ): Promise<SurgeView> {
    return this.surges.update(staff, id, body);
  }

  /** Ends it now; one that has not begun never will. */
  @Roles('supervisor', 'admin')
  @Post(':id/ending')
  @Answers(201, Surge, 'forbidden', 'not_found', 'conflict', 'illegal_transition')
  end(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: SurgeParam,
    @Body() { version }: SurgeVersionBody,
  ): Promise<SurgeView> {
    return this.surges.end(staff, id, version);
  }
}
