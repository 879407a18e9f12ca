import { Inject, Injectable } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import { CONFIG, type Config } from '../config.js';
import type { Principal, PushAdapter } from '../platform/push/index.js';

/** Carries pushes to sockets. A socket sits in the room of each principal it may act as, see `socket-rooms.ts`. */
@Injectable()
export class Publisher implements PushAdapter {
  private widget: Namespace | undefined;
  private agent: Namespace | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  serve(namespaces: { widget?: Namespace; agent?: Namespace }): void {
    this.widget = namespaces.widget ?? this.widget;
    this.agent = namespaces.agent ?? this.agent;
  }

  /** Sockets connected to this process. */
  get sockets(): Record<'widget' | 'agent', number> {
    return { widget: this.widget?.sockets.size ?? 0, agent: this.agent?.sockets.size ?? 0 };
  }

  toCustomers: PushAdapter['toCustomers'] = (audience, event, push, except) =>
    this.send(this.widget, audience, event, push, except);
  toStaff: PushAdapter['toStaff'] = (audience, event, push) => this.send(this.agent, audience, event, push);

  toCustomersHere: PushAdapter['toCustomersHere'] = (audience, event, push) => {
    if (audience.length === 0) throw new Error('a push needs an audience');
    this.widget?.local.to(audience).emit(event, push);
  };

  hasCustomersHere(audience: Principal): boolean {
    return this.widget?.adapter.rooms.has(audience) ?? false;
  }

  /** A push is encoded once for all who hear it; and not at all when it is known that nobody does. */
  private send(
    namespace: Namespace | undefined,
    audience: Principal[],
    event: string,
    push: unknown,
    except?: string,
  ): void {
    // `to([])` would reach everyone.
    if (audience.length === 0) throw new Error('a push needs an audience');
    if (!namespace || (!this.config.redisUrl && !hasListeners(namespace, audience, except))) return;
    const receivers = namespace.to(audience);
    (except === undefined ? receivers : receivers.except(except)).emit(event, push);
  }
}

/** Among the sockets of this process. */
function hasListeners({ adapter }: Namespace, audience: Principal[], except?: string): boolean {
  return audience.some((principal) => {
    const room = adapter.rooms.get(principal);
    return room !== undefined && (room.size > 1 || except === undefined || !room.has(except));
  });
}
