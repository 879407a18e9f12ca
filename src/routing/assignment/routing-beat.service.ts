import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { Beat } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';

const EVERY_MILLISECONDS = 1_000;

/**
 * Something of routing that time alone brings about. It asks a partial index what is due on the database's clock, and does a
 * bounded slice of it, passing over what others hold: every worker beats, and several may do so at one time.
 */
export interface TimedPart {
  /** For the log. */
  name: string;
  /** For what costs more than a look at an index, and may be a little late; else every second. */
  everySeconds?: number;
  work: () => Promise<unknown>;
}

/** What hangs on time, looked after once a second on PostgreSQL alone. Rooms of routing hang their parts on it at boot. */
@Injectable()
export class RoutingBeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly parts: (TimedPart & { ranAt: number })[] = [];
  private readonly beat: Beat;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    logger: Logger,
  ) {
    const work = () => this.run((part) => performance.now() - part.ranAt >= 1_000 * (part.everySeconds ?? 0));
    this.beat = new Beat({ name: 'routing beat', milliseconds: EVERY_MILLISECONDS, work, logger });
  }

  /** Call it in a constructor or in `onModuleInit`. Parts run one after the other, in the order in which they came. */
  add(part: TimedPart): void {
    this.parts.push({ ...part, ranAt: Number.NEGATIVE_INFINITY });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'web' && this.config.environment !== 'test') this.start();
  }

  start(): void {
    this.beat.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.beat.stop();
  }

  /** All parts once. One that fails keeps none of the others. @throws AggregateError of what failed, after all had their turn */
  async runOnce(): Promise<undefined> {
    return await this.run(() => true);
  }

  private async run(isTime: (part: { everySeconds?: number; ranAt: number }) => boolean): Promise<undefined> {
    const failures: Error[] = [];
    for (const part of this.parts.filter(isTime)) {
      part.ranAt = performance.now();
      await part.work().catch((cause: unknown) => failures.push(new Error(`${part.name} failed`, { cause })));
    }
    if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join(', '));
  }
}
