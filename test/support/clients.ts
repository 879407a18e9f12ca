import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type {
  Ack,
  AgentToServer,
  Problem,
  ServerToAgent,
  ServerToWidget,
  SessionState,
  WidgetToServer,
} from '../../src/contract/index.js';
import type { SignedIn } from './factories.js';
import { until } from './until.js';

type PayloadOf<E> = E extends (payload: infer P, ack: never) => void ? P : never;
type AckOf<E> = E extends (payload: never, ack: (a: infer A) => void) => void ? A : never;
type PushOf<E> = E extends (push: infer P) => void ? P : never;

/** A socket of a real browser's kind, with what it was pushed, in order. */
export class Client<ToServer extends object, ToClient extends object> {
  readonly pushes: { event: keyof ToClient; push: unknown }[] = [];

  constructor(readonly socket: Socket) {
    socket.onAny((event, push) => this.pushes.push({ event, push }));
  }

  /** The ack, whatever it says. */
  async ask<E extends keyof ToServer & string>(event: E, payload: unknown): Promise<AckOf<ToServer[E]>> {
    return await this.socket.timeout(10_000).emitWithAck(event, payload);
  }

  /** The data of a good ack. @throws with the code of a bad one */
  async call<E extends keyof ToServer & string>(
    event: E,
    payload: PayloadOf<ToServer[E]>,
  ): Promise<Extract<AckOf<ToServer[E]>, { ok: true }>> {
    const ack = (await this.ask(event, payload)) as Ack;
    if (!ack.ok) throw Object.assign(new Error(`${event}: ${ack.error.code}`), { problem: ack.error });
    return ack as Extract<AckOf<ToServer[E]>, { ok: true }>;
  }

  of<E extends keyof ToClient>(event: E): PushOf<ToClient[E]>[] {
    return this.pushes.filter((push) => push.event === event).map(({ push }) => push as PushOf<ToClient[E]>);
  }

  /** The first push of this kind that fits, now or soon. */
  async heard<E extends keyof ToClient>(
    event: E,
    fits: (push: PushOf<ToClient[E]>) => boolean = () => true,
  ): Promise<PushOf<ToClient[E]>> {
    return await until(() => this.of(event).find(fits), `a push ${String(event)}`);
  }

  close(): void {
    this.socket.disconnect();
  }
}

export type AgentClient = Client<AgentToServer, ServerToAgent>;

export class WidgetClient extends Client<WidgetToServer, ServerToWidget> {
  session = '';

  async resume(): Promise<SessionState> {
    const state = await this.call('session.resume', {});
    this.session = state.session;
    return state;
  }

  /** Starts a conversation and says something in it. */
  async begin(body: string, category?: 'account' | 'earnings' | 'feature' | 'content'): Promise<string> {
    const { conversation } = await this.call('conversation.start', { clientConversationId: randomUUID(), category });
    await this.say(conversation.id, body);
    return conversation.id;
  }

  async say(conversationId: string, body: string, clientMessageId: string = randomUUID()) {
    return (await this.call('message.send', { conversationId, clientMessageId, body })).entry;
  }
}

/** @throws Error with `problem` when the server refuses the handshake */
export async function connectWidget(
  desk: { url: string },
  options: { site: { key: string }; session?: string; locale?: 'zh-CN' | 'en'; origin?: string; host?: string },
): Promise<WidgetClient> {
  const client = new WidgetClient(
    await connect(`${desk.url}/widget`, {
      auth: { site: options.site.key, session: options.session, locale: options.locale ?? 'zh-CN', host: options.host },
      ...(options.origin && { extraHeaders: { origin: options.origin } }),
    }),
  );
  await client.resume();
  return client;
}

export async function connectAgent(desk: { url: string }, staff: Pick<SignedIn, 'cookie'>): Promise<AgentClient> {
  return new Client(await connect(`${desk.url}/agent`, { extraHeaders: { cookie: staff.cookie } }));
}

/** A bare socket that is connected. @throws Error with `problem` when the handshake is refused */
export async function connect(url: string, options: Parameters<typeof io>[1] = {}): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true, ...options });
  return await new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', (error: Error & { data?: Problem }) => {
      socket.disconnect();
      reject(Object.assign(error, { problem: error.data }));
    });
  });
}
