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
import { CASE_IMPORT_LIMITS, type CaseImportRowView, type CaseImportView, type Page } from '../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../people/index.js';
import { csvDownload } from '../../platform/http/index.js';
import { readUpload, TakesUpload } from '../../platform/imports/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Answers, AnswersFile } from '../../platform/openapi/index.js';
import { CaseImportCheckBody, CaseImportParam, CaseImportRowsQuery, caseImportOptions } from './case-import.inputs.js';
import { WorkOnCaseImport } from './case-import.jobs.js';
import { CaseImportList, CaseImportRowPage, CaseImportSchema } from './case-import.views.js';
import { CaseImports } from './case-imports.service.js';
import { CASE_TEMPLATE } from './formats/csv.columns.js';
import { mayHoldCases } from './open-case-file.js';

/** Cases of another desk come in as a file: looked through first, then taken over as it was shown. */
@ApiTags('case import')
@Roles('admin')
@Controller('api/case-imports')
export class CaseImportsController {
  constructor(
    private readonly imports: CaseImports,
    private readonly jobs: Jobs,
  ) {}

  /** The newest first. */
  @Get()
  @Answers(200, CaseImportList)
  list(): Promise<{ items: CaseImportView[] }> {
    return this.imports.list();
  }

  /** A CSV, or the JSON of Zendesk or Chatwoot, whole or an object a line. It is looked through at once, and nothing changed. */
  @Post()
  @TakesUpload('options', 'file')
  @Answers(201, CaseImportSchema, 'unsupported_media_type', 'payload_too_large')
  async upload(@CurrentStaff() staff: StaffPrincipal, @Req() request: FastifyRequest): Promise<CaseImportView> {
    const { fileName, content, options } = await readUpload(request, {
      limit: CASE_IMPORT_LIMITS.file,
      options: caseImportOptions,
      mayBe: mayHoldCases,
    });
    const begun = await this.imports.begin(staff, fileName, content, options);
    await this.jobs.add(WorkOnCaseImport, { importId: begun.id });
    return begun;
  }

  /** A table to begin with. */
  @Get('template.csv')
  @AnswersFile('text/csv')
  template(@Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    return csvDownload(reply, 'cases.csv', [CASE_TEMPLATE]);
  }

  @Get(':id')
  @Answers(200, CaseImportSchema, 'not_found')
  show(@Param() { id }: CaseImportParam): Promise<CaseImportView> {
    return this.imports.show(id);
  }

  /** What becomes of each case, in the order of the file. */
  @Get(':id/rows')
  @Answers(200, CaseImportRowPage, 'not_found')
  rows(
    @Param() { id }: CaseImportParam,
    @Query() { limit, cursor, ...filter }: CaseImportRowsQuery,
  ): Promise<Page<CaseImportRowView>> {
    return this.imports.rows(id, filter, limit, cursor);
  }

  /** The same as a table. */
  @Get(':id/report.csv')
  @AnswersFile('text/csv', 'not_found')
  async report(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: CaseImportParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName } = await this.imports.record(id);
    return csvDownload(reply, `${fileName}.report.csv`, this.imports.report(id, staff.locale));
  }

  /** Looks through the file anew, with these options. */
  @Post(':id/checks')
  @Answers(201, CaseImportSchema, 'not_found', 'conflict')
  async check(@Param() { id }: CaseImportParam, @Body() { options }: CaseImportCheckBody): Promise<CaseImportView> {
    const begun = await this.imports.checkAgain(id, options);
    await this.jobs.add(WorkOnCaseImport, { importId: id });
    return begun;
  }

  /** Takes over what the check has shown, and nothing else. */
  @Post(':id/applications')
  @Answers(201, CaseImportSchema, 'not_found', 'conflict')
  async apply(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: CaseImportParam): Promise<CaseImportView> {
    const begun = await this.imports.apply(staff, id);
    await this.jobs.add(WorkOnCaseImport, { importId: id });
    return begun;
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentStaff() staff: StaffPrincipal, @Param() { id }: CaseImportParam): Promise<void> {
    await this.imports.remove(staff, id);
  }
}
