import type { FastifyRequest } from 'fastify';

const PROGRAM = /bot\b|crawl|spider|slurp|preview|monitor|curl|wget|python|^$/i;

/** Whether a person seems to read: not a browser that fetches ahead, nor a program that says so. */
export function isPersonReading({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  const purpose = `${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''} ${headers['x-moz'] ?? ''}`;
  return method === 'GET' && !/prefetch|prerender|preview/i.test(purpose) && !PROGRAM.test(headers['user-agent'] ?? '');
}
