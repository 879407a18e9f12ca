import { setTimeout as rest } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import type { Locale } from '../contract/index.js';
import { type CustomerPrincipal, CustomerSessions } from '../people/index.js';
import { defineSignal, Signals } from '../platform/signals/index.js';
import { Attendance } from '../sla/index.js';
import { customerRooms, visitorRoom } from './socket-rooms.js';

/** What a customer's socket speaks for, from its handshake on. */
export interface WidgetContext {
  socket: Socket;
  customer: CustomerPrincipal;
  sessionKey: string;
  locale: Locale;
}

const MOMENT_MILLISECONDS = 1_000;

const VisitorChanged = defineSignal<{ visitorSessionId: string; exceptSocketId: string }>('visitor.changed');

/** The tabs of one browser session change hands together when it is identified or logged out, whichever process has them. */
@Injectable()
export class VisitorSockets {
  private namespace: Namespace | undefined;

  constructor(
    private readonly sessions: CustomerSessions,
    private readonly signals: Signals,
    private readonly attendance: Attendance,
  ) {}

  serve(namespace: Namespace): void {
    this.namespace = namespace;
    this.signals.on(VisitorChanged, ({ visitorSessionId, exceptSocketId }) =>
      this.recycle(visitorSessionId, exceptSocketId),
    );
  }

  /** This socket now speaks for somebody else; the other tabs of its former session have to knock again. */
  async become(context: WidgetContext, customer: CustomerPrincipal, sessionKey: string): Promise<void> {
    const former = context.customer;
    for (const room of customerRooms(former)) await context.socket.leave(room);
    Object.assign(context, { customer, sessionKey });
    this.attendance.left(former.customerId);
    this.attendance.came(customer.customerId);
    await context.socket.join(customerRooms(customer));
    this.signals.send(VisitorChanged, {
      visitorSessionId: former.visitorSessionId,
      exceptSocketId: context.socket.id,
    });
  }

  /**
   * Closes those of these sockets that no longer speak for whom they did; for when word of it may have been lost. One that
   * is just changing hands gets a moment to finish.
   */
  async recheck(sockets: readonly Socket[]): Promise<void> {
    const suspects = await this.outdated(sockets);
    if (suspects.length === 0) return;
    await rest(MOMENT_MILLISECONDS);
    for (const socket of await this.outdated(suspects)) socket.conn.close();
  }

  private async outdated(sockets: readonly Socket[]): Promise<Socket[]> {
    const speakers = sockets.map((socket) => ({ socket, ...(socket.data as WidgetContext).customer }));
    const owners = await this.sessions.owners([...new Set(speakers.map(({ visitorSessionId }) => visitorSessionId))]);
    return speakers
      .filter(({ visitorSessionId, customerId }) => owners.get(visitorSessionId) !== customerId)
      .map(({ socket }) => socket);
  }

  /** Closes the connection below the socket, so that the client comes back by itself with a new handshake. */
  private recycle(visitorSessionId: string, exceptSocketId: string): void {
    for (const id of this.namespace?.adapter.rooms.get(visitorRoom(visitorSessionId)) ?? []) {
      if (id !== exceptSocketId) this.namespace?.sockets.get(id)?.conn.close();
    }
  }
}
