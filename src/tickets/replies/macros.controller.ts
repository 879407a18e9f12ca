import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MacroRunView, MacroView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { MacroBody, MacroParam, MacroRunBody, MacroRunParam, MacroVersionBody, NewMacroBody } from './macro.inputs.js';
import { MacroList, MacroRunSchema, MacroSchema } from './macro.views.js';
import { MacroAdmin } from './macro-admin.service.js';
import { MacroRuns } from './macro-runs.service.js';
import { Macros } from './macros.service.js';

@ApiTags('replies')
@Controller('api')
export class MacrosController {
  constructor(
    private readonly macros: Macros,
    private readonly runs: MacroRuns,
    private readonly admin: MacroAdmin,
  ) {}

  /** Those that the reader may use, the most used first. */
  @Get('macros')
  @Answers(200, MacroList)
  async all(@CurrentStaff() staff: StaffPrincipal): Promise<{ items: MacroView[] }> {
    return { items: await this.macros.forReader(staff) };
  }

  /** All that the macro says, or nothing. Sent again with the same `requestId` it is done once. */
  @Post('tickets/:number/macro-runs')
  @Answers(
    201,
    MacroRunSchema,
    'not_found',
    'forbidden',
    'conflict',
    'variables_unfilled',
    'idempotency_key_reused',
    'illegal_transition',
    'form_incomplete',
    'tasks_open',
    'capacity_exceeded',
    'person_away',
    'conversation_closed',
  )
  run(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: MacroRunParam,
    @Body() body: MacroRunBody,
  ): Promise<MacroRunView> {
    return this.runs.run(staff, number, body);
  }

  /** Those that the reader keeps, with the archived. */
  @Roles('admin', 'supervisor')
  @Get('macros/settings')
  @Answers(200, MacroList)
  async settings(@CurrentStaff() staff: StaffPrincipal): Promise<{ items: MacroView[] }> {
    return { items: await this.admin.settings(staff) };
  }

  @Roles('admin', 'supervisor')
  @Post('macros')
  @Answers(201, MacroSchema)
  create(@CurrentStaff() staff: StaffPrincipal, @Body() body: NewMacroBody): Promise<MacroView> {
    return this.admin.create(staff, body);
  }

  @Roles('admin', 'supervisor')
  @Put('macros/:id')
  @Answers(200, MacroSchema, 'not_found', 'conflict')
  update(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: MacroParam,
    @Body() body: MacroBody,
  ): Promise<MacroView> {
    return this.admin.update(staff, id, body);
  }

  @Roles('admin', 'supervisor')
  @Post('macros/:id/archival')
  @Answers(201, MacroSchema, 'not_found', 'conflict')
  archive(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: MacroParam,
    @Body() { version }: MacroVersionBody,
  ): Promise<MacroView> {
    return this.admin.setArchived(staff, id, version, true);
  }

  @Roles('admin', 'supervisor')
  @Post('macros/:id/restoration')
  @Answers(201, MacroSchema, 'not_found', 'conflict')
  restore(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: MacroParam,
    @Body() { version }: MacroVersionBody,
  ): Promise<MacroView> {
    return this.admin.setArchived(staff, id, version, false);
  }
}
