import { Body, Controller, Header, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CATEGORIES, type PublicTicketView, TICKET_STATUSES } from '../../contract/index.js';
import { Public } from '../../platform/http/index.js';
import { Answers, view } from '../../platform/openapi/index.js';
import { CaseDetail } from '../categories/category.views.js';
import { LookUp } from './look-up.service.js';
import { LookUpBody } from './status.inputs.js';

const time = z.iso.datetime();
export const PublicTicket = view(
  'PublicTicket',
  z.object({
    number: z.string(),
    status: z.enum(TICKET_STATUSES),
    category: z.enum(CATEGORIES).optional(),
    subCategory: z.string().optional(),
    openedAt: time,
    merged: z.boolean().optional(),
    mergedInto: z.string().optional(),
    nextDueAt: time.optional(),
    dueInWorkingHours: z.boolean().optional(),
    paused: z.boolean().optional(),
    promisedAt: time.optional(),
    promiseBasis: z.string().optional(),
    details: z.array(CaseDetail).optional(),
    timeline: z.array(z.object({ kind: z.string(), data: z.record(z.string(), z.unknown()), at: time })),
    rating: z.object({ score: z.int(), solved: z.boolean() }).optional(),
  }) satisfies z.ZodType<PublicTicketView>,
);

/** The public look-up for machines. */
@ApiTags('status')
@Controller('api/status/lookups')
export class LookUpsController {
  constructor(private readonly lookUp: LookUp) {}

  /** `factor`: the look-up code, or the last four digits of the registered phone. */
  @Public()
  @Post()
  @Header('cache-control', 'no-store')
  @Answers(200, PublicTicket, 'number_mistyped', 'lookup_failed', 'too_many_requests')
  async find(
    @Body() body: LookUpBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { view: json } = await this.lookUp.find(body, request.ip);
    reply.type('application/json; charset=utf-8');
    return json;
  }
}
