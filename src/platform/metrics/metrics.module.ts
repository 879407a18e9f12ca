import { Controller, Get, Header, Module, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DeskError } from '../errors/index.js';
import { Public } from '../http/public.decorator.js';
import { metrics } from './metrics.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** For a scraper on this host or its sidecar; the figures tell more about the desk than a stranger should know. */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  @Public()
  @Get()
  @Header('content-type', metrics.contentType)
  read(@Req() request: FastifyRequest): Promise<string> {
    if (!LOOPBACK.has(request.socket.remoteAddress ?? '') || request.headers['x-forwarded-for'])
      throw new DeskError('not_found');
    return metrics.metrics();
  }
}

@Module({ controllers: [MetricsController] })
export class MetricsModule {}
