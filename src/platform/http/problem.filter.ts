import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../../contract/index.js';
import { DeskError, toProblem } from '../errors/index.js';
import { Logger } from '../logger/index.js';
import { localeOf } from './locale.js';

const BY_STATUS: Record<number, ErrorCode> = {
  400: 'invalid_input',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'not_found',
  406: 'invalid_input',
  409: 'conflict',
  413: 'payload_too_large',
  414: 'payload_too_large',
  415: 'unsupported_media_type',
  422: 'invalid_input',
  429: 'too_many_requests',
  431: 'payload_too_large',
  503: 'unavailable',
};

/** PostgreSQL and pool errors that mean "not now" instead of "defect". */
const PASSING = /^(08|53|57P0)|ECONNREFUSED|ECONNRESET|timeout exceeded when trying to connect/;

/** Makes a {@link DeskError} of whatever was thrown: ours as it is, the framework's by its status, all else a defect. */
export function toDeskError(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  const { statusCode, code, message } = (error ?? {}) as { statusCode?: number; code?: string; message?: string };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  const known = status === undefined ? undefined : BY_STATUS[status];
  if (known) return new DeskError(known, { cause: error });
  if (PASSING.test(code ?? '') || PASSING.test(message ?? ''))
    return new DeskError('unavailable', { cause: error, retryAfter: 5 });
  return new DeskError('internal_error', { cause: error });
}

/** Every HTTP error leaves by this door, as `application/problem+json` in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw thrown;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = toDeskError(thrown);
    const problem = toProblem(error, localeOf(request.headers), request.id);
    if (problem.status >= 500)
      this.logger.error({ err: thrown, requestId: request.id, url: request.url.split('?')[0] }, problem.code);
    if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
    reply.status(problem.status).header('cache-control', 'no-store').type('application/problem+json').send(problem);
  }
}
