import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Inject, Module, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { DeskError } from '../errors/index.js';
import { Public } from '../http/public.decorator.js';
import { DatabaseMetrics } from './database.metrics.js';
import { metrics } from './metrics.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * For a scraper on this host or its sidecar, and from anywhere for one that shows METRICS_TOKEN: the figures tell more about
 * the desk than a stranger should know. To him the page does not exist.
 */
@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Public()
  @Get()
  @Header('content-type', metrics.contentType)
  @Header('cache-control', 'no-store')
  read(@Req() request: FastifyRequest): Promise<string> {
    if (!this.isOfThisHost(request) && !this.showsToken(request)) throw new DeskError('not_found');
    return metrics.metrics();
  }

  /** A proxy on this host speaks for others. */
  private isOfThisHost({ socket, headers }: FastifyRequest): boolean {
    return LOOPBACK.has(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined;
  }

  private showsToken({ headers }: FastifyRequest): boolean {
    const { metricsToken } = this.config;
    if (metricsToken === undefined) return false;
    // Digests are of one length, whatever was shown.
    const digest = (text: string) => createHash('sha256').update(text).digest();
    return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${metricsToken}`));
  }
}

@Module({ controllers: [MetricsController], providers: [DatabaseMetrics] })
export class MetricsModule {}
