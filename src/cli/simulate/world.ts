import type { Ledger } from './ledger/ledger.js';
import type { Options } from './options.js';
import type { Presence } from './presence.js';
import type { DeskHttp } from './wire/desk-http.js';
import type { Meter } from './wire/meter.js';

/** A case that its customer may look up. */
export interface LookUp {
  number: string;
  code: string;
}

/** A host site's token for one of its own customers. */
export type SignIdentity = () => Promise<{ token: string; sub: string } | undefined>;

/** What everybody in the simulation shares. */
export interface World {
  options: Options;
  meter: Meter;
  ledger: Ledger;
  http: DeskHttp;
  /** Conversations by case number: agents look after these cases and no others. */
  cases: Map<string, string>;
  /** Numbers of those that nobody has resolved yet. */
  unsettled: Set<string>;
  presence: Presence;
  /** Browsers that come back with the key they kept. */
  returning: Pool<string>;
  lookUps: Pool<LookUp>;
  sign: SignIdentity;
  /** No new visits, and nobody waits for long any more. */
  isEnding: () => boolean;
}

/** The last so many of a kind. */
export class Pool<Item> {
  private readonly items: Item[] = [];

  constructor(private readonly size: number) {}

  add(item: Item): void {
    this.items.push(item);
    if (this.items.length > this.size) this.items.shift();
  }

  get any(): Item | undefined {
    return this.items[Math.floor(Math.random() * this.items.length)];
  }

  has(item: Item): boolean {
    return this.items.includes(item);
  }

  /** Takes one out. */
  take(): Item | undefined {
    return this.items.splice(Math.floor(Math.random() * this.items.length), 1)[0];
  }
}

export const chance = (probability: number): boolean => Math.random() < probability;

/** Milliseconds around a mean: from half of it to half as much again. */
export const around = (milliseconds: number): number => milliseconds * (0.5 + Math.random());
