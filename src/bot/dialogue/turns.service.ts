import { Injectable } from '@nestjs/common';
import type { EntryData } from '../../contract/index.js';
import { BOT, Entries } from '../../conversations/index.js';
import { type ArticlePassages, ArticlePassagesReader, audienceOf } from '../../help-center/index.js';
import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Answers } from '../answers/answers.service.js';
import { type PreparedAnswer, prepareAnswer } from '../answers/prepared.js';
import { Verdicts } from '../answers/verdicts.service.js';
import { HandOver } from '../hand-over/hand-over.service.js';
import { type LookUpAnswer, LookUps } from '../look-ups/look-ups.service.js';
import { Writing } from '../model/writing.service.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';
import { Dialogues } from './dialogues.service.js';
import { contextOf } from './gathered.js';
import { type Gathered, Gathering } from './gathering.service.js';
import { wordsOf } from './words.js';

/** A decision with all that is needed to carry it out without waiting for anything but the database. */
interface Ready {
  gathered: Gathered;
  decision: Decision;
  answer?: PreparedAnswer;
  passages?: ArticlePassages[];
  lookedUp?: LookUpAnswer;
}

/** One question and one answer: gather, decide, lock, look whether it is still the bot's turn, say it. */
@Injectable()
export class Turns {
  constructor(
    private readonly gathering: Gathering,
    private readonly dialogues: Dialogues,
    private readonly passages: ArticlePassagesReader,
    private readonly answers: Answers,
    private readonly lookUps: LookUps,
    private readonly writing: Writing,
    private readonly handOvers: HandOver,
    private readonly entries: Entries,
    private readonly verdicts: Verdicts,
  ) {}

  /** Answers what the customer has said since the bot answered last; nothing when that is somebody else's by now. */
  async take(tx: Transaction, conversationId: string): Promise<void> {
    const ready = await this.prepare(tx, conversationId);
    if (ready) await this.say(tx, conversationId, ready);
  }

  /** All before the lock. @param notHelped the answer that was just turned down */
  async prepare(
    from: Pick<Transaction, 'query' | 'one'>,
    conversationId: string,
    notHelped?: string,
  ): Promise<Ready | undefined> {
    const gathered = await this.gathering.gather(from, conversationId, notHelped);
    if (!gathered) return undefined;
    const { row, question, questionId, seq, situation } = gathered;
    const decision = decide(situation);
    if (decision.do === 'look_up') {
      const { key, input } = decision.lookUp;
      // Nobody waits for a host with a transaction open: it is asked afterwards.
      if (this.lookUps.isHosted(key)) return { gathered, decision };
      const lookedUp = await this.lookUps.run(from, key, input, contextOf(conversationId, row));
      return { gathered, decision, lookedUp };
    }
    if (decision.do !== 'answer') return { gathered, decision };
    const ids = decision.hits.map(({ article }) => article.articleId);
    const { locale } = row;
    const passages = await this.passages.of(from, ids, { locale, audience: audienceOf(row) });
    const answer = prepareAnswer(decision, passages, { conversationId, questionId, seq, locale, question });
    if (question !== '' && !situation.searchFailed)
      this.gathering.note(gathered, conversationId, answer.data.articles.length);
    return { gathered, decision, passages, answer };
  }

  /** Locks the conversation, and says it if that is still to be said. */
  async say(tx: Transaction, conversationId: string, ready: Ready, notHelped?: string): Promise<void> {
    const floor = await this.dialogues.takeFloor(tx, conversationId, ready.gathered.seq);
    if (floor === 'theirs') return;
    // A line of the desk's own, or a word on an answer, came between: what was decided is decided anew, under the lock.
    const fresh = floor === 'stale' ? await this.prepare(tx, conversationId, notHelped) : ready;
    if (fresh) await this.carryOut(tx, conversationId, fresh);
  }

  private async carryOut(tx: Transaction, conversationId: string, ready: Ready): Promise<void> {
    const { decision, gathered, answer, passages, lookedUp } = ready;
    const { seq, situation, question, questionId } = gathered;
    const { locale, openAnswer } = situation;
    const { verdict } = situation.understanding;
    // In words, as good as by the button; that has been noted already.
    if (verdict && openAnswer && situation.trigger === 'message')
      await this.verdicts.note(tx, conversationId, openAnswer.entryId, verdict);
    if (answer) {
      // Good words make a doubtful answer look like a sure one: of what is only suggested, a model writes nothing.
      if (answer.data.confident && this.writing.wants(situation, passages ?? []))
        await this.writing.begin(tx, { answer, question, passages: passages ?? [] });
      else await this.answers.give(tx, answer);
      return;
    }
    if (decision.do === 'look_up' && !lookedUp) {
      await this.askHost(tx, conversationId, gathered, decision);
      return;
    }
    const saves = this.dialogues.save(tx, conversationId, {
      state: lookedUp ? withTry(decision, lookedUp, situation.at) : decision.state,
      answeredSeq: seq,
      asked: decision.do !== 'say',
      answered: lookedUp?.lookedUp.outcome === 'found',
    });
    if (decision.do === 'hand_over') {
      await Promise.all([saves, this.handOvers.handOver(tx, conversationId, locale, decision)]);
      return;
    }
    if (decision.do === 'wait') {
      await saves;
      return;
    }
    const entryId = newId();
    const body = lookedUp ? lookedUp.words : sentenceOf(decision, locale);
    const data = dataOf(decision, lookedUp);
    const adds = this.entries.add(tx, {
      id: entryId,
      conversationId,
      kind: 'message',
      author: BOT,
      body,
      ...(data && { data }),
    });
    const notes =
      lookedUp?.lookedUp.outcome === 'found' &&
      this.answers.note(tx, {
        entryId,
        conversationId,
        questionId,
        category: decision.state.category,
        articles: [],
        confidence: 1,
        sure: true,
        attempt: 1,
        lookUp: lookedUp.lookedUp.lookUp,
      });
    await Promise.all([saves, adds, notes]);
  }

  /** The question stays open until the host has answered: what is said meanwhile is answered together with it. */
  private async askHost(
    tx: Transaction,
    conversationId: string,
    { row, questionId, seq }: Gathered,
    { state, lookUp: { key, input } }: Extract<Decision, { do: 'look_up' }>,
  ): Promise<void> {
    const { siteId, customerId } = row;
    await Promise.all([
      this.dialogues.save(tx, conversationId, { state, asked: true }),
      this.lookUps.order(tx, { questionId, conversationId, siteId, customerId, lookUp: key, input, seq }),
    ]);
  }
}

const sentenceOf = (decision: Decision, locale: Gathered['situation']['locale']): string =>
  'say' in decision ? wordsOf(decision.say, locale, 'about' in decision ? decision.about : '') : '';

function dataOf(decision: Decision, lookedUp: LookUpAnswer | undefined): EntryData | undefined {
  if (lookedUp) return { type: 'bot_look_up', ...lookedUp.lookedUp };
  if (decision.do !== 'ask') return undefined;
  const { asks, replies, field } = decision;
  return { type: 'bot_question', asks, replies, ...(field && { field }) };
}

function withTry({ state }: Decision, { lookedUp: { lookUp, outcome } }: LookUpAnswer, at: string) {
  return { ...state, tried: [...state.tried, { kind: 'look_up' as const, lookUp, outcome, at }] };
}
