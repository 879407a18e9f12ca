import type { Socket } from 'socket.io';
import type { z } from 'zod';
import type { Ack, Locale } from '../contract/index.js';
import { newId } from '../platform/clock/index.js';
import { DeskError, toProblem } from '../platform/errors/index.js';
import { parse, toDeskError } from '../platform/http/index.js';
import type { Logger } from '../platform/logger/index.js';
import { socketStopwatch } from './socket.metrics.js';

type PayloadOf<Event> = Event extends (payload: infer P, ack: never) => void ? P : never;
type AnswerOf<Event> = Event extends (payload: never, ack: (a: infer A) => void) => void
  ? Omit<Extract<A, { ok: true }>, 'ok'>
  : never;

/** Every event of a namespace with the shape it takes. A missing one does not compile. */
export type SchemaTable<Events> = { [E in keyof Events]: z.ZodType<PayloadOf<Events[E]>> };
/** … and what answers it. */
export type HandlerTable<Events, Context> = {
  [E in keyof Events]: (context: Context, payload: PayloadOf<Events[E]>) => Promise<AnswerOf<Events[E]>>;
};

/**
 * Binds all events of a namespace to a socket, past the framework's pipes and filters: these cost a third of the
 * throughput, and an error in them leaves the sender without an ack. Here every call gets exactly one ack,
 * with the stable code of what went wrong.
 */
export function bindEvents<Events extends object, Context extends { locale: Locale }>(
  socket: Socket,
  context: () => Context,
  schemas: SchemaTable<Events>,
  handlers: HandlerTable<Events, Context>,
  guard: (event: string) => Promise<void>,
  logger: Logger,
): void {
  const stop = stopwatchOf(socket.nsp.name, schemas);
  const answer = async (event: string, payload: unknown): Promise<Ack> => {
    const begun = performance.now();
    try {
      const key = event as keyof Events;
      await guard(event);
      if (!Object.hasOwn(schemas, event)) throw new DeskError('not_found');
      const data = await handlers[key](context(), parse(schemas[key], payload) as PayloadOf<Events[typeof key]>);
      stop(event, 'ok', begun);
      return { ok: true, ...data };
    } catch (thrown) {
      const requestId = newId();
      const error = toProblem(toDeskError(thrown), context().locale, requestId);
      if (error.status >= 500) logger.error({ err: thrown, requestId, event }, error.code);
      stop(event, error.status >= 500 ? 'failed' : 'refused', begun);
      return { ok: false, error };
    }
  };
  socket.onAny((event: string, ...parts: unknown[]) => {
    const ack = parts.at(-1);
    void answer(event, parts[0] === ack ? undefined : parts[0]).then((result) => {
      if (typeof ack === 'function') ack(result);
    });
  });
}

type Stopwatch = ReturnType<typeof socketStopwatch>;
const stopwatches = new Map<object, Stopwatch>();

/** One for all sockets of a namespace. */
function stopwatchOf(namespace: string, schemas: object): Stopwatch {
  const known = stopwatches.get(schemas);
  if (known) return known;
  const made = socketStopwatch(namespace.slice(1), Object.keys(schemas));
  stopwatches.set(schemas, made);
  return made;
}
