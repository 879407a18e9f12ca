import { Injectable } from '@nestjs/common';
import { DEFAULT_BOT_SETTINGS } from '../../contract/index.js';
import { type Answer, audienceOf, HelpCenter, SearchLog } from '../../help-center/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Categories } from '../../tickets/index.js';
import { calibrated } from '../answers/confidence.js';
import { LookUps } from '../look-ups/look-ups.service.js';
import { understand } from '../understanding/understand.js';
import { GATHER } from './gather.sql.js';
import { contextOf, type GatheredRow, openAnswerOf, saidOf, soughtOf, stateOf } from './gathered.js';
import { Hearing } from './hearing.js';
import type { Situation } from './situation.js';

/** Enough that what was shown already leaves some over. */
const LOOKED_AT = 8;

/** A situation, with what is needed to act on the decision. */
export interface Gathered {
  situation: Situation;
  row: GatheredRow;
  /** The entry that is answered: the last of the run. */
  questionId: string;
  /** Up to which all that was said is in it. */
  seq: number;
  /** What was looked for. */
  question: string;
}

/** Brings together what a decision rests on: one round trip, the search and the look-ups, all before the lock. */
@Injectable()
export class Gathering {
  private readonly hearing = new Hearing();

  constructor(
    private readonly categories: Categories,
    private readonly helpCenter: HelpCenter,
    private readonly searchLog: SearchLog,
    private readonly lookUps: LookUps,
    private readonly logger: Logger,
  ) {}

  /**
   * @param notHelped the answer that the customer has just turned down
   * @returns undefined when nothing has been said that waits for the bot
   */
  async gather(
    from: Pick<Transaction, 'one'>,
    conversationId: string,
    notHelped?: string,
  ): Promise<Gathered | undefined> {
    const row = await from.one<GatheredRow & Record<string, unknown>>(GATHER, [conversationId]);
    return row?.handler === 'bot' ? await this.of(row, conversationId, notHelped) : undefined;
  }

  /** The same where all of the row is known, as of a conversation that is replayed. Writes nothing. */
  async of(row: GatheredRow, conversationId: string, notHelped?: string): Promise<Gathered | undefined> {
    const categories = await this.categories.all();
    const open = openAnswerOf(row, notHelped);
    const isWaitedFor = row.messages.length > 0;
    // Who has written on is answered to that, with what was turned down left out.
    if (notHelped ? !open || isWaitedFor : !isWaitedFor) return undefined;
    const state = stateOf(row);
    const settings = { ...DEFAULT_BOT_SETTINGS, ...row.settings };
    const { locale } = row;
    const run = saidOf(row.messages);
    const heard = await this.hearing.hear(run.text, row.messages, { locale, words: settings.words });
    const turnedDown = notHelped !== undefined || (open !== null && heard.verdict === 'not_helped');
    const sought = turnedDown
      ? { question: row.lastAnswer?.question ?? '', isChoice: false }
      : soughtOf(state, run, categories, locale);
    const asked =
      turnedDown || sought.isChoice ? understand(sought.question, { locale, words: settings.words }) : heard;
    const needsNothing = heard.wantsPerson || (asked.smallTalk !== undefined && !sought.isChoice);
    const audience = audienceOf(row);
    const expected = state.asking?.kind === 'look_up' ? state.asking.lookUp : undefined;
    const [hits, lookUps] = needsNothing
      ? [[], []]
      : await Promise.all([
          this.search(sought.question, { locale, audience, category: sought.category, limit: LOOKED_AT }),
          turnedDown ? [] : this.lookUps.fitting(sought.question, contextOf(conversationId, row), expected),
        ]);
    const questionId = notHelped ? (open?.questionId ?? '') : (row.messages.at(-1)?.id ?? '');
    return {
      row,
      questionId: turnedDown ? (open?.questionId ?? questionId) : questionId,
      seq: row.seq,
      question: sought.question,
      situation: {
        trigger: notHelped ? 'not_helped' : 'message',
        at: row.at.toISOString(),
        locale,
        settings,
        customer: { identified: row.identified, tier: row.tier, shop: row.shop },
        state,
        said: { ...run, text: sought.question },
        // A tapped reply is no small talk, and who turns an answer down has said nothing new; but how they say it is heard.
        understanding:
          asked === heard
            ? heard
            : {
                ...asked,
                wantsPerson: heard.wantsPerson,
                mood: heard.mood,
                ...(turnedDown && { verdict: 'not_helped' as const }),
              },
        openAnswer: open,
        categories,
        lookUps,
        hits: hits ?? [],
        ...(!hits && { searchFailed: true as const }),
      },
    };
  }

  /** @returns undefined when it fails: the way to a person stays open */
  private async search(question: string, options: Parameters<HelpCenter['search']>[1]): Promise<Answer[] | undefined> {
    if (question.trim() === '') return [];
    try {
      return calibrated(await this.helpCenter.search(question, options), question);
    } catch (error) {
      this.logger.warn({ err: error }, 'the bot could not search the help centre');
      return undefined;
    }
  }

  /** What was looked for, for the reports of the help centre. */
  note({ question, row }: Gathered, conversationId: string, results: number): void {
    this.searchLog.note({ place: 'bot', locale: row.locale, query: question, results, visitor: conversationId });
  }
}
