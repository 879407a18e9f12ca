import { Manager, type Socket } from 'socket.io-client';
import type {
  Ack,
  ErrorCode,
  Problem,
  ServerToWidget,
  WidgetHandshake,
  WidgetToServer,
} from '../../../../contract/index.js';

type Requests = { [Event in keyof WidgetToServer]: Parameters<WidgetToServer[Event]>[0] };
type AckOf<Event extends keyof WidgetToServer> = Parameters<Parameters<WidgetToServer[Event]>[1]>[0];
export type Answer<Event extends keyof WidgetToServer> = Extract<AckOf<Event>, { ok: true }>;

/** So long is waited for an answer. */
export const ACK_PATIENCE_MS = 8_000;
const REFUSED_PAUSE_MS = 5_000;

/** A request that got no answer (`offline`), or the server's refusal with its problem. */
export class RequestError extends Error {
  constructor(
    readonly code: ErrorCode | 'offline',
    readonly problem?: Problem,
  ) {
    super(problem?.title ?? code);
  }

  /** Trying the same again later can help. */
  get isTemporary(): boolean {
    return ['offline', 'unavailable', 'too_many_requests', 'internal_error'].includes(this.code);
  }
}

export interface ConnectionOptions {
  handshake: () => WidgetHandshake;
  onConnect: () => void;
  onDisconnect: () => void;
  /** The server does not take this handshake; it is tried again by itself after a pause. */
  onRefused: (problem: Problem | undefined) => void;
}

/** The one socket of this tab. Reconnects for ever; whoever listens to `onConnect` brings the screens up to date. */
export function createConnection(options: ConnectionOptions) {
  const transports = ['websocket', 'polling'];
  const manager = new Manager<ServerToWidget, WidgetToServer>({
    transports,
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 4_000,
    timeout: 6_000,
    autoConnect: false,
  });
  const socket: Socket<ServerToWidget, WidgetToServer> = manager.socket('/widget', {
    auth: (give) => give(options.handshake()),
  });
  let pause = 0;

  function reconnect(): void {
    clearTimeout(pause);
    socket.disconnect().connect();
  }

  function reconnectAfter(milliseconds: number): void {
    clearTimeout(pause);
    pause = window.setTimeout(reconnect, milliseconds);
  }

  socket.on('connect', options.onConnect);
  socket.on('disconnect', (reason) => {
    options.onDisconnect();
    if (reason === 'io server disconnect') reconnectAfter(1_000);
  });
  socket.on('connect_error', (error: Error & { data?: Problem }) => {
    options.onDisconnect();
    if (socket.active) {
      // Some networks let a WebSocket open and then say nothing: the other way goes first the next time.
      transports.reverse();
      return;
    }
    options.onRefused(error.data);
    reconnectAfter((error.data?.retryAfter ?? 0) * 1_000 || REFUSED_PAUSE_MS);
  });
  const wake = () => {
    if (!socket.connected && document.visibilityState === 'visible') reconnect();
  };
  addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);

  /** Asks the server. Rejects with RequestError; never waits longer than the patience for an answer. */
  function request<Event extends keyof WidgetToServer>(event: Event, payload: Requests[Event]): Promise<Answer<Event>> {
    return new Promise((resolve, reject) => {
      if (!socket.connected) {
        reject(new RequestError('offline'));
        return;
      }
      const answered = (timeout: Error | null, ack: Ack) => {
        if (timeout) reject(new RequestError('offline'));
        else if (ack.ok) resolve(ack as Answer<Event>);
        else reject(new RequestError(ack.error.code, ack.error));
      };
      // The maps say exactly this, but a payload and an ack of a generic event are beyond the library's types.
      const emit = socket.timeout(ACK_PATIENCE_MS).emit as (...args: [string, object, typeof answered]) => void;
      emit.call(socket, event, payload, answered);
    });
  }

  return {
    request,
    reconnect,
    start: () => socket.connect(),
    on: socket.on.bind(socket) as typeof socket.on,
    off: socket.off.bind(socket) as typeof socket.off,
    get isConnected() {
      return socket.connected;
    },
  };
}

export type Connection = ReturnType<typeof createConnection>;
