import type { ConsumerRegistry } from './consumer-registry.js';
import type { Run } from './delivery.js';
import type { DeliveredEvent } from './events.js';

/** A row of the outbox as a relay reads it. */
export type WaitingEvent = DeliveredEvent<object> & {
  /** Names of consumers. */
  handledBy: string[] | null;
  /** As the database writes it. */
  retryAt: string | null;
};

export const WAITING_EVENT = `
  id, key, type, payload, created_at AS "createdAt", retry_at::text AS "retryAt",
  (SELECT array_agg(consumer) FROM outbox_inbox WHERE event_id = outbox.id) AS "handledBy"`;

/**
 * For each consumer in turn, the urgent ones first, what it has not handled of a key, in order; what covers what came before
 * it goes together.
 */
export function runsOf(registry: ConsumerRegistry, events: readonly WaitingEvent[]): Run[] {
  const runs = new Map<string, Run[]>();
  for (const event of events)
    for (const subscription of registry.of(event.type)) {
      const { name } = subscription.consumer;
      if (event.handledBy?.includes(name) || !subscription.wants(event)) continue;
      const own = runs.get(name) ?? [];
      runs.set(name, own);
      const last = own.at(-1);
      const earlier = last?.subscription === subscription ? last.events.at(-1) : undefined;
      if (last && earlier && subscription.covers(event, earlier)) last.events.push(event);
      else own.push({ subscription, events: [event] });
    }
  const isUrgent = (own: Run[]) => own[0]?.subscription.consumer.urgent === true;
  const all = [...runs.values()];
  return [...all.filter(isUrgent), ...all.filter((own) => !isUrgent(own))].flat();
}
