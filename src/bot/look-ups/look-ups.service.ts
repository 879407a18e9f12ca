import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/db/index.js';
import { asksFor, type HostLookUp, inputIn, isNumber } from './host/host-look-up.js';
import { HostLookUps } from './host/host-look-ups.service.js';
import { type HostOrder, HostTurns } from './host/host-turns.service.js';
import {
  type FittingLookUp,
  type LookUpAnswer,
  type LookUpContext,
  type OwnLookUp,
  plain,
  type Reader,
} from './look-up.js';
import { CaseStatus } from './own/case-status.service.js';
import { OpeningHoursLookUp } from './own/opening-hours.service.js';
import { QueuePlaceLookUp } from './own/queue-place.service.js';

export type { FittingLookUp, LookUpAnswer, LookUpContext } from './look-up.js';

/** What can be looked up for a customer, here and at the host. */
@Injectable()
export class LookUps {
  /** In the order in which they are tried. What another room can say stands here as one more. */
  private readonly own: readonly OwnLookUp[];

  constructor(
    caseStatus: CaseStatus,
    queuePlace: QueuePlaceLookUp,
    openingHours: OpeningHoursLookUp,
    private readonly hosts: HostLookUps,
    private readonly turns: HostTurns,
  ) {
    this.own = [caseStatus, queuePlace, openingHours];
  }

  /**
   * Those that a question asks for, the most fitting first: what names the thing it is about, then what can be asked about.
   * @param expected the look-up whose input the bot has just asked for: it fits, with `input` when the text has it
   */
  async fitting(text: string, context: LookUpContext, expected?: string): Promise<FittingLookUp[]> {
    const said = plain(text);
    const own = this.own
      .filter((lookUp) => lookUp.asks(said))
      .map(({ key, inputIn: find }) => found(key, find?.(said)));
    const hosted = (await this.hosts.of(context.siteId))
      .filter((lookUp) => lookUp.key === expected || asksFor(lookUp, said) || (lookUp.input && isNumber(said)))
      .flatMap((lookUp) => hostedFit(lookUp, text, context, lookUp.key === expected));
    return [...own, ...hosted].sort((left, right) => rank(left, expected) - rank(right, expected));
  }

  /** Whether the host site answers it: then {@link order} it, as nobody may wait for a host with a transaction open. */
  isHosted(key: string): boolean {
    return !this.own.some((lookUp) => lookUp.key === key);
  }

  /** What this desk itself can say. */
  async run(on: Reader, key: string, input: string | undefined, context: LookUpContext): Promise<LookUpAnswer> {
    const own = this.own.find((lookUp) => lookUp.key === key);
    return own ? await own.answer(context, input, on) : { words: '', lookedUp: { lookUp: key, outcome: 'failed' } };
  }

  /** The host is asked after COMMIT, and its answer said in the thread, unless somebody has said more by then. */
  async order(tx: Transaction, order: HostOrder): Promise<void> {
    await this.turns.order(tx, order);
  }
}

const found = (key: string, input: string | undefined): FittingLookUp => ({ key, ...(input && { input }) });

/** A visitor is not asked for a number that would lead to nothing; who names one hears how to get there. */
function hostedFit(
  { key, input }: HostLookUp,
  text: string,
  { identified, locale }: LookUpContext,
  isExpected: boolean,
): FittingLookUp[] {
  if (!input) return [{ key }];
  const given = inputIn(input.format, text, isExpected);
  if (!given && !identified) return [];
  return [
    {
      key,
      ...(identified && { needs: { label: input.label[locale], example: input.example } }),
      ...(given && { input: given }),
    },
  ];
}

const rank = ({ key, input }: FittingLookUp, expected: string | undefined) =>
  key === expected ? 0 : input === undefined ? 2 : 1;
