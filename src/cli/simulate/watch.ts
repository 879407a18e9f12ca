import type { World } from './world.js';

const EVERY_MILLISECONDS = 2_000;
const MEGABYTE = 1024 * 1024;

export interface Sight {
  /** Milliseconds since the beginning. */
  at: number;
  inProgress: number;
  agentsBusy: number;
  /** Megabytes: of this process, and of the server where it tells (loopback only). */
  ownMemory: number;
  serverMemory: number | undefined;
}

/** Prints what it sees every two seconds, and keeps the figures of memory. */
export class Watch {
  readonly sights: Sight[] = [];
  private readonly began = performance.now();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly world: World,
    private readonly seen: { inProgress: () => number; agentsBusy: () => number },
    private readonly print: (line: string) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => void this.look(), EVERY_MILLISECONDS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  get seconds(): number {
    return (performance.now() - this.began) / 1_000;
  }

  private async look(): Promise<void> {
    const serverMemory = await serverMegabytes(this.world.options.url);
    const ownMemory = Math.round(process.memoryUsage().rss / MEGABYTE);
    const { ledger, meter } = this.world;
    const sight = {
      at: this.seconds * 1_000,
      inProgress: this.seen.inProgress(),
      agentsBusy: this.seen.agentsBusy(),
      ownMemory,
      serverMemory,
    };
    this.sights.push(sight);
    const waits = `${seconds(meter.percentile('wait', 50))}/${seconds(meter.percentile('wait', 95))}`;
    const acks = [50, 95, 99].map((percent) => milliseconds(meter.percentile('message', percent))).join('/');
    this.print(
      [
        `${Math.round(this.seconds)} s`,
        `会话 conversations ${ledger.conversations}, 进行中 now ${sight.inProgress}`,
        `等待 wait ${waits} s`,
        `确认 ack ${acks} ms`,
        `重发 retries ${meter.counts.retries ?? 0}`,
        `忙 busy ${sight.agentsBusy}`,
        `内存 memory ${ownMemory}${serverMemory ? ` + ${serverMemory}` : ''} MB`,
        errorsOf(meter.errors),
      ]
        .filter(Boolean)
        .join(' · '),
    );
  }
}

export const milliseconds = (value: number | undefined): string =>
  value === undefined ? '–' : value.toFixed(value < 10 ? 1 : 0);
export const seconds = (value: number | undefined): string => (value === undefined ? '–' : (value / 1_000).toFixed(1));

export function errorsOf(errors: Readonly<Record<string, number>>): string {
  const told = Object.entries(errors).map(([code, count]) => `${code} ${count}`);
  return told.length > 0 ? `错误 errors ${told.join(', ')}` : '';
}

/** What the server's own metrics say; undefined behind a proxy, which they do not answer. */
async function serverMegabytes(url: string): Promise<number | undefined> {
  try {
    const text = await (await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(1_500) })).text();
    const bytes = /^\w*process_resident_memory_bytes\S* (\S+)$/m.exec(text)?.[1];
    return bytes ? Math.round(Number(bytes) / MEGABYTE) : undefined;
  } catch {
    return undefined;
  }
}
