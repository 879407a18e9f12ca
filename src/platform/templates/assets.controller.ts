import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DeskError } from '../errors/index.js';
import { Public } from '../http/index.js';
import { Assets } from './assets.js';

@ApiExcludeController()
@Controller('help/assets')
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Public()
  @Get(':name')
  @Header('vary', 'accept-encoding')
  asset(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    const asset = this.assets.find(name);
    if (!asset) throw new DeskError('not_found');
    reply.type(asset.contentType).header('cache-control', 'public, max-age=31536000, immutable');
    const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? asset.zipped : undefined;
    if (zipped) reply.header('content-encoding', 'gzip');
    return zipped ?? asset.content;
  }
}
