import { Injectable } from '@nestjs/common';
import { ZodError } from 'zod';
import type { LookedUp } from '../../../contract/index.js';
import { ContextCache, SignedCalls } from '../../../people/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { FetchRefused } from '../../../platform/fetch/index.js';
import { Logger } from '../../../platform/logger/index.js';
import { type RateLimit, RateLimits } from '../../../platform/rate-limit/index.js';
import { HostAnswer, type HostQuestion } from './host-answer.js';
import type { HostLookUp } from './host-look-up.js';

const FRESH_MILLISECONDS = 60_000;
/** A host that is down is not asked by every customer of its. */
const RETRY_MILLISECONDS = 5_000;
const REMEMBERED = 1_000;
/** More than anybody has questions; a script could otherwise try numbers at the host's expense. */
const ASKED: RateLimit = { name: 'bot-look-up', points: 20, seconds: 600 };

export type HostOutcome = Pick<LookedUp, 'outcome' | 'card'> & {
  /** For administrators, of what failed. */
  reason?: string;
};

/** Speaks to host sites. Call it outside of any transaction: it may take three seconds. */
@Injectable()
export class HostCalls {
  private readonly known = new ContextCache<{ outcome: HostOutcome; goodUntil: number }>(REMEMBERED);
  private readonly underWay = new Map<string, Promise<HostOutcome>>();

  constructor(
    private readonly calls: SignedCalls,
    private readonly rateLimits: RateLimits,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Never throws. What was found is a minute old at most; the same question is under way once. */
  async ask(lookUp: HostLookUp, question: HostQuestion): Promise<HostOutcome> {
    const key = JSON.stringify([lookUp.siteId, lookUp.version, question]);
    const known = this.known.get(key);
    if (known && known.goodUntil > this.clock.now().getTime()) return known.outcome;
    const asking = this.underWay.get(key) ?? this.askOnce(key, lookUp, question);
    this.underWay.set(key, asking);
    return await asking.finally(() => this.underWay.delete(key));
  }

  /** The same without memory or limit, for an administrator who tries it. */
  async try(lookUp: Pick<HostLookUp, 'siteId' | 'url'>, question: HostQuestion): Promise<HostOutcome> {
    try {
      return await this.call(lookUp, question);
    } catch (error) {
      return { outcome: 'failed', reason: reasonOf(error) };
    }
  }

  private async askOnce(key: string, lookUp: HostLookUp, question: HostQuestion): Promise<HostOutcome> {
    const outcome = await this.askWithin(lookUp, question);
    const good = outcome.outcome === 'failed' ? RETRY_MILLISECONDS : FRESH_MILLISECONDS;
    this.known.set(key, { outcome, goodUntil: this.clock.now().getTime() + good });
    return outcome;
  }

  private async askWithin(lookUp: HostLookUp, question: HostQuestion): Promise<HostOutcome> {
    try {
      await this.rateLimits.consume(ASKED, `${lookUp.siteId} ${question.customer}`);
      return await this.call(lookUp, question);
    } catch (error) {
      const reason = reasonOf(error);
      this.logger.warn({ lookUp: lookUp.key, site: lookUp.siteId, reason, err: error }, 'a host could not be asked');
      return { outcome: 'failed', reason };
    }
  }

  private async call({ siteId, url }: Pick<HostLookUp, 'siteId' | 'url'>, question: HostQuestion): Promise<HostAnswer> {
    return HostAnswer.parse(JSON.parse(await this.calls.post(siteId, url, question)));
  }
}

/** Why it did not work, in a word; nothing of what the host said. */
function reasonOf(error: unknown): string {
  if (error instanceof FetchRefused) return error.reason;
  if (error instanceof DeskError) return error.code;
  if (error instanceof SyntaxError) return 'not_json';
  if (error instanceof ZodError) return 'wrong_shape';
  return /^answered with status (\d{3})$/.exec(error instanceof Error ? error.message : '')?.[1] ?? 'failed';
}
