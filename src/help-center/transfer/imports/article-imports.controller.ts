import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ARTICLE_IMPORT_LIMITS,
  type ArticleImportRowView,
  type ArticleImportView,
  type Page,
} from '../../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../../people/index.js';
import { csvDownload } from '../../../platform/http/index.js';
import { readUpload, TakesUpload } from '../../../platform/imports/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Answers, AnswersFile } from '../../../platform/openapi/index.js';
import { CSV_TEMPLATE } from '../csv/columns.js';
import { ArticleImports } from './article-imports.service.js';
import { ImportCheckBody, ImportParam, ImportRowsQuery, importOptions } from './import.inputs.js';
import { WorkOnImport } from './import.jobs.js';
import { DEFAULT_OPTIONS } from './import.kind.js';
import { ArticleImportList, ArticleImportSchema, ImportRowPage } from './import.views.js';
import { mayBeImported } from './open-file.js';

/** Articles come in as a file: looked through first, then taken over as it was shown. */
@ApiTags('article transfer')
@Roles('admin')
@Controller('api/article-imports')
export class ArticleImportsController {
  constructor(
    private readonly imports: ArticleImports,
    private readonly jobs: Jobs,
  ) {}

  /** The newest first. */
  @Get()
  @Answers(200, ArticleImportList)
  list(): Promise<{ items: ArticleImportView[] }> {
    return this.imports.list();
  }

  /** A ZIP of Markdown, the JSON of Zendesk Guide (alone or in a ZIP with its pictures), or a CSV. It is looked through at once. */
  @Post()
  @TakesUpload('file')
  @Answers(201, ArticleImportSchema, 'unsupported_media_type', 'payload_too_large')
  async upload(@CurrentStaff() staff: StaffPrincipal, @Req() request: FastifyRequest): Promise<ArticleImportView> {
    const { fileName, content, options } = await readUpload(request, {
      limit: ARTICLE_IMPORT_LIMITS.file,
      options: importOptions,
      otherwise: { ...DEFAULT_OPTIONS, locale: staff.locale },
      mayBe: mayBeImported,
    });
    const begun = await this.imports.begin(staff, fileName, content, options);
    await this.jobs.add(WorkOnImport, { importId: begun.id });
    return begun;
  }

  /** A table to begin with. */
  @Get('template.csv')
  @AnswersFile('text/csv')
  template(@Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    return csvDownload(reply, 'articles.csv', [CSV_TEMPLATE]);
  }

  @Get(':id')
  @Answers(200, ArticleImportSchema, 'not_found')
  show(@Param() { id }: ImportParam): Promise<ArticleImportView> {
    return this.imports.show(id);
  }

  /** What becomes of each article, in the order of the file. */
  @Get(':id/rows')
  @Answers(200, ImportRowPage, 'not_found')
  rows(
    @Param() { id }: ImportParam,
    @Query() { limit, cursor, ...filter }: ImportRowsQuery,
  ): Promise<Page<ArticleImportRowView>> {
    return this.imports.rows(id, filter, limit, cursor);
  }

  /** The same as a table. */
  @Get(':id/report.csv')
  @AnswersFile('text/csv', 'not_found')
  async report(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ImportParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName } = await this.imports.record(id);
    return csvDownload(reply, `${fileName}.report.csv`, this.imports.report(id, staff.locale));
  }

  /** Looks through the file anew, with these options. */
  @Post(':id/checks')
  @Answers(201, ArticleImportSchema, 'not_found', 'conflict')
  async check(@Param() { id }: ImportParam, @Body() { options }: ImportCheckBody): Promise<ArticleImportView> {
    const begun = await this.imports.checkAgain(id, options);
    await this.jobs.add(WorkOnImport, { importId: id });
    return begun;
  }

  /** Takes over what the check has shown, and nothing else. */
  @Post(':id/applications')
  @Answers(201, ArticleImportSchema, 'not_found', 'conflict')
  async apply(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: ImportParam): Promise<ArticleImportView> {
    const begun = await this.imports.apply(staff, id);
    await this.jobs.add(WorkOnImport, { importId: id });
    return begun;
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: ImportParam): Promise<void> {
    await this.imports.remove(staff, id);
  }
}
