import type { BotSettings, ReplayedDeed } from '../../../contract/index.js';
import { decide } from '../../dialogue/decide.js';
import type { Decision } from '../../dialogue/decision.js';
import type { GatheredRow } from '../../dialogue/gathered.js';
import type { Gathering } from '../../dialogue/gathering.service.js';
import { NEW_DIALOGUE } from '../../dialogue/situation.js';
import { deedOf, NOT_REACHED } from './deeds.js';
import type { PastConversation, PastTurn } from './turns-of.js';

/** One old conversation, led from its beginning by certain settings. */
export class Rehearsal {
  private state: Decision['state'] | undefined;
  private lastAnswer: GatheredRow['lastAnswer'] = null;
  private isOver = false;

  constructor(
    private readonly conversation: PastConversation,
    private readonly settings: BotSettings,
    private readonly gathering: Gathering,
  ) {}

  /** What the bot would do; undefined where nothing was asked of it. Reads articles, and writes nothing. */
  async play(turn: PastTurn): Promise<ReplayedDeed | undefined> {
    if (this.isOver) return NOT_REACHED;
    const turnedDown = turn.kind === 'turned_down' ? this.lastAnswer?.entryId : undefined;
    // By these settings there was no answer to turn down.
    if (turn.kind === 'turned_down' && (!turnedDown || this.lastAnswer?.outcome)) return undefined;
    const gathered = await this.gathering.of(this.rowFor(turn), this.conversation.id, turnedDown);
    if (!gathered) return undefined;
    const { openAnswer, understanding, trigger } = gathered.situation;
    const decision = decide(gathered.situation);
    if (this.lastAnswer && openAnswer && (trigger === 'not_helped' || understanding.verdict))
      this.lastAnswer = { ...this.lastAnswer, outcome: understanding.verdict ?? 'not_helped' };
    this.state = decision.state;
    this.isOver = decision.do === 'hand_over';
    if (decision.do === 'answer' && decision.hits.length > 0)
      this.lastAnswer = {
        entryId: turn.id,
        questionId: turn.id,
        articleIds: decision.hits.map(({ article }) => article.articleId),
        attempt: decision.attempt,
        outcome: null,
        question: gathered.question,
      };
    return deedOf(decision);
  }

  private rowFor(turn: PastTurn): GatheredRow {
    const { entries: _, page, ...facts } = this.conversation;
    return {
      ...NEW_DIALOGUE,
      page,
      ...this.state,
      ...facts,
      known: this.state !== undefined,
      handler: 'bot',
      seq: 0,
      at: new Date(turn.at),
      settings: this.settings,
      messages: turn.kind === 'said' ? turn.messages : [],
      lastAnswer: this.lastAnswer,
    };
  }
}
