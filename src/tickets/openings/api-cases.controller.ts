import { Body, Controller, Get, Header, Headers, Ip, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type OpenedCaseView, type SiteCaseView, TICKET_STATUSES } from '../../contract/index.js';
import { Public } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { PublicTicket } from '../status/look-ups.controller.js';
import { ApiCases } from './api-cases.service.js';
import { ApiCaseBody, CaseParam } from './opening.inputs.js';

export const OpenedCase = view(
  'OpenedCase',
  z.object({
    number: z.string(),
    status: z.enum(TICKET_STATUSES),
    statusUrl: z.string(),
  }) satisfies z.ZodType<OpenedCaseView>,
);
const SiteCase = view(
  'SiteCase',
  z.object({ ...PublicTicket.shape, statusUrl: z.string() }) satisfies z.ZodType<SiteCaseView>,
);

/** For the servers of a host site, with a key of the site as `Authorization: Bearer plk_…`. */
@ApiTags('cases of a site')
@ApiBearerAuth()
@Public()
@Controller('api/v1/cases')
export class ApiCasesController {
  constructor(private readonly cases: ApiCases) {}

  /** Opens a case for a customer. Repeated with the same `Idempotency-Key` within 24 hours it is answered alike and opens none. */
  @Post()
  @ApiHeader({
    name: 'Idempotency-Key',
    description: '8 to 128 visible ASCII characters, new for each new request',
    required: true,
  })
  @Header('cache-control', 'no-store')
  @Answers(201, OpenedCase, 'unauthenticated', 'idempotency_key_reused', 'too_many_requests')
  async open(
    @Headers('authorization') authorization: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @Ip() address: string,
    @Body() body: ApiCaseBody,
  ): Promise<OpenedCaseView> {
    return this.cases.open(await this.cases.caller(authorization, address), key, body);
  }

  /** As its customer sees it. */
  @Get(':number')
  @Header('cache-control', 'no-store')
  @Answers(200, SiteCase, 'unauthenticated', 'not_found', 'too_many_requests')
  async read(
    @Headers('authorization') authorization: string | undefined,
    @Ip() address: string,
    @Param() { number }: CaseParam,
  ): Promise<SiteCaseView> {
    return this.cases.read(await this.cases.caller(authorization, address), number);
  }
}
