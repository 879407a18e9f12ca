import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { KinshipView, TicketView } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Casework } from '../console/casework.service.js';
import { NumberParam } from '../console/ticket.inputs.js';
import { TicketDetail } from '../console/ticket.views.js';
import { Kin } from './kin.service.js';
import { CaseTaskBody, LinkBody, LinkParam, MergeBody, ParentBody, SplitBody } from './kinship.inputs.js';
import { Kinship, NewCase } from './kinship.views.js';
import { Links } from './links.service.js';
import { Merges } from './merges.service.js';
import { Parents } from './parents.service.js';
import { Splits } from './splits.service.js';
import { Tasks } from './tasks.service.js';

/** How cases belong together. */
@ApiTags('tickets')
@Controller('api/tickets/:number')
export class KinshipController {
  constructor(
    private readonly kin: Kin,
    private readonly merges: Merges,
    private readonly splits: Splits,
    private readonly tasks: Tasks,
    private readonly links: Links,
    private readonly parents: Parents,
    private readonly casework: Casework,
  ) {}

  /** Parent, parts, tasks, links and what was merged. */
  @Get('kinship')
  @Answers(200, Kinship, 'not_found', 'forbidden')
  show(@CurrentStaff() staff: StaffPrincipal, @Param() { number }: NumberParam): Promise<KinshipView> {
    return this.kin.of(staff, number);
  }

  /** Answers with the case that goes on; both numbers lead to it. It cannot be undone. */
  @Post('merges')
  @Answers(
    201,
    TicketDetail,
    'not_found',
    'forbidden',
    'conflict',
    'merge_itself',
    'merge_ended',
    'merge_internal',
    'merge_other_site',
  )
  async merge(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() body: MergeBody,
  ): Promise<TicketView> {
    return await this.casework.view(staff, await this.merges.merge(staff, number, body));
  }

  /** Messages of a customer's become a case of their own; they stay where they were written, too. */
  @Post('splits')
  @Answers(201, NewCase, 'not_found', 'forbidden', 'conflict')
  async split(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() body: SplitBody,
  ): Promise<{ number: string }> {
    return { number: await this.splits.split(staff, number, body) };
  }

  /** For colleagues; its customer never hears of it. */
  @Post('tasks')
  @Answers(201, NewCase, 'not_found', 'forbidden', 'illegal_transition', 'capacity_exceeded', 'person_away')
  async openTask(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() body: CaseTaskBody,
  ): Promise<{ number: string }> {
    return { number: await this.tasks.open(staff, number, body) };
  }

  @Post('links')
  @Answers(201, Kinship, 'not_found', 'forbidden', 'conflict', 'link_cycle')
  async link(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { kind, to }: LinkBody,
  ): Promise<KinshipView> {
    await this.links.link(staff, number, kind, to);
    return await this.kin.of(staff, number);
  }

  @Delete('links/:kind/:to')
  @Answers(200, Kinship, 'not_found', 'forbidden', 'conflict', 'link_cycle')
  async unlink(@CurrentStaff() staff: StaffPrincipal, @Param() { number, kind, to }: LinkParam): Promise<KinshipView> {
    await this.links.unlink(staff, number, kind, to);
    return await this.kin.of(staff, number);
  }

  @Put('parent')
  @Answers(200, Kinship, 'not_found', 'forbidden', 'conflict', 'link_cycle', 'illegal_transition')
  async setParent(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { to }: ParentBody,
  ): Promise<KinshipView> {
    await this.parents.set(staff, number, to);
    return await this.kin.of(staff, number);
  }
}
