import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  ContextView,
  Page,
  TicketListItemView,
  TicketView,
  TimelineEventView,
  TrackedStepView,
} from '../../contract/index.js';
import { ContextProvider, CurrentStaff, type StaffPrincipal, Steps } from '../../people/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Access } from '../access.service.js';
import { Casework } from './casework.service.js';
import {
  AccessBody,
  AssignmentBody,
  EditBody,
  KeptPromiseBody,
  ListQuery,
  NumberParam,
  PromiseBody,
  TransitionBody,
} from './ticket.inputs.js';
import {
  AssignmentView,
  Context,
  TicketCountsView,
  TicketDetail,
  TicketPage,
  TimelineEvents,
  TrackedSteps,
} from './ticket.views.js';
import { type TicketCounts, TicketLists } from './ticket-lists.service.js';
import { Transfers } from './transfers.service.js';

@ApiTags('tickets')
@Controller('api/tickets')
export class TicketsController {
  constructor(
    private readonly lists: TicketLists,
    private readonly casework: Casework,
    private readonly transfers: Transfers,
    private readonly access: Access,
    private readonly context: ContextProvider,
    private readonly steps: Steps,
  ) {}

  /** One of the lists, a page at a time. */
  @Get()
  @Answers(200, TicketPage)
  list(@CurrentStaff() staff: StaffPrincipal, @Query() query: ListQuery): Promise<Page<TicketListItemView>> {
    return this.lists.page(staff, query.list, query.limit, query.cursor);
  }

  @Get('counts')
  @Answers(200, TicketCountsView)
  counts(@CurrentStaff() staff: StaffPrincipal): Promise<TicketCounts> {
    return this.lists.counts(staff);
  }

  /** `forbidden`: it is another team's; POST a reason to `accesses` to open it. */
  @Get(':number')
  @Answers(200, TicketDetail, 'not_found', 'forbidden')
  show(@CurrentStaff() staff: StaffPrincipal, @Param() { number }: NumberParam): Promise<TicketView> {
    return this.casework.view(staff, number);
  }

  /** `conflict`: somebody else was faster; read it again. */
  @Patch(':number')
  @Answers(200, TicketDetail, 'not_found', 'forbidden', 'conflict')
  edit(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { version, ...patch }: EditBody,
  ): Promise<TicketView> {
    return this.casework.edit(staff, number, version, patch);
  }

  /** To a member of a team, or to a team without `staffId`. The note is for colleagues. `conflict`: it is no longer where `from` says. */
  @Post(':number/assignments')
  @Answers(
    201,
    AssignmentView,
    'not_found',
    'forbidden',
    'conflict',
    'illegal_transition',
    'capacity_exceeded',
    'person_away',
  )
  assign(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() body: AssignmentBody,
  ): Promise<{ number: string; withdrawn: boolean }> {
    return this.transfers.assign(staff, number, body);
  }

  /** `form_incomplete`: `errors` name the fields that must be filled in before it can be called solved. */
  @Post(':number/transitions')
  @Answers(201, TicketDetail, 'not_found', 'forbidden', 'illegal_transition', 'form_incomplete', 'tasks_open')
  transition(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() body: TransitionBody,
  ): Promise<TicketView> {
    return this.casework.transition(staff, number, body);
  }

  /** Gives the customer a date, or another in place of the one that stands. */
  @Post(':number/promises')
  @Answers(201, TicketDetail, 'not_found', 'forbidden', 'illegal_transition')
  promise(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { promisedAt, basis }: PromiseBody,
  ): Promise<TicketView> {
    return this.casework.promise(staff, number, new Date(promisedAt), basis);
  }

  /** A plan or a solution has been given: what was promised is kept. */
  @Post(':number/kept-promises')
  @Answers(201, TicketDetail, 'not_found', 'forbidden', 'illegal_transition')
  keepPromise(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { note }: KeptPromiseBody,
  ): Promise<TicketView> {
    return this.casework.keepPromise(staff, number, note);
  }

  /** Opens another team's ticket to who gives a reason, which is logged. */
  @Post(':number/accesses')
  @Answers(201, TicketDetail, 'not_found')
  enter(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
    @Body() { reason }: AccessBody,
  ): Promise<TicketView> {
    return this.casework.enter(staff, number, reason);
  }

  @Get(':number/timeline')
  @Answers(200, TimelineEvents, 'not_found', 'forbidden')
  timeline(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
  ): Promise<{ items: TimelineEventView[] }> {
    return this.casework.timeline(staff, number);
  }

  /** The host site's cards of this customer. */
  @Get(':number/context')
  @Answers(200, Context, 'not_found', 'forbidden')
  async cards(@CurrentStaff() staff: StaffPrincipal, @Param() { number }: NumberParam): Promise<ContextView> {
    return this.context.fetch((await this.access.find(staff, number, 'see')).customerId);
  }

  /** What the customer did on the host site just before. */
  @Get(':number/steps')
  @Answers(200, TrackedSteps, 'not_found', 'forbidden')
  async lastSteps(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { number }: NumberParam,
  ): Promise<{ items: TrackedStepView[] }> {
    return { items: await this.steps.of((await this.access.find(staff, number, 'see')).customerId) };
  }
}
