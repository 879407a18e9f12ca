import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Logger } from '../logger/index.js';
import type { JobDefinition } from './job.js';
import { JobEngine, type JobQueue } from './job-engine.js';

const PATIENCE_MILLISECONDS = 3_000;

export interface AddOptions {
  delayMilliseconds?: number;
  /**
   * Of jobs with the same word at most one waits and one runs: who finds the word waiting is served by it. What
   * comes while one runs is run after it, so nothing that was true before `add` is missed.
   */
  deduplicate?: string;
}

/** Puts work into the queue. Truth never lives only in a job: whoever adds one also has rows that tell what is to do. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly queues = new Map<string, JobQueue>();
  private readonly underWay = new Set<Promise<boolean>>();
  private closing = false;

  constructor(
    private readonly engine: JobEngine,
    private readonly logger: Logger,
  ) {}

  /**
   * Call it after COMMIT. Never throws: with the queue away the job is lost, and its room's reconciler finds the rows.
   * @returns whether the queue has it
   */
  add<Data extends object>(definition: JobDefinition<Data>, data: Data, options: AddOptions = {}): Promise<boolean> {
    const adding = this.tryToAdd(definition, data, options).finally(() => this.underWay.delete(adding));
    this.underWay.add(adding);
    return adding;
  }

  queue(name: string): JobQueue {
    const known = this.queues.get(name);
    if (known) return known;
    const made = this.engine.openQueue(name);
    this.queues.set(name, made);
    return made;
  }

  /** The queues that this process has put something into. */
  openQueues(): string[] {
    return [...this.queues.keys()];
  }

  /** Until what was given to `add` so far has arrived, or is known to be lost. */
  async added(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  async onApplicationShutdown(): Promise<void> {
    this.closing = true;
    await this.added();
    await Promise.allSettled([...this.queues.values()].map((queue) => withPatience(queue.close())));
    await this.engine.close();
  }

  private async tryToAdd(definition: JobDefinition<object>, data: object, options: AddOptions): Promise<boolean> {
    if (this.closing) return false;
    try {
      const adding = this.queue(definition.queue).add(definition.name, data, {
        ...(options.delayMilliseconds && { delay: options.delayMilliseconds }),
        ...(options.deduplicate && {
          deduplication: { id: `${definition.name} ${options.deduplicate}`, keepLastIfActive: true },
        }),
      });
      await withPatience(adding);
      this.engine.recovered();
      return true;
    } catch (error) {
      this.logger.warn({ err: error, job: definition.name }, 'a job could not be queued');
      return false;
    }
  }
}

/** @throws when the queue has not answered after some seconds: BullMQ itself would wait for ever */
export async function withPatience<T>(answer: Promise<T>, milliseconds = PATIENCE_MILLISECONDS): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, milliseconds, new Error('the job queue does not answer'));
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
