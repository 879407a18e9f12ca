import { Injectable } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import type { Principal, PushAdapter } from '../platform/push/index.js';

/** Carries pushes to sockets. A socket sits in the room of each principal it may act as, see `socket-rooms.ts`. */
@Injectable()
export class Publisher implements PushAdapter {
  private widget: Namespace | undefined;
  private agent: Namespace | undefined;

  serve(namespaces: { widget?: Namespace; agent?: Namespace }): void {
    this.widget = namespaces.widget ?? this.widget;
    this.agent = namespaces.agent ?? this.agent;
  }

  /** Sockets connected to this process. */
  get sockets(): Record<'widget' | 'agent', number> {
    return { widget: this.widget?.sockets.size ?? 0, agent: this.agent?.sockets.size ?? 0 };
  }

  toCustomers: PushAdapter['toCustomers'] = (audience, event, push) => send(this.widget, audience, event, push);
  toStaff: PushAdapter['toStaff'] = (audience, event, push) => send(this.agent, audience, event, push);
}

function send(namespace: Namespace | undefined, audience: Principal[], event: string, push: unknown): void {
  // `to([])` would reach everyone.
  if (audience.length === 0) throw new Error('a push needs an audience');
  namespace?.to(audience).emit(event, push);
}
