import type { Need, Presence, Priority, RoutingStrategy, ShopTier } from '../../src/contract/index.js';
import { inOrder } from '../../src/routing/rules/rank.js';

export const HEAD_STARTS = { P0: 86_400, P1: 3_600, P2: 900, P3: 0, premium: 600, live: 300 };
export const RELAX_SECONDS = 60;
export const DECLINED_SECONDS = { rejected: 900, gone: 60 };
export const REQUIRED: Need = { skill: 'language:en', minimum: 50, required: true };
export const PREFERRED: Need = { skill: 'category:earnings', minimum: 50, required: false };

export interface ModelAgent {
  id: string;
  team: string;
  presence: Presence;
  capacity: number;
  skills: Record<string, number>;
  /** When they were last given something and when something of theirs was last settled; whatever grows. */
  assignedAt: number | null;
  freedAt: number | null;
}

export interface ModelCase {
  id: string;
  team: string;
  customer: number;
  priority: Priority;
  tier: ShopTier;
  needs: readonly Need[];
  state: 'waiting' | 'held' | 'done';
  holder: string | null;
  /** Nobody has answered its customer yet. */
  unanswered: boolean;
  /** Milliseconds. */
  since: number;
  units: number;
  relaxed: boolean;
  /** Seconds of the model's clock. */
  relaxesAt: number;
  preferred: string | null;
  declined: Map<string, number>;
  /** Who has written to the customer. */
  wrote: Set<string>;
  /** In which order cases were given. */
  givenAt: number;
}

/** A desk in memory, as simple as can be: who is there, what waits, and who would be given it. */
export class ModelDesk {
  seconds = 0;
  units = 1;
  readonly strategies = new Map<string, RoutingStrategy>();
  readonly agents: ModelAgent[] = [];
  readonly cases: ModelCase[] = [];
  private readonly routed: { one: ModelCase; agent: string }[] = [];
  private turn = 1_000;

  load(agent: string): number {
    return this.heldBy(agent).reduce((sum, { units }) => sum + units, 0);
  }

  heldBy(agent: string): ModelCase[] {
    return this.cases.filter(({ state, holder }) => state === 'held' && holder === agent);
  }

  queue(team: string): ModelCase[] {
    const waiting = this.cases.filter((one) => one.state === 'waiting' && one.team === team);
    return inOrder(
      waiting.map((one) => ({ ...one, live: false, model: one })),
      HEAD_STARTS,
    ).map(({ model }) => model);
  }

  /** It stands in the queue of a team from now on. */
  enqueue(one: ModelCase, team: string): void {
    Object.assign(one, {
      state: 'waiting',
      holder: null,
      team,
      relaxed: false,
      relaxesAt: this.seconds + RELAX_SECONDS,
    });
    this.refresh(one);
  }

  /** Its line in the queue is written anew. */
  refresh(one: ModelCase): void {
    const served = this.routed.findLast((each) => each.one.customer === one.customer && each.one.wrote.has(each.agent));
    one.preferred = served?.agent ?? null;
    one.units = this.units;
  }

  release(one: ModelCase): void {
    const holder = this.agents.find(({ id }) => id === one.holder);
    if (holder) holder.freedAt = this.turn++;
  }

  take(one: ModelCase, agent: ModelAgent): void {
    Object.assign(one, { state: 'held', holder: agent.id, units: this.units, givenAt: this.turn++ });
  }

  advance(seconds: number): void {
    this.seconds += seconds;
    for (const one of this.cases)
      if (one.state === 'waiting' && one.relaxesAt <= this.seconds && lacks(one, {})) one.relaxed = true;
    const gone = this.agents.filter(({ presence }) => presence === 'offline').map(({ id }) => id);
    const left = this.cases.filter((one) => one.state === 'held' && one.unanswered && gone.includes(one.holder ?? ''));
    for (const one of left.sort((a, b) => a.givenAt - b.givenAt)) this.giveBack(one, 'gone');
  }

  giveBack(one: ModelCase, because: keyof typeof DECLINED_SECONDS): void {
    one.declined.set(one.holder as string, this.seconds + DECLINED_SECONDS[because]);
    this.release(one);
    this.enqueue(one, one.team);
  }

  /** All that can be given is given. */
  settle(): void {
    for (const team of this.strategies.keys()) while (this.giveOne(team));
  }

  private giveOne(team: string): boolean {
    const strategy = this.strategies.get(team) as RoutingStrategy;
    if (strategy === 'manual') return false;
    for (const one of this.queue(team)) {
      const fit = this.agents.filter((agent) => agent.team === team && this.fits(one, agent));
      const [best] = fit.sort((a, b) => this.compare(one, strategy, a, b));
      if (!best) continue;
      this.take(one, best);
      best.assignedAt = one.givenAt;
      this.routed.push({ one, agent: best.id });
      return true;
    }
    return false;
  }

  private fits(one: ModelCase, { id, presence, capacity, skills }: ModelAgent): boolean {
    const skilled = one.relaxed || !lacks(one, skills);
    const declined = (one.declined.get(id) ?? -1) > this.seconds;
    return (
      presence === 'online' && this.load(id) < capacity && this.load(id) + one.units <= capacity && skilled && !declined
    );
  }

  private compare(one: ModelCase, strategy: RoutingStrategy, a: ModelAgent, b: ModelAgent): number {
    const met = ({ skills }: ModelAgent) =>
      one.needs.filter(({ skill, minimum }) => (skills[skill] ?? -1) >= minimum).length;
    const idle = ({ assignedAt, freedAt }: ModelAgent) => Math.max(assignedAt ?? -1, freedAt ?? -1);
    const share = ({ id, capacity }: ModelAgent) => this.load(id) / capacity;
    return (
      Number(b.id === one.preferred) - Number(a.id === one.preferred) ||
      met(b) - met(a) ||
      (strategy === 'balanced' ? share(a) - share(b) : 0) ||
      (strategy === 'round_robin' ? (a.assignedAt ?? -1) - (b.assignedAt ?? -1) : idle(a) - idle(b)) ||
      (a.id < b.id ? -1 : 1)
    );
  }
}

const lacks = ({ needs }: Pick<ModelCase, 'needs'>, skills: Record<string, number>): boolean =>
  needs.some(({ required, skill, minimum }) => required && (skills[skill] ?? -1) < minimum);
