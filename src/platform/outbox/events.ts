import type { Transaction } from '../db/index.js';

/** A kind of fact. Defined once, in the room that publishes it, in `x.events.ts`. */
export interface EventDefinition<Payload> {
  readonly type: string;
  /** Events of one key reach each consumer in the order in which they were written. */
  (key: string, payload: Payload): NewEvent<Payload>;
}

export interface NewEvent<Payload> {
  type: string;
  key: string;
  payload: Payload;
}

export interface DeliveredEvent<Payload> extends NewEvent<Payload> {
  id: string;
  createdAt: Date;
}

/** What a handler of this kind of fact is given. */
export type EventOf<Definition> = Definition extends EventDefinition<infer Payload> ? DeliveredEvent<Payload> : never;

/** Runs in a transaction of its own, in which the delivery is remembered too: a second delivery does nothing. */
export type EventHandler<Payload> = (tx: Transaction, event: DeliveredEvent<Payload>) => Promise<void>;

/**
 * Does for many keys at once what needs no handling one by one, and must be such that doing it twice does no harm: nothing
 * is remembered of it unless others have something to do at the key as well. It gets one event of each key, the one that
 * stands for all that wait there, or every event, see `Absorbs`.
 * @returns ids of those that need nothing more
 */
export type EventAbsorber<Payload> = (tx: Transaction, events: DeliveredEvent<Payload>[]) => Promise<string[]>;

/** @param type past tense, `noun.verbed`, e.g. `entry.posted` */
export function defineEvent<Payload extends object>(type: string): EventDefinition<Payload> {
  const make = (key: string, payload: Payload): NewEvent<Payload> => ({ type, key, payload });
  return Object.defineProperty(make, 'type', { value: type }) as unknown as EventDefinition<Payload>;
}
