import { Controller, Get, Global, Injectable, Module, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Database } from '../db/index.js';
import { Public } from '../http/public.decorator.js';

const PATIENCE_MILLISECONDS = 2_000;

export type HealthState = 'ok' | 'failing' | 'degraded' | 'off';

interface HealthCheck {
  required: boolean;
  check: () => Promise<unknown>;
}

/** What this process leans on. Required: without it, no requests please. Others only degrade. */
@Injectable()
export class Health {
  private readonly checks = new Map<string, HealthCheck | 'off'>();
  private draining = false;

  constructor(database: Database) {
    this.register('database', { required: true, check: () => database.query('SELECT 1') });
  }

  /** @param check `off`: the operator has not set it up, and that is no fault */
  register(name: string, check: HealthCheck | 'off'): void {
    this.checks.set(name, check);
  }

  /** From now on readiness says no, so that a proxy stops sending before the sockets close. */
  drain(): void {
    this.draining = true;
  }

  async report(): Promise<{ ready: boolean; checks: Record<string, HealthState> }> {
    const entries = await Promise.all(
      [...this.checks].map(async ([name, registered]): Promise<[string, HealthState]> => {
        if (registered === 'off') return [name, 'off'];
        const { required, check } = registered;
        const ok = await Promise.race([
          check().then(
            () => true,
            () => false,
          ),
          patience(),
        ]);
        return [name, ok ? 'ok' : required ? 'failing' : 'degraded'];
      }),
    );
    return {
      ready: !this.draining && entries.every(([, state]) => state !== 'failing'),
      checks: Object.fromEntries(entries),
    };
  }
}

function patience(): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS, false).unref());
}

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly health: Health) {}

  @Public()
  @Get('healthz')
  alive(): { alive: true } {
    return { alive: true };
  }

  @Public()
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.health.report();
    reply.status(report.ready ? 200 : 503).header('cache-control', 'no-store');
    return report;
  }
}

@Global()
@Module({ providers: [Health], controllers: [HealthController], exports: [Health] })
export class HealthModule {}
