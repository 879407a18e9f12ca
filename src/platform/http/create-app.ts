import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../../config.js';
import { LIMITS } from '../../contract/index.js';
import { DeskError } from '../errors/index.js';
import { Logger } from '../logger/index.js';
import { countRequest } from '../metrics/index.js';
import { ApiDocument } from '../openapi/index.js';
import { ProblemFilter } from './problem.filter.js';
import { securityHeaders } from './security-headers.js';
import { ZodPipe } from './zod.pipe.js';

/** All that a worker answers: nobody should come to depend on a process that may be busy with jobs. */
const WORKER_PATHS = new Set(['/healthz', '/readyz', '/metrics']);

/** The HTTP edge with its limits, headers, error shape and request log; not yet listening. */
export async function createApp(
  module: Type | DynamicModule,
  config: Config,
  logger: Logger,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: LIMITS.httpBodyBytes,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger,
    bufferLogs: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  const headers = securityHeaders(config);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    const refused = config.role === 'worker' && !WORKER_PATHS.has(request.url.split('?', 1)[0] ?? '');
    done(refused ? new DeskError('not_found') : undefined);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    countRequest(request.method, route, reply.statusCode, reply.elapsedTime / 1_000);
    logger.debug(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'request',
    );
    done();
  });
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, {
    limits: { fileSize: LIMITS.attachmentBytes, files: 1, fields: 4, fieldSize: 1_000, headerPairs: 50 },
  });
  app.useGlobalPipes(new ZodPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  app.get(ApiDocument).describe(app);
  return app;
}
