import type { IncomingHttpHeaders } from 'node:http';
import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { BulkActionView, BulkCaseView, BulkPreviewView, Page } from '../../contract/index.js';
import { CurrentStaff, type StaffPrincipal } from '../../people/index.js';
import { localeOf } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { BulkActionBody, BulkActionParam, BulkCasesQuery, BulkPreviewBody } from './bulk.inputs.js';
import { BulkActionList, BulkActionSchema, BulkCasePage, BulkPreviewSchema } from './bulk.views.js';
import { BulkActions } from './bulk-actions.service.js';
import { BulkOrders } from './bulk-orders.service.js';
import { Previews } from './previews.service.js';

/** The same done to many cases. Supervisors and admins; agents to cases in their own hands, chosen one by one. */
@ApiTags('tickets')
@Controller('api/bulk-actions')
export class BulkController {
  constructor(
    private readonly orders: BulkOrders,
    private readonly actions: BulkActions,
    private readonly previews: Previews,
  ) {}

  /** One's own that are not over, and those of the last day. */
  @Get()
  @Answers(200, BulkActionList)
  latest(@CurrentStaff() staff: StaffPrincipal): Promise<{ items: BulkActionView[] }> {
    return this.actions.latest(staff);
  }

  /** What would come of it. Changes nothing. */
  @Post('previews')
  @Answers(200, BulkPreviewSchema, 'forbidden')
  preview(@CurrentStaff() staff: StaffPrincipal, @Body() body: BulkPreviewBody): Promise<BulkPreviewView> {
    return this.previews.of(staff, body);
  }

  /** Begins ten seconds later; until then it can be undone. Sent again with the same `requestId` it is ordered once. */
  @Post()
  @Answers(201, BulkActionSchema, 'forbidden', 'idempotency_key_reused')
  order(@CurrentStaff() staff: StaffPrincipal, @Body() body: BulkActionBody): Promise<BulkActionView> {
    return this.orders.order(staff, body);
  }

  @Get(':id')
  @Answers(200, BulkActionSchema, 'not_found')
  show(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: BulkActionParam): Promise<BulkActionView> {
    return this.actions.view(staff, id);
  }

  /** What came of it in each case. */
  @Get(':id/cases')
  @Answers(200, BulkCasePage, 'not_found')
  cases(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: BulkActionParam,
    @Query() query: BulkCasesQuery,
    @Headers() headers: IncomingHttpHeaders,
  ): Promise<Page<BulkCaseView>> {
    return this.actions.cases(staff, id, query, localeOf(headers));
  }

  /** `undo_too_late`: it has begun; the detail says how far it has got. */
  @Post(':id/undos')
  @Answers(201, BulkActionSchema, 'not_found', 'undo_too_late')
  undo(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: BulkActionParam): Promise<BulkActionView> {
    return this.actions.undo(staff, id);
  }

  /** What has not been come to is left as it is. Of one that is over there is nothing to stop. */
  @Post(':id/stops')
  @Answers(201, BulkActionSchema, 'not_found')
  stop(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: BulkActionParam): Promise<BulkActionView> {
    return this.actions.stop(staff, id);
  }
}
