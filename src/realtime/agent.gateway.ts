import { Inject, type OnModuleDestroy } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { CONFIG, type Config } from '../config.js';
import type { AgentToServer } from '../contract/index.js';
import { type StaffPrincipal, StaffSessions, sessionCookieName } from '../people/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Logger } from '../platform/logger/index.js';
import { Presences } from '../routing/index.js';
import { AgentHandlers } from './agent.handlers.js';
import { AGENT_SCHEMAS } from './agent.schemas.js';
import { bindEvents } from './event-table.js';
import { authenticated } from './handshake.js';
import { MissedPushes } from './missed-pushes.service.js';
import { Onlookers } from './onlookers.service.js';
import { Publisher } from './publisher.js';
import { SocketLimits } from './socket-limits.js';
import { staffRooms } from './socket-rooms.js';

const REVOCATION_CHECK_MILLISECONDS = 3_000;
/** Presence outlives a lost connection by three minutes, so this need not be often. */
const SEEN_MILLISECONDS = 30_000;
/** What a person does; the rest a console asks by itself. */
const DEEDS: ReadonlySet<string> = new Set<keyof AgentToServer>(['message.send', 'note.add', 'typing']);

/**
 * Consoles. The cookie of the staff session lets in; when that session ends, or may no longer what it could, so do
 * its sockets, within 5 s.
 */
@WebSocketGateway({ namespace: '/agent' })
export class AgentGateway implements OnGatewayInit<Namespace>, OnGatewayConnection<Socket>, OnModuleDestroy {
  private readonly limits: SocketLimits;
  private namespace: Namespace | undefined;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly sessions: StaffSessions,
    private readonly handlers: AgentHandlers,
    private readonly presences: Presences,
    private readonly publisher: Publisher,
    private readonly missed: MissedPushes,
    private readonly onlookers: Onlookers,
    private readonly logger: Logger,
  ) {
    this.limits = new SocketLimits(2 * config.socketEventsPerTenSeconds);
  }

  afterInit(namespace: Namespace): void {
    this.namespace = namespace;
    this.publisher.serve({ agent: namespace });
    this.missed.serve({ agent: namespace });
    this.onlookers.serve(namespace);
    namespace.use(authenticated((socket) => this.admit(socket), this.logger));
    this.timers.push(
      setInterval(() => void this.cutEndedSessions(), REVOCATION_CHECK_MILLISECONDS).unref(),
      setInterval(() => this.noteSeen(this.connected().map(({ staffId }) => staffId)), SEEN_MILLISECONDS).unref(),
    );
  }

  handleConnection(socket: Socket): void {
    const staff = principalOf(socket);
    const context = { ...staff, socketId: socket.id };
    void socket.join(staffRooms(staff));
    socket.on('disconnect', () => this.onlookers.leave(socket.id));
    bindEvents(
      socket,
      () => context,
      AGENT_SCHEMAS,
      this.handlers.table,
      (event) => {
        if (DEEDS.has(event)) this.presences.noteActive(staff.staffId);
        return this.limits.consume(staff.sessionId);
      },
      this.logger,
    );
    this.noteSeen([staff.staffId]);
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private async admit(socket: Socket): Promise<void> {
    const token = cookieOf(socket.handshake.headers.cookie ?? '', sessionCookieName(this.config));
    const staff = token && (await this.sessions.authenticate(token));
    if (!staff) throw new DeskError('unauthenticated');
    socket.data = { staff };
  }

  private connected(): StaffPrincipal[] {
    return [...(this.namespace?.sockets.values() ?? [])].map(principalOf);
  }

  private noteSeen(staffIds: string[]): void {
    this.presences.seen([...new Set(staffIds)]).catch((err) => this.logger.warn({ err }, 'presence was not noted'));
  }

  private async cutEndedSessions(): Promise<void> {
    const sockets = [...(this.namespace?.sockets.values() ?? [])];
    if (sockets.length === 0) return;
    try {
      const rights = await this.sessions.rights([...new Set(sockets.map((socket) => principalOf(socket).sessionId))]);
      for (const socket of sockets) {
        const staff = principalOf(socket);
        const now = rights.get(staff.sessionId);
        if (!now) {
          socket.emit('session.ended', {});
          socket.disconnect(true);
          // Closed below the socket, it comes back by itself and hears what its person may see now.
        } else if (now.role !== staff.role || String(now.teamIds) !== String(staff.teamIds)) socket.conn.close();
      }
    } catch (err) {
      this.logger.warn({ err }, 'staff sessions could not be checked; trying again');
    }
  }
}

function principalOf(socket: Socket): StaffPrincipal {
  return (socket.data as { staff: StaffPrincipal }).staff;
}

function cookieOf(header: string, name: string): string | undefined {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
