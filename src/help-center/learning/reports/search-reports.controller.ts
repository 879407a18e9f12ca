import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  type ArticleReadersView,
  type ArticleReportView,
  READING_PLACES,
  REPORT_DAYS,
  type ReportDays,
  SEARCH_GAPS,
  type SearchGapView,
  type SearchReportView,
} from '../../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../../people/index.js';
import { csvFile, dto, id, text } from '../../../platform/http/index.js';
import { Answers, AnswersFile } from '../../../platform/openapi/index.js';
import { ArticleReaders, ArticleReportList, SearchGapList, SearchReport } from './report.views.js';
import { articlesTable, gapsTable } from './report-files.js';
import { IN_A_FILE, SearchReports } from './search-reports.service.js';

const period = {
  days: z
    .enum(REPORT_DAYS.map(String))
    .default('30')
    .transform((days) => Number(days) as ReportDays),
  /** In which a day begins. */
  timeZone: text(60).default('Asia/Shanghai'),
};

class PeriodQuery extends dto(z.object(period)) {}
class GapQuery extends dto(
  z.object({ ...period, gap: z.enum(SEARCH_GAPS), place: z.enum(READING_PLACES).optional() }),
) {}
class ArticleParams extends dto(z.object({ id })) {}

/** What the help centre does not say yet, or not well. */
@ApiTags('help centre reports')
@Roles('admin', 'supervisor')
@Controller('api/help-reports')
export class SearchReportsController {
  constructor(private readonly reports: SearchReports) {}

  /** How much customers search, and how often in vain. */
  @Get('searches')
  @Answers(200, SearchReport)
  searches(@Query() query: PeriodQuery): Promise<SearchReportView> {
    return this.reports.searches(query);
  }

  /** What they searched for in vain, with what the search shows for it today. */
  @Get('gaps')
  @Answers(200, SearchGapList)
  gaps(@Query() { gap, place, ...query }: GapQuery): Promise<{ items: SearchGapView[] }> {
    return this.reports.gaps(gap, query, place);
  }

  @Get('gaps.csv')
  @AnswersFile('text/csv')
  async gapsFile(
    @CurrentStaff() { locale }: StaffPrincipal,
    @Query() { gap, place, ...query }: GapQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const rows = await this.reports.gapRows(gap, query, IN_A_FILE, place);
    return csvFile(reply, `searches-${gap.replace('_', '-')}-${query.days}-days.csv`, gapsTable(rows, locale));
  }

  /** Articles after which customers asked a person all the same. */
  @Get('articles')
  @Answers(200, ArticleReportList)
  articles(
    @CurrentStaff() { locale }: StaffPrincipal,
    @Query() { days }: PeriodQuery,
  ): Promise<{ items: ArticleReportView[] }> {
    return this.reports.articles(days, locale);
  }

  @Get('articles.csv')
  @AnswersFile('text/csv')
  async articlesFile(
    @CurrentStaff() { locale }: StaffPrincipal,
    @Query() { days }: PeriodQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { items } = await this.reports.articles(days, locale, IN_A_FILE);
    return csvFile(reply, `articles-contact-anyway-${days}-days.csv`, articlesTable(items, locale));
  }

  /** What readers think of one article. */
  @Get('articles/:id')
  @Answers(200, ArticleReaders, 'not_found')
  readers(@Param() { id: articleId }: ArticleParams): Promise<ArticleReadersView> {
    return this.reports.readers(articleId);
  }
}
