import 'reflect-metadata';
import type { EventAbsorber, EventDefinition, EventHandler } from './events.js';

const CONSUMER = Symbol('outbox consumer');
const HANDLERS = Symbol('outbox handlers');
const ABSORBERS = Symbol('outbox absorbers');

export interface ConsumerOptions {
  /** Stable: deliveries are remembered under this name. `room` or `room.purpose`. */
  name: string;
  /** After the last try: `skip` goes on with the key's next event, `halt` keeps the key waiting for a person. */
  onPoison: 'skip' | 'halt';
  /** Somebody waits at this very moment for what it does: that goes before what the others do. */
  urgent?: boolean;
}

export interface AbsorberEntry {
  type: string;
  method: string;
  each: boolean;
}

export interface HandlerEntry {
  type: string;
  method: string;
  when?: (payload: never) => boolean;
  covers?: (later: never, earlier: never) => boolean;
}

/** Marks a provider whose `@Handles` methods follow the facts of other rooms. */
export function Consumer(options: ConsumerOptions): ClassDecorator {
  return (target) => Reflect.defineMetadata(CONSUMER, options, target);
}

/**
 * @param options.when a cheap test on the payload; events that fail it cost this consumer no transaction
 * @param options.covers whether handling the later of two events in a row does for the earlier one as well: when a key has
 * a backlog, a run of such events costs one transaction
 */
export function Handles<Payload>(
  definition: EventDefinition<Payload>,
  options: { when?: (payload: Payload) => boolean; covers?: (later: Payload, earlier: Payload) => boolean } = {},
) {
  return <T extends object>(
    target: T,
    method: string,
    _descriptor: TypedPropertyDescriptor<EventHandler<Payload>>,
  ): void => {
    const entries: HandlerEntry[] = Reflect.getMetadata(HANDLERS, target.constructor) ?? [];
    const { when, covers } = options as Pick<HandlerEntry, 'when' | 'covers'>;
    entries.push({ type: definition.type, method, when, covers });
    Reflect.defineMetadata(HANDLERS, entries, target.constructor);
  };
}

/**
 * Marks the method that spares this consumer's handler of the same kind of fact what is not worth a transaction of its own.
 * @param options.each it takes every event of a key, in order, of all the kinds that it is marked with; otherwise it is
 * offered a key only when one event stands there for all
 */
export function Absorbs<Payload>(definition: EventDefinition<Payload>, { each = false }: { each?: boolean } = {}) {
  return <T extends object>(
    target: T,
    method: string,
    _descriptor: TypedPropertyDescriptor<EventAbsorber<Payload>>,
  ): void => {
    const entries: AbsorberEntry[] = Reflect.getMetadata(ABSORBERS, target.constructor) ?? [];
    entries.push({ type: definition.type, method, each });
    Reflect.defineMetadata(ABSORBERS, entries, target.constructor);
  };
}

export interface ConsumerMetadata {
  options: ConsumerOptions;
  handlers: HandlerEntry[];
  absorbers: AbsorberEntry[];
}

export function consumerMetadata(target: object): ConsumerMetadata | undefined {
  const options = Reflect.getMetadata(CONSUMER, target) as ConsumerOptions | undefined;
  return (
    options && {
      options,
      handlers: Reflect.getMetadata(HANDLERS, target) ?? [],
      absorbers: Reflect.getMetadata(ABSORBERS, target) ?? [],
    }
  );
}
