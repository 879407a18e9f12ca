import type { ModelCallOutcome } from '../../contract/index.js';

/** Why a call gave nothing that could be used. `detail` is for the log of calls: a word or two of ours, nothing of anybody's. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure';

  constructor(
    readonly outcome: Exclude<ModelCallOutcome, 'ok'>,
    readonly detail: string,
    /** The other side asks to be left alone for so long. */
    readonly retryAfterSeconds?: number,
  ) {
    super(`${outcome}: ${detail}`);
  }

  /** Whether it says that the other side is not well, rather than that this answer was no good. */
  get isTrouble(): boolean {
    return (
      ['timed_out', 'refused', 'failed', 'too_large'].includes(this.outcome) && !OF_THIS_CALL.includes(this.detail)
    );
  }
}

/** What one customer asks for again and again must not rest it for all. */
export const FILTERED = 'content_filter';
export const TOO_LONG = 'more than max_tokens';
/** Who asked does not want to know any more. */
export const CANCELLED = 'cancelled';
const OF_THIS_CALL: readonly string[] = [CANCELLED, FILTERED, TOO_LONG];
