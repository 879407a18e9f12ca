import { Controller, Get, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { Clock } from '../platform/clock/index.js';
import { DeskError } from '../platform/errors/index.js';
import { fileDisposition, id, Public, parse } from '../platform/http/index.js';
import { isSignedPath } from '../platform/storage/index.js';
import { Attachments } from './attachments.service.js';

/** Files by signed link. Whatever they hold, they cannot act as a page of ours. */
@ApiExcludeController()
@Controller('files')
export class FilesController {
  constructor(
    private readonly attachments: Attachments,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Public()
  @Get(':id')
  async read(
    @Param('id') fileId: string,
    @Query() query: Record<string, string>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const path = request.url.split('?')[0] ?? '';
    // An expired, a forged and an absent link are one and the same from outside.
    if (!isSignedPath(path, query, this.config.secretKey, this.clock.now())) throw new DeskError('not_found');
    const file = await this.attachments.open(parse(id, fileId));
    reply.headers({
      'content-type': file.contentType,
      'content-length': file.size,
      'content-disposition': fileDisposition(file.inline ? 'inline' : 'attachment', file.name),
      'cache-control': 'private, max-age=86400, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    return new StreamableFile(file.content);
  }
}
