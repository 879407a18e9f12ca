import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { ArticlePassagesReader, audienceOf } from '../../help-center/index.js';
import { Database } from '../../platform/db/index.js';
import { Beat } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Push } from '../../platform/push/index.js';
import { Signals } from '../../platform/signals/index.js';
import { Answers } from '../answers/answers.service.js';
import { withoutWithdrawn } from '../answers/prepared.js';
import { Dialogues } from '../dialogue/dialogues.service.js';
import { type GroundedAnswer, GroundedAnswers } from './grounded-answers.service.js';
import { LanguageModel } from './language-model.service.js';
import { Masks } from './masks.service.js';
import { CANCELLED, ModelFailure } from './model-failure.js';
import { WritingWanted } from './writing.service.js';
import { CLAIM_WRITING, type HeldWriting, STILL_WANTED } from './writings.sql.js';
import { writtenAnswer } from './written-answer.js';

const AT_ONCE = 4;
const BEAT_MILLISECONDS = 1_000;
/** Without a language model there is only what was left over from when there was one. */
const IDLE_MILLISECONDS = 60_000;
/** Beside the call itself. */
const LEASE_SECONDS = 10;
/** Who has waited so long for a turn waits for no model. */
const PATIENCE_SECONDS = 15;

/**
 * Has answers written, outside of any transaction, and gives each exactly once: in the words of a language model, or, whatever
 * goes wrong, in those that were prepared. What a dying process leaves behind is given by the next.
 */
@Injectable()
export class AnswerWriter implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly beat: Beat;
  private readonly underWay = new Set<Promise<void>>();
  private readonly leaving = new AbortController();

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'model' | 'role' | 'environment'>,
    private readonly database: Database,
    private readonly model: LanguageModel,
    private readonly grounded: GroundedAnswers,
    private readonly masks: Masks,
    private readonly passages: ArticlePassagesReader,
    private readonly answers: Answers,
    private readonly dialogues: Dialogues,
    private readonly push: Push,
    private readonly signals: Signals,
    private readonly logger: Logger,
  ) {
    const milliseconds = config.model ? BEAT_MILLISECONDS : IDLE_MILLISECONDS;
    this.beat = new Beat({ name: 'answers of the language model', milliseconds, work: () => this.fillHands(), logger });
  }

  onModuleInit(): void {
    this.signals.on(WritingWanted, () => this.beat.wake());
  }

  onApplicationBootstrap(): void {
    if (this.config.role !== 'web' && this.config.environment !== 'test') this.start();
  }

  start(): void {
    this.beat.start();
  }

  /** What is being written is given as it was prepared. */
  async beforeApplicationShutdown(): Promise<void> {
    this.leaving.abort(new ModelFailure('failed', CANCELLED));
    await this.beat.stop();
    await Promise.allSettled(this.underWay);
  }

  /** Writes all that waits. For tests, while it is not started. @returns how many */
  async runUntilQuiet(): Promise<number> {
    let total = 0;
    for (;;) {
      await this.fillHands();
      if (this.underWay.size === 0) return total;
      total += this.underWay.size;
      await Promise.all(this.underWay);
    }
  }

  private async fillHands(): Promise<undefined> {
    while (this.underWay.size < AT_ONCE && !this.leaving.signal.aborted) {
      const held = await this.claim();
      if (!held) return;
      const writing = this.write(held)
        .catch((error) =>
          this.logger.error({ err: error, question: held.questionId }, 'an answer was not given; again'),
        )
        .finally(() => {
          this.underWay.delete(writing);
          this.beat.wake();
        });
      this.underWay.add(writing);
    }
  }

  private async claim(): Promise<HeldWriting | undefined> {
    const seconds = LEASE_SECONDS + (this.config.model?.timeoutMilliseconds ?? 0) / 1_000;
    const [held] = await this.database.query<HeldWriting & Record<string, unknown>>(CLAIM_WRITING, [seconds]);
    return held;
  }

  private async write(held: HeldWriting): Promise<void> {
    // A process has died over it, or everybody was busy: the customer has waited long enough.
    const isLate = held.tries > 1 || held.waited > PATIENCE_SECONDS;
    const answer = isLate || !(await this.model.serves('answers')) ? undefined : await this.ask(held);
    await this.give(held, answer?.ok ? answer : undefined);
  }

  private async ask(held: HeldWriting): Promise<GroundedAnswer> {
    const { conversationId, customerId, locale, task } = held;
    const stop = new AbortController();
    const leave = () => stop.abort(this.leaving.signal.reason);
    this.leaving.signal.addEventListener('abort', leave);
    let shown = this.show(held, '', stop);
    try {
      const mask = await this.masks.of({ conversationIds: [conversationId], customerId, locale });
      return await this.grounded.ask({
        purpose: 'answer',
        question: mask.hide(task.question),
        articles: task.passages,
        locale,
        conversationId,
        write: (text) => {
          shown = shown.then(() => this.show(held, text, stop));
        },
        signal: stop.signal,
      });
    } finally {
      this.leaving.signal.removeEventListener('abort', leave);
      // So that nothing is shown of it after the answer itself.
      await shown;
    }
  }

  /** To the customer alone, and only while it is still for the bot to say; else the call ends. */
  private async show({ questionId, conversationId, task, audience }: HeldWriting, text: string, stop: AbortController) {
    if (stop.signal.aborted || audience.length === 0) return;
    const wanted = await this.database.one(STILL_WANTED, [questionId, task.answer.seq]).catch(() => undefined);
    if (!wanted) stop.abort(new ModelFailure('failed', CANCELLED));
    else this.push.toCustomers(audience, 'bot.writing', { conversationId, text });
  }

  private async give(held: HeldWriting, written: (GroundedAnswer & { ok: true }) | undefined): Promise<void> {
    const { questionId, conversationId, task, audience, locale, identified } = held;
    const given = await this.database.transaction(async (tx) => {
      const floor = await this.dialogues.takeFloor(tx, conversationId, task.answer.seq);
      const mine = await tx.one('DELETE FROM bot_writing WHERE question_id = $1 RETURNING 1', [questionId]);
      if (!mine || floor === 'theirs') return false;
      const { articles } = task.answer.data;
      const ids = articles.map(({ articleId }) => articleId);
      const readable = await this.passages.of(tx, ids, { locale, audience: audienceOf({ identified }) });
      const answer = withoutWithdrawn(
        task.answer,
        readable.map(({ articleId }) => articleId),
      );
      // What was written may rest on what is gone.
      const words = answer === task.answer && written ? writtenAnswer(answer, written) : undefined;
      await this.answers.give(tx, answer, words);
      return true;
    });
    if (!given && audience.length > 0)
      this.push.toCustomers(audience, 'bot.writing', { conversationId, text: '', ended: true });
  }
}
