import { setTimeout as rest } from 'node:timers/promises';
import { STAFF } from '../seed/people.data.js';
import { type Truth } from './ledger/database-truth.js';
import { type Difference, differences } from './ledger/differences.js';
import { Ledger } from './ledger/ledger.js';
import type { Options } from './options.js';
import { Agent } from './people/agent.js';
import { type VisitKind, visit } from './people/visits.js';
import { Presence } from './presence.js';
import { hostSite } from './sign.js';
import { type Sight, Watch } from './watch.js';
import { DeskHttp } from './wire/desk-http.js';
import { Meter } from './wire/meter.js';
import { Pool, type World } from './world.js';

/** After the last visitor has come: how long those who are there may take to finish. */
const FINISH_MILLISECONDS = 45_000;
/** Cases are left behind when for so long not one was resolved. */
const STANDSTILL_MILLISECONDS = 20_000;
/** What was sent when the line was cut may still be on its way. */
const SETTLE_MILLISECONDS = 2_000;
const PAGE = 200;
/** More visits at once than this, and new ones wait: the desk has fallen behind for good. */
const MOST_AT_ONCE = 3_000;
const SHOWN_DIFFERENCES = 50;

export interface Summary {
  meter: Meter;
  sights: Sight[];
  seconds: number;
  conversations: number;
  visits: number;
  unacked: number;
  /** Conversations that could not be checked, as nobody but their customer sees them. */
  unread: number;
  checkedAgainst: string;
  differences: Difference[];
  differenceCount: number;
  /** Kept when something differs. */
  ledgerPath: string | undefined;
}

/** What can end a simulation before its time; the ledger is checked all the same. */
export interface Stop {
  readonly requested: boolean;
}

/**
 * Plays the visits of the options against a running desk and checks the ledger.
 * @param truth made when the ledger is to be checked
 * @param print one line, every two seconds
 */
export async function simulate(
  options: Options,
  openTruth: (world: World) => Promise<Truth>,
  print: (line: string) => void,
  stop: Stop,
): Promise<Summary> {
  const meter = new Meter();
  const ledger = await Ledger.create();
  let ending = false;
  const http = new DeskHttp(options.url, meter);
  const world: World = {
    options,
    meter,
    ledger,
    http,
    cases: new Map(),
    unsettled: new Set(),
    presence: new Presence(ledger),
    returning: new Pool(500),
    lookUps: new Pool(500),
    sign: await hostSite(options.shop, meter, print),
    isEnding: () => ending || stop.requested,
  };
  const agents = await signInAll(world);
  const visits = new Visits(world);
  const agentsBusy = () => agents.filter(({ busy }) => busy).length;
  const watch = new Watch(world, { inProgress: () => visits.inProgress, agentsBusy }, print);
  await Promise.all(agents.map((agent) => agent.work()));
  watch.start();
  await visits.come(stop);
  ending = true;
  await visits.finish(FINISH_MILLISECONDS);
  // Who leaves cases behind takes the hands of whoever tries next.
  if (agents.length > 0) await settle(world, agentsBusy);
  watch.stop();
  await Promise.all(agents.map((agent) => agent.goHome()));
  await rest(SETTLE_MILLISECONDS);
  const conversations = ledger.conversations;
  const truth = await openTruth(world);
  const checked = await check(ledger, truth).finally(() => truth.close());
  if (checked.found.length === 0) ledger.discard();
  return {
    meter,
    sights: watch.sights,
    seconds: watch.seconds,
    conversations,
    visits: visits.count,
    unacked: checked.unacked,
    unread: checked.unread,
    checkedAgainst: truth.source,
    differences: checked.found.slice(0, SHOWN_DIFFERENCES),
    differenceCount: checked.found.length,
    ledgerPath: checked.found.length === 0 ? undefined : ledger.path,
  };
}

async function signInAll(world: World): Promise<Agent[]> {
  const { agents, password } = world.options;
  const all: Agent[] = [];
  for (const { email } of STAFF.slice(0, agents)) all.push(await Agent.signIn(world, email, password));
  return all;
}

/** Visitors come at an even pace, whether or not the desk keeps up with them. */
class Visits {
  count = 0;
  private readonly underWay = new Set<Promise<void>>();

  constructor(private readonly world: World) {}

  get inProgress(): number {
    return this.underWay.size;
  }

  async come(stop: Stop): Promise<void> {
    const { rate, minutes } = this.world.options;
    const began = performance.now();
    const total = Math.ceil(rate * minutes * 60);
    while (this.count < total && !stop.requested) {
      const due = ((performance.now() - began) / 1_000) * rate;
      while (this.count < Math.min(due, total) && this.underWay.size < MOST_AT_ONCE) this.begin();
      await rest(Math.min(50, 1_000 / rate));
    }
  }

  /** Waits for those who are there; who is left after that is left to the ledger. */
  async finish(milliseconds: number): Promise<void> {
    await Promise.race([Promise.all(this.underWay), rest(milliseconds, undefined, { ref: false })]);
  }

  private begin(): void {
    this.count += 1;
    const { meter } = this.world;
    const going = visit(this.world, kindOf(this.world.options.mix)).catch((error: Error) => {
      meter.count('visits broken off');
      meter.error(`visit: ${error.message.slice(0, 60)}`);
    });
    this.underWay.add(going);
    void going.finally(() => this.underWay.delete(going));
  }
}

function kindOf(mix: Options['mix']): VisitKind {
  const shares = Object.entries(mix) as [VisitKind, number][];
  let left = Math.random() * shares.reduce((sum, [, share]) => sum + share, 0);
  return (shares.find(([, share]) => {
    left -= share;
    return left < 0;
  }) ?? (shares[0] as [VisitKind, number]))[0];
}

async function check(ledger: Ledger, truth: Truth): Promise<{ found: Difference[]; unacked: number; unread: number }> {
  const found: Difference[] = [];
  let unacked = 0;
  let unread = 0;
  for await (const page of ledger.pages(PAGE)) {
    const stored = await truth.read(page);
    for (const account of page) {
      unacked += account.sent.filter(({ acked, refused }) => !acked && !refused).length;
      const conversation = stored.get(account.conversationId);
      if (conversation === 'unreadable') unread += 1;
      else found.push(...differences(account, conversation));
    }
  }
  return { found, unacked, unread };
}

/** Until all cases are resolved, as long as some still are from time to time. */
async function settle(world: World, agentsBusy: () => number): Promise<void> {
  let fewest = Number.POSITIVE_INFINITY;
  let lastProgress = performance.now();
  while (world.unsettled.size > 0 || agentsBusy() > 0) {
    if (world.unsettled.size < fewest) {
      fewest = world.unsettled.size;
      lastProgress = performance.now();
    }
    if (performance.now() - lastProgress > STANDSTILL_MILLISECONDS) return;
    await rest(100);
  }
}
