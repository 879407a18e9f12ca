import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { BotReplayView, BotSettings, ReplayedDeed, ReplayedTurn } from '../../../contract/index.js';
import { Database } from '../../../platform/db/index.js';
import { DeskError } from '../../../platform/errors/index.js';
import { Gathering } from '../../dialogue/gathering.service.js';
import { CurrentBotSettings } from '../bot-settings.service.js';
import { countsOf, isSameDeed } from './deeds.js';
import { PAST_CONVERSATIONS } from './past.sql.js';
import { Rehearsal } from './rehearsal.js';
import { type PastConversation, type PastTurn, turnsOf } from './turns-of.js';

/** Whoever waits at the screen waits no longer. */
const MOST_MILLISECONDS = 20_000;
const RETRY_SECONDS = 10;
const WORDS_LENGTH = 300;
/** So many are in memory at a time, each of up to half a million characters. */
const SLICE = 20;

/**
 * Old conversations, led once more by the settings that hold and by changed ones: by the same pure decision that leads the
 * real ones. Nothing is written, nobody is told, no model and no host is asked. Outside transactions, turn by turn, so that
 * nothing else waits for it; slice by slice, so that thousands of turns take no more memory than a few; one at a time in a process.
 */
@Injectable()
export class Replays {
  private isRunning = false;

  constructor(
    private readonly database: Database,
    private readonly current: CurrentBotSettings,
    private readonly gathering: Gathering,
  ) {}

  /**
   * @param most turns
   * @param leaving when whoever asked waits no longer: it ends at the next turn
   * @throws DeskError `too_many_requests` while another is under way
   */
  async run(changed: BotSettings, most: number, leaving: AbortSignal): Promise<BotReplayView> {
    if (this.isRunning) throw new DeskError('too_many_requests', { retryAfter: RETRY_SECONDS });
    this.isRunning = true;
    try {
      return await this.play(await this.current.get(), changed, most, leaving);
    } finally {
      this.isRunning = false;
    }
  }

  private async play(
    now: BotSettings,
    changed: BotSettings,
    most: number,
    leaving: AbortSignal,
  ): Promise<BotReplayView> {
    const until = performance.now() + MOST_MILLISECONDS;
    const isOver = () => leaving.aborted || performance.now() > until;
    const before: ReplayedDeed[] = [];
    const after: ReplayedDeed[] = [];
    const changes: ReplayedTurn[] = [];
    let played = 0;
    let cutShort = false;
    for await (const conversation of this.past()) {
      const [as, instead] = [now, changed].map((settings) => new Rehearsal(conversation, settings, this.gathering)) as [
        Rehearsal,
        Rehearsal,
      ];
      played += 1;
      for (const turn of turnsOf(conversation.entries).slice(0, most - before.length)) {
        cutShort = isOver();
        if (cutShort) break;
        await breathe();
        const [one = NOTHING, other = NOTHING] = [await as.play(turn), await instead.play(turn)];
        before.push(one);
        after.push(other);
        // What follows from an earlier hand-over has been told there.
        if (!isSameDeed(one, other) && one.deed !== 'not_reached' && other.deed !== 'not_reached')
          changes.push(changeOf(conversation, turn, one, other));
      }
      if (before.length >= most || cutShort) break;
    }
    return {
      conversations: played,
      turns: before.length,
      cutShort,
      before: countsOf(before),
      after: countsOf(after),
      changes,
    };
  }

  private async *past(): AsyncIterable<PastConversation> {
    for (let last: PastConversation | undefined; ; ) {
      const after = [last?.lastQuestionAt ?? null, last?.id ?? null];
      const slice = await this.database.query<PastConversation>(PAST_CONVERSATIONS, [SLICE, ...after]);
      yield* slice;
      if (slice.length < SLICE) return;
      last = slice.at(-1);
    }
  }
}

/** The button was pressed, and by these settings there was nothing to press it for. */
const NOTHING: ReplayedDeed = { deed: 'not_reached' };

function changeOf(
  { id, locale, handler }: PastConversation,
  turn: PastTurn,
  before: ReplayedDeed,
  after: ReplayedDeed,
): ReplayedTurn {
  const words = turn.kind === 'said' ? turn.messages.map(({ body }) => body.trim()).join('\n') : '';
  return {
    conversationId: id,
    words: [...words].slice(0, WORDS_LENGTH).join(''),
    locale,
    at: new Date(turn.at).toISOString(),
    handler,
    before,
    after,
  };
}
