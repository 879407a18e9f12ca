import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Tickets } from '../../tickets/index.js';
import { RoutingBeat } from '../assignment/routing-beat.service.js';
import { ANSWER_BY, HELD, HELD_BY_GONE, HELD_BY_JUST_GONE, LOCK_FREE, UNANSWERED } from './rescue.sql.js';
import { Returns } from './returns.service.js';
import { Silences } from './silences.service.js';
import { type Held, verdict } from './verdict.js';

type HeldRow = Held & {
  staffId: string;
  staffName: string;
  waitedSeconds: number | null;
  now: Date;
  [column: string]: unknown;
};

const SLICE = 100;
/** What could not be dealt with is left out for so long, so that it keeps nothing else waiting. Milliseconds. */
const FAILED_REST = 15_000;

/**
 * Takes cases back from who does not answer, and from who has gone. What the rows say under the locks of the case decides, so an
 * answered case is never taken away, and of any number of workers one returns it once.
 */
@Injectable()
export class Rescue {
  /** Tickets, and until when they are left out. */
  private readonly failed = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly tickets: Tickets,
    private readonly returns: Returns,
    private readonly silences: Silences,
    private readonly logger: Logger,
    beat: RoutingBeat,
  ) {
    beat.add({ name: 'cases without an answer', work: () => this.each('rescue_unanswered', UNANSWERED) });
    beat.add({ name: 'cases of who has just gone', work: () => this.each('rescue_just_gone', HELD_BY_JUST_GONE) });
    beat.add({
      name: 'cases of people who are gone',
      everySeconds: 5,
      work: () => this.each('rescue_gone', HELD_BY_GONE),
    });
  }

  /** Each in a transaction of its own; what somebody else has in hand is left for the next time. */
  private async each(name: string, due: string): Promise<void> {
    const now = performance.now();
    for (const [ticketId, until] of this.failed) if (until <= now) this.failed.delete(ticketId);
    for (;;) {
      const rows = await this.database.prepared<{ ticketId: string }>(name, due, [SLICE, [...this.failed.keys()]]);
      let handled = 0;
      for (const { ticketId } of rows) if (await this.tried(ticketId)) handled += 1;
      if (handled === 0 || rows.length < SLICE) return;
    }
  }

  private async tried(ticketId: string): Promise<boolean> {
    try {
      return await this.database.transaction((tx) => this.judge(tx, ticketId));
    } catch (err) {
      // Throws where it is the database that has failed, and not this case.
      await this.database.now();
      this.failed.set(ticketId, performance.now() + FAILED_REST);
      this.logger.error({ err, ticketId }, 'a case could not be given back; it is tried again');
      return false;
    }
  }

  /** @returns whether it was in nobody's hands */
  private async judge(tx: Transaction, ticketId: string): Promise<boolean> {
    if (!(await tx.one(LOCK_FREE, [ticketId]))) return false;
    const held = await tx.one<HeldRow>(HELD, [ticketId]);
    if (!held) return true;
    const judged = verdict(held, held.now);
    if (judged.kind === 'settled') await tx.query(ANSWER_BY, [ticketId, null]);
    else if (judged.kind === 'later') await tx.query(ANSWER_BY, [ticketId, judged.answerBy]);
    else if (judged.kind !== 'stays') await this.takeBack(tx, ticketId, held, judged);
    return true;
  }

  private async takeBack(
    tx: Transaction,
    ticketId: string,
    { staffId, staffName, waitedSeconds }: HeldRow,
    { kind, seconds }: { kind: 'gone' | 'silent'; seconds: number },
  ): Promise<void> {
    const ticket = await this.tickets.lock(tx, ticketId);
    // Locks their profile, so that of two cases of theirs at a time one comes after the other.
    await tx.query('SELECT FROM agent_profiles WHERE staff_id = $1 FOR UPDATE', [staffId]);
    const again = kind === 'silent' && (await this.silences.before(tx, staffId)) > 0;
    await this.returns.giveBack(tx, ticket, { staffId, staffName, because: kind, seconds, waitedSeconds });
    if (again) await this.silences.makeBusy(tx, staffId, ticket.teamId);
  }
}
