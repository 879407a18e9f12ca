import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { AuditRecordView, Page } from '../../contract/index.js';
import { Audit } from '../../platform/audit/index.js';
import { cursorOf, cursorTime, dto, id, pageQuery } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { Roles } from '../sessions/roles.decorator.js';
import { AuditPage, auditRecordView } from './audit.views.js';

class AuditQuery extends dto(
  z.object({
    subjectKind: z
      .string()
      .regex(/^[a-z_]{1,40}$/)
      .optional(),
    subjectId: z
      .string()
      .regex(/^[\w:.-]{1,100}$/)
      .optional(),
    actorId: id.optional(),
    ...pageQuery,
  }),
) {}

const cursors = cursorOf(z.strictObject({ at: cursorTime, id }));

@ApiTags('audit')
@Roles('admin')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly audit: Audit) {}

  /** Who changed what about the desk, newest first. */
  @Get()
  @Answers(200, AuditPage)
  async page(@Query() { cursor, limit, ...filter }: AuditQuery): Promise<Page<AuditRecordView>> {
    const before = cursor === undefined ? undefined : cursors.decode(cursor);
    const rows = await this.audit.read({ ...filter, before }, limit + 1);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map(auditRecordView),
      ...(last && { nextCursor: cursors.encode({ at: last.at, id: last.id }) }),
    };
  }
}
