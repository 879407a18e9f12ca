import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import { Controller, Get, Headers, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { Clock } from '../../platform/clock/index.js';
import { dto, localeOf } from '../../platform/http/index.js';
import { ticketFilter } from '../search/search.inputs.js';
import { DESK_ZONE } from './desk-zone.js';
import { EXPORT_FORMATS, TicketExports } from './ticket-exports.service.js';

class TicketExportQuery extends dto(z.object({ ...ticketFilter.shape, format: z.enum(EXPORT_FORMATS) })) {}

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const FILE = { schema: { type: 'string', format: 'binary' } } as const;

@ApiTags('tickets')
@Roles('admin', 'supervisor')
@Controller('api/ticket-exports')
export class TicketExportsController {
  constructor(
    private readonly exports: TicketExports,
    private readonly clock: Clock,
  ) {}

  /** The tickets of a search as a table, those opened last first, in the language that is asked for, else the reader's own. The filter is that of the search; times are of the desk's zone. */
  @Get()
  @ApiOkResponse({ content: { 'text/csv': FILE, [TYPES.xlsx]: FILE } })
  async take(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { format, ...filter }: TicketExportQuery,
    @Headers() headers: IncomingHttpHeaders,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const pieces = await this.exports.take(
      staff,
      filter,
      format,
      headers['accept-language'] ? localeOf(headers) : staff.locale,
    );
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: DESK_ZONE }).format(this.clock.now());
    reply.headers({
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="tickets-${day}.${format}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    return new StreamableFile(Readable.from(pieces, { objectMode: false }));
  }
}
