import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config.js';
import { Database, type Transaction } from '../../../platform/db/index.js';
import { Beat, Runs } from '../../../platform/jobs/index.js';
import { Logger } from '../../../platform/logger/index.js';
import { NoteMissedWords } from '../../tickets.jobs.js';
import { FORGET, NOTE_DUE, NOTE_MISSED, SEEN_TO, TAKE_DUE, WRITE_DOWN } from './said.sql.js';

const EVERY_MILLISECONDS = 1_000;
const THREADS = 100;
const ENTRIES_OF_A_THREAD = 50;
/** After a slice it rests so many times as long as that took: who chats goes before who will search. */
const RESTS = 2;
const MISSED_DAYS = 2;

interface Due {
  id: string;
  conversationId: string;
  again: boolean;
  [column: string]: unknown;
}

/**
 * Writes down what was said in the threads of cases, so that they are found by it: in slices, behind the scenes, within a second
 * or two when there is little, and without hurry when there is much, as after a migration. `said_due` is the truth of what is
 * left; whatever breaks off is begun again.
 */
@Injectable()
export class SaidIndex implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly beat: Beat;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    logger: Logger,
  ) {
    const work = async () => {
      const began = performance.now();
      return (await this.runOnce()) > 0 ? (performance.now() - began) * RESTS : undefined;
    };
    this.beat = new Beat({ name: 'words of threads', milliseconds: EVERY_MILLISECONDS, work, logger });
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'web' && this.config.environment !== 'test') this.beat.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.beat.stop();
  }

  /** Threads in which something was said; those that are no case's are passed over. */
  async note(tx: Transaction, conversationIds: readonly string[]): Promise<void> {
    await tx.query(NOTE_DUE, [conversationIds]);
  }

  /** Of the last days: a server of an older version that ran beside this one noted nothing down. */
  @Runs(NoteMissedWords)
  async noteMissed(): Promise<void> {
    await this.database.query(NOTE_MISSED, [MISSED_DAYS]);
  }

  /** A slice of what is due, unless another process is at it. @returns how many threads were looked at */
  async runOnce(): Promise<number> {
    return await this.database.transactionBehind(async (tx) => {
      const due = await tx.query<Due>(TAKE_DUE, [THREADS]);
      if (due.length === 0) return 0;
      const again = due.filter((each) => each.again);
      if (again.length > 0) await tx.query(FORGET, [again.map(({ conversationId }) => conversationId)]);
      const threads = [...new Set(due.map(({ conversationId }) => conversationId))];
      const rows = await tx.query<{ conversationId: string; entries: number }>(WRITE_DOWN, [
        threads,
        ENTRIES_OF_A_THREAD,
      ]);
      const cut = new Set(
        rows.filter(({ entries }) => entries === ENTRIES_OF_A_THREAD).map(({ conversationId }) => conversationId),
      );
      const idsOf = (isCut: boolean) =>
        due.filter(({ conversationId }) => cut.has(conversationId) === isCut).map(({ id }) => id);
      await tx.query(SEEN_TO, [idsOf(false), idsOf(true)]);
      return threads.length;
    });
  }
}
