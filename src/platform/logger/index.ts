import { Injectable, type LoggerService } from '@nestjs/common';
import { type Logger as Pino, pino } from 'pino';

/** Paths that never reach a log line: secrets, tokens, message bodies, personal data. */
const REDACTED = [
  'password',
  'token',
  'session',
  'authorization',
  'cookie',
  'body',
  'email',
  'phone',
  'secret',
  'lookupCode',
].flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `headers["${key}"]`]);

export function createPino(level: string): Pino {
  return pino({ level, redact: { paths: [...new Set(REDACTED)], censor: '[redacted]' }, base: undefined });
}

/** One pino behind both our own lines and Nest's. */
@Injectable()
export class Logger implements LoggerService {
  constructor(readonly pino: Pino) {}

  log = (message: unknown, ...rest: unknown[]) => this.nest('info', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.nest('debug', message, rest);
  fatal = (message: unknown, ...rest: unknown[]) => this.nest('fatal', message, rest);

  debug(fields: object | string, message?: string): void {
    this.write('debug', fields, message);
  }
  info(fields: object | string, message?: string): void {
    this.write('info', fields, message);
  }
  warn(fields: object | string, message?: string): void {
    this.write('warn', fields, message);
  }
  error(fields: object | string, message?: string): void {
    this.write('error', fields, message);
  }

  private write(level: 'debug' | 'info' | 'warn' | 'error', fields: object | string, message?: string): void {
    if (typeof fields === 'string') this.pino[level](message ? { context: message } : {}, fields);
    else this.pino[level](fields, message);
  }

  private nest(level: 'info' | 'debug' | 'fatal', message: unknown, [context]: unknown[]): void {
    this.pino[level]({ context }, String(message));
  }
}
