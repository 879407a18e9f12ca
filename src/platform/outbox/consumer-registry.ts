import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import {
  type AbsorberEntry,
  type ConsumerMetadata,
  type ConsumerOptions,
  consumerMetadata,
} from './consumer.decorator.js';
import type { DeliveredEvent, EventAbsorber, EventHandler } from './events.js';

export interface Subscription {
  consumer: ConsumerOptions;
  wants(event: DeliveredEvent<object>): boolean;
  /** Both of this subscription's type, one after the other. */
  covers(later: DeliveredEvent<object>, earlier: DeliveredEvent<object>): boolean;
  handle: EventHandler<object>;
  absorber?: Absorber;
}

/** One method, perhaps of several kinds of facts. */
export interface Absorber {
  method: string;
  each: boolean;
  absorb: EventAbsorber<object>;
}

/** Who follows what. Wiring errors refuse to boot, so they never reach a user. */
@Injectable()
export class ConsumerRegistry implements OnModuleInit {
  private readonly byType = new Map<string, Subscription[]>();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const names = new Set<string>();
    for (const { instance } of this.discovery.getProviders()) {
      const metadata: ConsumerMetadata | undefined =
        instance && typeof instance === 'object' ? consumerMetadata(instance.constructor) : undefined;
      if (!metadata) continue;
      const { options, handlers, absorbers } = metadata;
      if (names.has(options.name)) throw new Error(`two outbox consumers are named ${options.name}`);
      if (handlers.length === 0) throw new Error(`the outbox consumer ${options.name} handles nothing`);
      names.add(options.name);
      const lonely = absorbers.find(({ type }) => !handlers.some((handler) => handler.type === type));
      if (lonely) throw new Error(`${options.name} absorbs ${lonely.type} without handling it`);
      for (const { type, method, when, covers } of handlers) {
        const subscriptions = this.byType.get(type) ?? [];
        if (subscriptions.some((other) => other.consumer.name === options.name))
          throw new Error(`${options.name} handles ${type} twice`);
        subscriptions.push({
          consumer: options,
          wants: (event) => (when as ((payload: object) => boolean) | undefined)?.(event.payload) ?? true,
          covers: (later, earlier) =>
            (covers as ((later: object, earlier: object) => boolean) | undefined)?.(later.payload, earlier.payload) ??
            false,
          handle: (tx, event) =>
            (instance as Record<string, EventHandler<object>>)[method]?.(tx, event) as Promise<void>,
          absorber: absorberOf(
            instance,
            absorbers.find((absorber) => absorber.type === type),
          ),
        });
        this.byType.set(type, subscriptions);
      }
    }
  }

  of(type: string): Subscription[] {
    return this.byType.get(type) ?? [];
  }
}

function absorberOf(instance: object, entry: AbsorberEntry | undefined): Absorber | undefined {
  if (!entry) return undefined;
  const { method, each } = entry;
  const absorb: EventAbsorber<object> = (tx, events) =>
    (instance as Record<string, EventAbsorber<object>>)[method]?.(tx, events) as Promise<string[]>;
  return { method, each, absorb };
}
