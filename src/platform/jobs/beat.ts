import { Gauge } from 'prom-client';
import type { Logger } from '../logger/index.js';
import { metrics } from '../metrics/index.js';

const lastSuccess = new Gauge({
  name: 'porchlight_beat_last_success_timestamp_seconds',
  help: 'When a round that this process does again and again succeeded last, by its name',
  labelNames: ['beat'],
  registers: [metrics],
});

/** Does something again and again in this process, never twice at once, whatever has failed before. */
export class Beat {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private stopped = true;
  private again = false;

  constructor(
    private readonly options: {
      /** For the log. */
      name: string;
      /** The longest rest between two rounds. */
      milliseconds: number;
      /** One round. @returns how long to rest at most before the next one, milliseconds, if less than usual */
      work: () => Promise<number | undefined>;
      logger: Logger;
    },
  ) {}

  start(): void {
    this.stopped = false;
    this.wake();
  }

  /** Now, please; and once more if a round is under way. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.round();
  }

  /** Resolves after the round under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    const { name, milliseconds, work, logger } = this.options;
    let rest = milliseconds;
    try {
      rest = Math.min(milliseconds, (await work()) ?? milliseconds);
      lastSuccess.setToCurrentTime({ beat: name });
    } catch (error) {
      logger.error({ err: error, beat: name }, 'a round failed; the next one tries again');
    }
    this.running = undefined;
    if (this.stopped) return;
    this.timer = setTimeout(() => this.wake(), this.again ? 0 : Math.max(0, rest));
    this.again = false;
  }
}
