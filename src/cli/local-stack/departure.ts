/** npm passes on a Ctrl-C that the terminal has delivered already: the same wish, not a second one. */
const SAME_WISH_MILLISECONDS = 700;
/** After this everything that is left is left to the next start, which recovers. */
const PATIENCE_MILLISECONDS = 14_000;

/** The end of the local stack: who asked for it, and what must be closed before it. */
export class Departure {
  private readonly closers: (() => Promise<void> | void)[] = [];
  private readonly emergencies: (() => Promise<void>)[] = [];
  private requestedAt: number | undefined;
  private resolveCode!: (code: number) => void;

  /** Resolves with the exit code when somebody wants the end. */
  readonly requested = new Promise<number>((resolve) => {
    this.resolveCode = resolve;
  });

  constructor(readonly say: (line: string) => void) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.onSignal());
    // With the terminal gone, or the pipe, there is nobody to tell; that must not keep us from closing.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    process.on('uncaughtException', (error) => this.onCrash(error));
    process.on('unhandledRejection', (error) => this.onCrash(error));
  }

  /** Whether the end has been asked for. */
  get isRequested(): boolean {
    return this.requestedAt !== undefined;
  }

  /** @throws Stopped between two steps of a start that is no longer wanted */
  checkpoint(): void {
    if (this.isRequested) throw new Stopped();
  }

  /**
   * Waits for work that may be left half done.
   * @throws Stopped as soon as the end is asked for
   */
  async unlessStopped<Result>(work: Promise<Result>): Promise<Result> {
    const stopped = this.requested.then((): never => {
      throw new Stopped();
    });
    return Promise.race([work, stopped]);
  }

  /**
   * What has been started, in the order of its start; it is closed in reverse.
   * @param atOnce what a second Ctrl-C does instead
   */
  afterwards(close: () => Promise<void> | void, atOnce?: () => Promise<void>): void {
    this.closers.unshift(close);
    if (atOnce) this.emergencies.push(atOnce);
  }

  request(code: number): void {
    if (this.isRequested) return;
    this.requestedAt = performance.now();
    this.resolveCode(code);
    setTimeout(() => {
      this.say('关闭超时 · closing took too long, leaving now');
      void this.leaveAtOnce();
    }, PATIENCE_MILLISECONDS).unref();
  }

  async closeAll(): Promise<void> {
    for (const close of this.closers.splice(0)) {
      try {
        await close();
      } catch (error) {
        this.say(`${error instanceof Error ? error.message : error}`);
      }
    }
  }

  private onSignal(): void {
    if (this.requestedAt === undefined) {
      this.say('正在关闭，再按一次 Ctrl-C 强制退出 · closing; Ctrl-C again to force');
      this.request(0);
    } else if (performance.now() - this.requestedAt > SAME_WISH_MILLISECONDS) {
      void this.leaveAtOnce();
    }
  }

  private onCrash(error: unknown): void {
    console.error(error);
    this.request(1);
  }

  private async leaveAtOnce(): Promise<void> {
    await Promise.allSettled(this.emergencies.map((atOnce) => atOnce()));
    process.exit(1);
  }
}

/** Not an error: the start was called off. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}
