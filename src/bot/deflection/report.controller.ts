import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DEFLECTION_DIMENSIONS, type DeflectionReportView } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { day, dto, text } from '../../platform/http/index.js';
import { Answers } from '../../platform/openapi/index.js';
import { DeflectionReports } from './report.service.js';
import { DeflectionReport } from './report.views.js';

class ReportQuery extends dto(
  z.object({
    /** Both included: when the first question was asked. */
    from: day,
    to: day,
    by: z.enum(DEFLECTION_DIMENSIONS).default('category'),
    /** In which a day begins. */
    timeZone: text(60).default('Asia/Shanghai'),
  }),
) {}

/** How conversations with the bot ended, for who answers for it. */
@ApiTags('bot')
@Roles('admin', 'supervisor')
@Controller('api/bot/deflection')
export class DeflectionController {
  constructor(private readonly reports: DeflectionReports) {}

  /** What came of conversations with the bot; each number with what opens the conversations behind it. */
  @Get()
  @Answers(200, DeflectionReport, 'invalid_input')
  report(@CurrentStaff() { locale }: StaffPrincipal, @Query() query: ReportQuery): Promise<DeflectionReportView> {
    return this.reports.report(query, locale);
  }
}
