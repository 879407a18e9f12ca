import { Injectable } from '@nestjs/common';
import type { BotTry, Locale } from '../../../contract/index.js';
import { BOT, Entries } from '../../../conversations/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type Transaction } from '../../../platform/db/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { Push } from '../../../platform/push/index.js';
import { Answers } from '../../answers/answers.service.js';
import { Dialogues } from '../../dialogue/dialogues.service.js';
import type { LookUpAnswer } from '../look-up.js';
import { AskHosts } from '../look-ups.jobs.js';
import { HostCalls } from './host-calls.service.js';
import { HostLookUps } from './host-look-ups.service.js';
import { HOST_TEXTS } from './host-texts.js';
import { CLAIM, NOTE_TRY, ORDER, TAKE_BACK } from './host-turns.sql.js';

/** Of each site at once. */
const SLICE = 4;
/** A call takes three seconds; whoever has held one so long is dead. */
const DROPPED_SECONDS = 15;
const MOST_TRIES = 2;

/** A question that a host site is to be asked. */
export interface HostOrder {
  questionId: string;
  conversationId: string;
  siteId: string;
  customerId: string;
  lookUp: string;
  input: string | undefined;
  /** Of the conversation when it was decided. */
  seq: number;
}

interface Claimed extends Record<string, unknown> {
  questionId: string;
  conversationId: string;
  siteId: string;
  lookUp: string;
  input: string | null;
  seq: number;
  tries: number;
  customerId: string;
  customer: string | null;
  shop: string | null;
  locale: Locale;
}

/** Asks hosts on behalf of customers, while no transaction is open, and says in the thread what came of it. */
@Injectable()
export class HostTurns {
  constructor(
    private readonly database: Database,
    private readonly dialogues: Dialogues,
    private readonly entries: Entries,
    private readonly answers: Answers,
    private readonly lookUps: HostLookUps,
    private readonly calls: HostCalls,
    private readonly jobs: Jobs,
    private readonly push: Push,
    private readonly clock: Clock,
  ) {}

  /** The same question is asked once. Until the answer comes the customer sees that the bot is at it. */
  async order(
    tx: Transaction,
    { questionId, conversationId, siteId, customerId, lookUp, input, seq }: HostOrder,
  ): Promise<void> {
    await tx.query(ORDER, [questionId, conversationId, siteId, lookUp, input ?? null, seq]);
    tx.afterCommit(() => {
      this.push.toCustomers([`customer:${customerId}`], 'bot.writing', { conversationId, text: '' });
      void this.jobs.add(AskHosts, {}, { deduplicate: 'all' });
    });
  }

  /** All that is due. Any number of processes may do this at once. */
  async askDue(): Promise<void> {
    for (;;) {
      const claimed = await this.database.query<Claimed>(CLAIM, [SLICE, DROPPED_SECONDS]);
      if (claimed.length === 0) return;
      await Promise.all(claimed.map((call) => this.carryOut(call)));
    }
  }

  private async carryOut(call: Claimed): Promise<void> {
    const answer = await this.answerOf(call);
    const { conversationId, customerId } = call;
    const said = await this.database.transaction((tx) => this.say(tx, call, answer));
    if (!said)
      this.push.toCustomers([`customer:${customerId}`], 'bot.writing', { conversationId, text: '', ended: true });
  }

  /** Who may not ask is not asked for: the look-up may have been switched off, or the customer have signed out, since. */
  private async answerOf({
    siteId,
    lookUp: key,
    input,
    customer,
    shop,
    locale,
    tries,
  }: Claimed): Promise<LookUpAnswer> {
    const lookUp = await this.lookUps.find(siteId, key);
    const { outcome, card } =
      !lookUp || tries > MOST_TRIES
        ? { outcome: 'failed' as const, card: undefined }
        : !customer
          ? { outcome: 'unverified' as const, card: undefined }
          : await this.calls.ask(lookUp, { lookUp: key, customer, shop, input, locale });
    const words = HOST_TEXTS[locale][outcome](lookUp?.name[locale] ?? '', input);
    return { words, lookedUp: { lookUp: key, outcome, ...(card && { card }) } };
  }

  /** @returns false when a person has it now, or the customer has gone on: that is answered in its own turn */
  private async say(tx: Transaction, call: Claimed, { words, lookedUp }: LookUpAnswer): Promise<boolean> {
    const { questionId, conversationId, tries, seq } = call;
    const floor = await this.dialogues.takeFloor(tx, conversationId, seq);
    if (!(await tx.one(TAKE_BACK, [questionId, tries])) || floor === 'theirs') return false;
    const data = { type: 'bot_look_up', ...lookedUp } as const;
    const entry = await this.entries.add(tx, { conversationId, kind: 'message', author: BOT, body: words, data });
    const tried: BotTry = {
      kind: 'look_up',
      lookUp: lookedUp.lookUp,
      outcome: lookedUp.outcome,
      at: this.clock.now().toISOString(),
    };
    const found = lookedUp.outcome === 'found';
    const row = await tx.one<{ category: string | null }>(NOTE_TRY, [
      conversationId,
      JSON.stringify([tried]),
      seq,
      found,
    ]);
    if (found)
      await this.answers.note(tx, {
        entryId: entry.id,
        conversationId,
        questionId,
        category: row?.category ?? null,
        articles: [],
        confidence: 1,
        sure: true,
        attempt: 1,
        lookUp: lookedUp.lookUp,
      });
    return true;
  }
}
