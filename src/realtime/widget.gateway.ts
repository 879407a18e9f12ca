import { Inject } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { CONFIG, type Config } from '../config.js';
import { CustomerSessions } from '../people/index.js';
import { parse } from '../platform/http/index.js';
import { Logger } from '../platform/logger/index.js';
import { addressKey } from '../platform/rate-limit/index.js';
import { Attendance } from '../sla/index.js';
import { bindEvents } from './event-table.js';
import { authenticated } from './handshake.js';
import { MissedPushes } from './missed-pushes.service.js';
import { Publisher } from './publisher.js';
import { SocketLimits } from './socket-limits.js';
import { customerRooms } from './socket-rooms.js';
import { VisitorSockets, type WidgetContext } from './visitor-sockets.js';
import { WidgetHandlers } from './widget.handlers.js';
import { WIDGET_SCHEMAS, WidgetHandshakeSchema } from './widget.schemas.js';

/** Customers' widgets. Who a socket speaks for comes from the key of its browser session, never from a payload. */
@WebSocketGateway({ namespace: '/widget' })
export class WidgetGateway implements OnGatewayInit<Namespace>, OnGatewayConnection<Socket> {
  private readonly limits: SocketLimits;
  /** New visitors of one address, also those whom a log-out leaves behind; a whole market may share one. */
  private readonly newcomers = new SocketLimits(200);

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly sessions: CustomerSessions,
    private readonly handlers: WidgetHandlers,
    private readonly publisher: Publisher,
    private readonly missed: MissedPushes,
    private readonly visitors: VisitorSockets,
    private readonly attendance: Attendance,
    private readonly logger: Logger,
  ) {
    this.limits = new SocketLimits(config.socketEventsPerTenSeconds);
  }

  afterInit(namespace: Namespace): void {
    this.publisher.serve({ widget: namespace });
    this.missed.serve({ widget: namespace });
    this.visitors.serve(namespace);
    namespace.use(authenticated((socket) => this.admit(socket), this.logger));
  }

  handleConnection(socket: Socket): void {
    const context = () => socket.data as WidgetContext;
    const { customer } = context();
    void socket.join(customerRooms(customer));
    this.attendance.came(customer.customerId);
    socket.on('disconnect', () => this.attendance.left(context().customer.customerId));
    bindEvents(
      socket,
      context,
      WIDGET_SCHEMAS,
      this.handlers.table,
      async (event) => {
        // Counted for the session that came in, whoever it becomes: else each log-out would begin a new count.
        await this.limits.consume(customer.visitorSessionId);
        if (event === 'logout') await this.newcomers.consume(addressKey(socket.handshake.address));
      },
      this.logger,
    );
  }

  private async admit(socket: Socket): Promise<void> {
    const { site, session, locale, host } = parse(WidgetHandshakeSchema, socket.handshake.auth);
    const address = addressKey(socket.handshake.address);
    if (!session) await this.newcomers.consume(address);
    const { sessionKey, principal } = await this.sessions.resume({
      siteKey: site,
      sessionKey: session,
      locale,
      origin: host,
    });
    // An unknown key makes a new visitor too, and counts as one.
    if (session && session !== sessionKey) await this.newcomers.consume(address);
    socket.data = { socket, customer: principal, sessionKey, locale } satisfies WidgetContext;
  }
}
