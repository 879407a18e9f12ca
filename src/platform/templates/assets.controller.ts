import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DeskError } from '../errors/index.js';
import { Public } from '../http/index.js';
import { Assets } from './assets.js';

@ApiExcludeController()
@Controller('help/assets')
export class AssetsController {
  constructor(private readonly assets: Assets) {}

  @Public()
  @Get(':name')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  asset(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): Buffer {
    const asset = this.assets.find(name);
    if (!asset) throw new DeskError('not_found');
    reply.type(asset.contentType);
    return asset.content;
  }
}
