import { setTimeout as rest } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RoutingStrategy } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { type ClaimedTicket, Tickets } from '../../tickets/index.js';
import { Queue } from '../queue/queue.service.js';
import { QueueNews } from '../queue/queue-news.service.js';
import { assign, type Gift, type Person, type WaitingCase } from './assignment.js';
import { CLAIM, GIVABLE } from './claim.sql.js';

interface Givable {
  strategy: Exclude<RoutingStrategy, 'manual'>;
  waiting: WaitingCase[];
  people: Person[];
  [column: string]: unknown;
}

/** What became of a gift. */
interface Claim {
  given: boolean;
  /** False: it no longer waits. Null: somebody is at work on it. */
  waits: boolean | null;
  /** Its person is in somebody's hands. */
  inUse: boolean;
  waitedSeconds: number;
  [column: string]: unknown;
}

interface Outcome {
  given: number;
  /** Not so: somebody is at work on every case that could be given, or on a case of everybody who could take one. */
  moved: boolean;
  inUse: ReadonlySet<string>;
}

const SYSTEM = { kind: 'system' as const, id: null };
const PAUSE_MILLISECONDS = 20;
/** A claim that finds everything in somebody's hands comes again so often, each time after twice the pause: for 2.5 s in all. */
const CLAIM_TRIES = 7;
/** So many cases are given in one transaction: it holds their threads and people until it ends. */
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
    /** Whom a claim could not have lately: the next one looks for others. */
    let inUse: ReadonlySet<string> = new Set();
    // What it cannot have for so long is left to the reconciler.
    for (let tries = 1; tries <= CLAIM_TRIES; ) {
      // Those at the head may be what cannot be had.
      const [givable] = await this.database.queryBehind<Givable>(GIVABLE, [teamId, TOGETHER * tries]);
      if (!givable) break;
      const { waiting, people, strategy } = givable;
      const gifts = assign(
        waiting,
        people.filter(({ staffId }) => !inUse.has(staffId)),
        strategy,
      );
      const outcome = await this.give(teamId, gifts);
      given += outcome.given;
      inUse = outcome.inUse;
      if (outcome.moved) tries = 1;
      else await rest(Math.random() * PAUSE_MILLISECONDS * 2 ** tries++);
    }
    this.news.changed(teamId);
    return given;
  }

  /** One bad case must not keep its neighbours waiting: what fails together is tried one by one. @throws when nothing else can be given */
  private async give(teamId: string, gifts: readonly Gift[]): Promise<Outcome> {
    if (gifts.length === 0) return { given: 0, moved: false, inUse: new Set() };
    try {
      return await this.claim(teamId, gifts);
    } catch (error) {
      const outcomes: Outcome[] = [];
      for (const gift of gifts.length > 1 ? gifts : []) {
        const alone = await this.claim(teamId, [gift]).catch(() => undefined);
        if (alone) outcomes.push(alone);
      }
      if (!outcomes.some(({ moved }) => moved)) throw error;
      const given = outcomes.reduce((sum, outcome) => sum + outcome.given, 0);
      return { given, moved: true, inUse: new Set(outcomes.flatMap(({ inUse }) => [...inUse])) };
    }
  }

  /** All of them in one statement; and all that follows is written for all of them at once. */
  private async claim(teamId: string, gifts: readonly Gift[]): Promise<Outcome> {
    const meant = gifts.map((gift, index) => ({ id: newId(), place: index + 1, ...gift }));
    const staffIds = [...new Set(gifts.map(({ staffId }) => staffId))];
    return await this.database.transactionBehind(async (tx) => {
      const claims = await tx.query<Claim>(CLAIM, [teamId, JSON.stringify(meant), staffIds]);
      const made = claims.map((claim, index) => ({ ...claim, gift: gifts[index] as Gift }));
      const gone = made.filter(({ waits }) => waits === false);
      const given = made.filter((claim) => claim.given);
      // Taken, moved or settled while they waited: their own events say the rest.
      if (gone.length > 0) await this.queue.sync(tx, ...gone.map(({ gift }) => gift.ticketId));
      if (given.length > 0) await this.tickets.followClaims(tx, given.map(claimed));
      const inUse = made.filter((claim) => claim.inUse).map(({ gift }) => gift.staffId);
      return { given: given.length, moved: given.length + gone.length > 0, inUse: new Set(inUse) };
    });
  }
}

function claimed({ gift, waitedSeconds }: { gift: Gift; waitedSeconds: number }): ClaimedTicket {
  const { ticketId, formerTeamId, load, because } = gift;
  const { reason, stage, considered, chosen } = because;
  const data = { load, capacity: chosen.capacity, fit: chosen.needsMet, stage, reason, considered, waitedSeconds };
  return { ticketId, formerTeamId, reasons: [{ kind: 'routed', actor: SYSTEM, data, customerVisible: false }] };
}
