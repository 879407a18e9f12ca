import '@fastify/multipart';
import { Readable } from 'node:stream';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type ArticleImportView,
  IMPORT_LIMITS,
  type ImportOptions,
  type ImportRowView,
  LIMITS,
  type Locale,
  type Page,
} from '../../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../../people/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { parse } from '../../../platform/http/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Answers } from '../../../platform/openapi/index.js';
import { CSV_TEMPLATE } from '../csv/columns.js';
import { ImportCheckBody, ImportParam, ImportRowsQuery, importOptions } from './import.inputs.js';
import { WorkOnImport } from './import.jobs.js';
import { ArticleImportList, ArticleImportSchema, ImportRowPage } from './import.views.js';
import { DEFAULT_OPTIONS, Imports } from './imports.service.js';
import { mayBeImported } from './open-file.js';
import { reportHead, reportLine } from './report-csv.js';

/** Articles come in as a file: looked through first, then taken over as it was shown. */
@ApiTags('article transfer')
@Roles('admin')
@Controller('api/article-imports')
export class ArticleImportsController {
  constructor(
    private readonly imports: Imports,
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
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        options: { type: 'string', description: 'JSON, as of a check; must come before the file' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  @Answers(201, ArticleImportSchema, 'unsupported_media_type', 'payload_too_large')
  async upload(@CurrentStaff() staff: StaffPrincipal, @Req() request: FastifyRequest): Promise<ArticleImportView> {
    const part = request.isMultipart() ? await request.file({ limits: { fileSize: IMPORT_LIMITS.file } }) : undefined;
    if (!part) throw new DeskError('unsupported_media_type');
    const given = part.fields.options;
    const field = Array.isArray(given) ? undefined : given;
    const options = field?.type === 'field' ? readOptions(field.value) : { ...DEFAULT_OPTIONS, locale: staff.locale };
    const content = await part.toBuffer();
    if (!mayBeImported(content)) throw new DeskError('unsupported_media_type');
    const begun = await this.imports.begin(staff, part.filename ?? '', content, options);
    await this.jobs.add(WorkOnImport, { importId: begun.id });
    return begun;
  }

  /** A table to begin with. */
  @Get('template.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  template(@Res({ passthrough: true }) reply: FastifyReply): StreamableFile {
    return asDownload(reply, 'articles.csv', Readable.from([CSV_TEMPLATE]));
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
  ): Promise<Page<ImportRowView>> {
    return this.imports.rows(id, filter, limit, cursor);
  }

  /** The same as a table. */
  @Get(':id/report.csv')
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  async report(
    @CurrentStaff() staff: StaffPrincipal,
    @Param() { id }: ImportParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { fileName } = await this.imports.record(id);
    return asDownload(reply, `${fileName}.report.csv`, Readable.from(this.reportLines(id, staff.locale)));
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

  private async *reportLines(id: string, locale: Locale): AsyncGenerator<string> {
    yield reportHead(locale);
    for (let after: number | undefined = 0; after !== undefined; ) {
      const { items, nextCursor }: Page<ImportRowView> = await this.imports.rows(id, {}, LIMITS.listPage, after);
      yield items.map((row) => reportLine(row, locale)).join('');
      after = nextCursor === undefined ? undefined : Number(nextCursor);
    }
  }
}

function readOptions(text: unknown): ImportOptions {
  try {
    return parse(importOptions, JSON.parse(String(text)));
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw new DeskError('invalid_input', { errors: [{ path: 'options', message: 'is no JSON' }], cause: error });
  }
}

function asDownload(reply: FastifyReply, name: string, content: Readable): StreamableFile {
  reply.headers({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()]/g, escape)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  return new StreamableFile(content);
}
