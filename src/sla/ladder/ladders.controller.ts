import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LadderView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { LaddersBody, VersionParam } from '../sla.inputs.js';
import { LaddersView } from '../sla.views.js';
import { LadderSettings } from './ladder-settings.service.js';

@ApiTags('sla')
@Controller('api/sla/ladders')
export class LaddersController {
  constructor(private readonly settings: LadderSettings) {}

  @Get()
  @Answers(200, LaddersView)
  current(): Promise<LadderView> {
    return this.settings.read();
  }

  /** As clocks name it that began by it. */
  @Get('versions/:version')
  @Answers(200, LaddersView, 'not_found')
  version(@Param() { version }: VersionParam): Promise<LadderView> {
    return this.settings.read(version);
  }

  /** Makes a new version; `retime`: clocks that run go by it too, but what has fired stays fired. */
  @Roles('admin')
  @Put()
  @Answers(200, LaddersView, 'conflict')
  save(@CurrentStaff() staff: StaffPrincipal, @Body() body: LaddersBody): Promise<LadderView> {
    return this.settings.save(staff, body);
  }
}
