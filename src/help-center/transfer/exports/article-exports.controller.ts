import { Readable } from 'node:stream';
import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { ARTICLE_CATEGORIES, LOCALES } from '../../../contract/index.js';
import { CurrentStaff, Roles, type StaffPrincipal } from '../../../people/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { dto, id } from '../../../platform/http/index.js';
import { ArticleExports } from './exports.service.js';

class ExportQuery extends dto(
  z.object({
    /** What readers see, or what editors write. */
    state: z.enum(['published', 'drafts']).default('published'),
    category: z.enum(ARTICLE_CATEGORIES).optional(),
    sectionId: id.optional(),
    locale: z.enum(LOCALES).optional(),
  }),
) {}

@ApiTags('article transfer')
@Roles('admin', 'supervisor')
@Controller('api/article-exports')
export class ArticleExportsController {
  constructor(
    private readonly exports: ArticleExports,
    private readonly clock: Clock,
  ) {}

  /** The articles as Markdown in a ZIP, with their pictures; an import takes it back. */
  @Get()
  @ApiOkResponse({ content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async take(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() filter: ExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const pieces = await this.exports.take(staff, filter);
    const day = this.clock.now().toISOString().slice(0, 10);
    reply.headers({
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="articles-${filter.state}-${day}.zip"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    return new StreamableFile(Readable.from(pieces, { objectMode: false }));
  }
}
