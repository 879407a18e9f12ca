import { CANCELLED, ModelFailure } from './model-failure.js';

/** No byte for so long, at the beginning or between: it hangs. */
const SILENCE_MILLISECONDS = 10_000;

/** All the time there is, and how long a silence may last. */
export class Patience {
  private readonly controller = new AbortController();
  private readonly total: NodeJS.Timeout;
  private silence: NodeJS.Timeout;

  constructor(
    private readonly milliseconds: number,
    private readonly outer: AbortSignal | undefined,
  ) {
    this.total = setTimeout(() => this.give('too slow'), milliseconds);
    this.silence = this.listen();
    outer?.addEventListener('abort', this.leave);
    if (outer?.aborted) this.leave();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  heard(): void {
    clearTimeout(this.silence);
    this.silence = this.listen();
  }

  end(): void {
    clearTimeout(this.total);
    clearTimeout(this.silence);
    this.outer?.removeEventListener('abort', this.leave);
  }

  private listen(): NodeJS.Timeout {
    return setTimeout(() => this.give('silent'), Math.min(SILENCE_MILLISECONDS, this.milliseconds));
  }

  private give(detail: string): void {
    this.controller.abort(new ModelFailure('timed_out', detail));
  }

  private readonly leave = () => {
    const reason: unknown = this.outer?.reason;
    this.controller.abort(reason instanceof ModelFailure ? reason : new ModelFailure('failed', CANCELLED));
  };
}
