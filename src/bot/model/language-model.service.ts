import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent } from 'undici';
import { CONFIG, type Config } from '../../config.js';
import type { ModelPurpose } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Health } from '../../platform/health/index.js';
import { Logger } from '../../platform/logger/index.js';
import { CurrentBotSettings } from '../settings/bot-settings.service.js';
import { type ChatMessage, chatStream } from './chat-stream.js';
import { CircuitBreaker } from './circuit-breaker.js';
import { countCall, showCircuit } from './model.metrics.js';
import { type CallSubject, type EndedCall, ModelCalls, type PlannedCall } from './model-calls.service.js';
import { ModelFailure } from './model-failure.js';
import { estimateTokens } from './tokens.js';

const CONNECTIONS = 8;
const CONNECT_MILLISECONDS = 5_000;

export interface ModelRequest extends CallSubject {
  purpose: ModelPurpose;
  /** Masked: they leave the house as they are. */
  messages: readonly ChatMessage[];
  maxTokens: number;
  /** Sees all that was written so far, again and again; a {@link ModelFailure} ends the call. */
  read?: (text: string) => void;
  /** Looks at the whole. @throws ModelFailure when it is no good */
  judge?: (text: string) => void;
  signal?: AbortSignal;
}

export type ModelAnswer =
  | { ok: true; callId: string; text: string }
  | { ok: false; callId: string; failure: ModelFailure };

/**
 * The one way to a language model, where one is set up. Whatever it does, the answer comes within the configured time, and
 * every call stands in the log.
 */
@Injectable()
export class LanguageModel implements OnApplicationShutdown {
  private readonly agent = new Agent({ connections: CONNECTIONS, connect: { timeout: CONNECT_MILLISECONDS } });
  private readonly breaker: CircuitBreaker;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'model'>,
    private readonly calls: ModelCalls,
    private readonly settings: CurrentBotSettings,
    private readonly logger: Logger,
    clock: Clock,
    health: Health,
  ) {
    this.breaker = new CircuitBreaker(clock);
    // No call: each one costs tokens.
    health.register('model', config.model ? { required: false, check: () => this.requireFlowing() } : 'off');
    showCircuit(() => this.breaker.state);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }

  /** Whether one is set up, and this process has no reason to leave it alone. */
  get isFlowing(): boolean {
    return this.config.model !== undefined && this.breaker.state !== 'resting';
  }

  /** Whether there is one that administrators let do this. */
  async serves(what: 'answers' | 'assistance'): Promise<boolean> {
    return this.config.model !== undefined && (await this.settings.get()).model[what];
  }

  /** Never throws for what the other side does. @throws when the database is away, or none is set up */
  async ask(request: ModelRequest): Promise<ModelAnswer> {
    const { model } = this.config;
    if (!model) throw new Error('no language model is set up');
    const call: PlannedCall = {
      ...request,
      model: model.name,
      promptTokens: request.messages.reduce((sum, { content }) => sum + estimateTokens(content) + 4, 0),
      maximumAnswerTokens: request.maxTokens,
    };
    if (!this.breaker.admit()) return this.refuse(call, 'circuit_open');
    const callId = await this.begin(call);
    if (!callId) return this.refuse(call, 'over_budget');
    const { failure, ...ended } = await this.carryOut(model, request, call);
    this.note(failure);
    countCall(request.purpose, ended);
    await this.calls.end(callId, ended);
    return failure ? { ok: false, callId, failure } : { ok: true, callId, text: ended.answer };
  }

  private async begin(call: PlannedCall): Promise<string | undefined> {
    let callId: string | undefined;
    try {
      callId = await this.calls.begin(call, (await this.settings.get()).model);
    } finally {
      if (!callId) this.breaker.saidNothing();
    }
    return callId;
  }

  private async carryOut(
    model: NonNullable<Config['model']>,
    { read, judge, signal, ...ask }: ModelRequest,
    { promptTokens }: PlannedCall,
  ): Promise<EndedCall & { failure?: ModelFailure }> {
    const began = performance.now();
    let answer = '';
    let usage: { prompt: number; completion: number } | undefined;
    let failure: ModelFailure | undefined;
    try {
      for await (const piece of chatStream(model, ask, { dispatcher: this.agent, signal })) {
        answer += piece.text;
        usage = piece.usage ?? usage;
        if (piece.text) read?.(answer);
      }
      judge?.(answer);
    } catch (error) {
      failure = error instanceof ModelFailure ? error : new ModelFailure('failed', 'defect');
      if (failure.detail === 'defect')
        this.logger.error({ err: error }, 'what a language model said could not be read');
    }
    return {
      outcome: failure?.outcome ?? 'ok',
      ...(failure && { failure, detail: failure.detail }),
      answer,
      promptTokens: usage?.prompt ?? promptTokens,
      completionTokens: usage?.completion ?? estimateTokens(answer),
      milliseconds: Math.round(performance.now() - began),
    };
  }

  private note(failure: ModelFailure | undefined): void {
    if (!failure || ['unfounded', 'declined'].includes(failure.outcome)) this.breaker.wentWell();
    else if (!failure.isTrouble) this.breaker.saidNothing();
    else {
      this.breaker.failed(failure.retryAfterSeconds);
      this.logger.warn({ outcome: failure.outcome, detail: failure.detail }, 'the language model did not answer');
    }
  }

  private async refuse(call: PlannedCall, outcome: 'over_budget' | 'circuit_open'): Promise<ModelAnswer> {
    const callId = await this.calls.refused(call, outcome);
    countCall(call.purpose, { outcome, promptTokens: 0, completionTokens: 0, milliseconds: 0 });
    return { ok: false, callId, failure: new ModelFailure(outcome, '') };
  }

  private async requireFlowing(): Promise<void> {
    if (this.breaker.state === 'resting') throw new Error('it failed too often a moment ago');
  }
}
