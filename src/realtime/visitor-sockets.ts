import { Injectable } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import type { Locale } from '../contract/index.js';
import type { CustomerPrincipal } from '../people/index.js';
import { customerRooms, visitorRoom } from './socket-rooms.js';

/** What a customer's socket speaks for, from its handshake on. */
export interface WidgetContext {
  socket: Socket;
  customer: CustomerPrincipal;
  sessionKey: string;
  locale: Locale;
}

/** The tabs of one browser session change hands together when it is identified or logged out. */
@Injectable()
export class VisitorSockets {
  private namespace: Namespace | undefined;

  serve(namespace: Namespace): void {
    this.namespace = namespace;
  }

  /** This socket now speaks for somebody else; the other tabs of its former session have to knock again. */
  async become(context: WidgetContext, customer: CustomerPrincipal, sessionKey: string): Promise<void> {
    const former = context.customer;
    for (const room of customerRooms(former)) await context.socket.leave(room);
    Object.assign(context, { customer, sessionKey });
    await context.socket.join(customerRooms(customer));
    this.recycle(former.visitorSessionId, context.socket);
  }

  /** Closes the connection below the socket, so that the client comes back by itself with a new handshake. */
  private recycle(visitorSessionId: string, except?: Socket): void {
    for (const id of this.namespace?.adapter.rooms.get(visitorRoom(visitorSessionId)) ?? []) {
      if (id !== except?.id) this.namespace?.sockets.get(id)?.conn.close();
    }
  }
}
