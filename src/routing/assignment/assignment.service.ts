import { setTimeout as rest } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RoutingReason, RoutingStage } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { type ClaimedTicket, Tickets } from '../../tickets/index.js';
import { Queue } from '../queue/queue.service.js';
import { QueueNews } from '../queue/queue-news.service.js';
import { CAN_GIVE, CLAIM } from './claim.sql.js';

interface Claim {
  ticketId: string;
  /** Where it waited; another than the one that takes it, when it overflows. */
  formerTeamId: string;
  /** Null: it no longer waits. */
  staffId: string | null;
  /** Units in use, with this one, and in all. */
  load: number;
  capacity: number;
  /** How many of its needs they meet. */
  fit: number;
  stage: RoutingStage;
  reason: RoutingReason;
  /** How many could have been given it. */
  considered: number;
  waitedSeconds: number;
}

/** How much can be given, and where to look beyond the head of the queue. */
interface Givable {
  count: number;
  further: string[];
}

const SYSTEM = { kind: 'system' as const, id: null };
const PAUSE_MILLISECONDS = 20;
/** A claim that finds everything in somebody's hands comes again so often, each time after twice the pause: for 2.5 s in all. */
const CLAIM_TRIES = 7;
/** So many cases at most are given in one transaction: it holds their threads and people until it ends. */
const TOGETHER = 16;

/** Work finds its person. */
@Injectable()
export class Assignment {
  constructor(
    private readonly database: Database,
    private readonly tickets: Tickets,
    private readonly queue: Queue,
    private readonly news: QueueNews,
  ) {}

  /** Hands out what waits for a team until nobody there can take any more of it. @returns how many were given */
  async assignWaiting(teamId: string): Promise<number> {
    let given = 0;
    // What it cannot have for so long is left to the reconciler.
    for (let tries = 1; tries <= CLAIM_TRIES; ) {
      const [givable] = await this.database.queryBehind<Givable & { [column: string]: unknown }>(CAN_GIVE, [
        teamId,
        TOGETHER,
      ]);
      if (!givable) break;
      const outcome = await this.give(teamId, givable);
      given += outcome.given;
      if (outcome.moved) tries = 1;
      else await rest(Math.random() * PAUSE_MILLISECONDS * 2 ** tries++);
    }
    this.news.changed(teamId);
    return given;
  }

  /** One bad case must not keep its neighbours waiting: what fails together is tried alone. */
  private async give(teamId: string, givable: Givable): Promise<{ given: number; moved: boolean }> {
    try {
      return await this.claim(teamId, givable);
    } catch (error) {
      if (givable.count === 1) throw error;
      return await this.claim(teamId, { ...givable, count: 1 });
    }
  }

  /**
   * So many claims in one transaction and one round trip; each sees what those before it have given. All that follows is
   * written for all of them at once. Not `moved`: somebody is at work on every case that could be given, or on a case of
   * everybody who could take one.
   */
  private async claim(teamId: string, { count, further }: Givable): Promise<{ given: number; moved: boolean }> {
    return await this.database.transactionBehind(async (tx) => {
      const claims = await Promise.all(
        Array.from({ length: count }, () =>
          tx.one<Claim & { [column: string]: unknown }>(CLAIM, [teamId, newId(), further]),
        ),
      );
      const made = claims.filter((claim) => claim !== undefined);
      const gone = made.filter(({ staffId }) => staffId === null);
      const given = made.filter(({ staffId }) => staffId !== null);
      // Taken, moved or settled while they waited: their own events say the rest.
      if (gone.length > 0) await this.queue.sync(tx, ...gone.map(({ ticketId }) => ticketId));
      if (given.length > 0) await this.tickets.followClaims(tx, given.map(claimed));
      return { given: given.length, moved: made.length > 0 };
    });
  }
}

function claimed({ ticketId, formerTeamId, staffId: _, ...data }: Claim): ClaimedTicket {
  return { ticketId, formerTeamId, reasons: [{ kind: 'routed', actor: SYSTEM, data, customerVisible: false }] };
}
