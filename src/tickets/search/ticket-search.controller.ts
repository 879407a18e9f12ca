import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Page, TicketListItemView } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { TicketPage } from '../console/ticket.views.js';
import { TicketFilterQuery, TicketSearchQuery } from './search.inputs.js';
import { TicketSearch } from './ticket-search.service.js';

const TicketCount = view('TicketCount', z.object({ count: z.int() }));

@ApiTags('tickets')
@Controller('api/tickets/search')
export class TicketSearchController {
  constructor(private readonly tickets: TicketSearch) {}

  /** All tickets that the reader may see: own teams', own and watched ones; an admin's are all. */
  @Get()
  @Answers(200, TicketPage)
  page(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { sort, direction, cursor, limit, ...filter }: TicketSearchQuery,
  ): Promise<Page<TicketListItemView>> {
    return this.tickets.page(staff, filter, { sort, direction, cursor, limit });
  }

  /** How many fit; 1000 means that there are more than 999. */
  @Get('count')
  @Answers(200, TicketCount)
  count(@CurrentStaff() staff: StaffPrincipal, @Query() filter: TicketFilterQuery): Promise<{ count: number }> {
    return this.tickets.count(staff, filter);
  }
}
