import { setTimeout as rest } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { Ack, Problem } from '../../../contract/index.js';
import { around } from '../world.js';
import type { Meter } from './meter.js';

type PayloadOf<E> = E extends (payload: infer P, ack: never) => void ? P : never;
type AckOf<E> = E extends (payload: never, ack: (a: infer A) => void) => void ? Extract<A, { ok: true }> : never;

const ACK_MILLISECONDS = 10_000;
/** Doubled from try to try: a desk that is behind must not be asked ever more. */
const RETRY_MILLISECONDS = 150;
const RAREST_RETRY_MILLISECONDS = 5_000;
const LOOK_MILLISECONDS = 500;
/** What passes by itself; everything else is a word that stands. */
const PASSING = ['unavailable', 'internal_error', 'too_many_requests'];

/** The desk said no. */
export class Refused extends Error {
  constructor(
    readonly event: string,
    readonly code: string,
  ) {
    super(`${event}: ${code}`);
  }
}

/** Nobody answered for as long as somebody would wait. */
export class GaveUp extends Error {
  constructor(event: string) {
    super(`${event} was never acknowledged`);
  }
}

/** A socket as a browser holds one: it comes back by itself, and what was not acknowledged is sent again, with the same id. */
export class Line<ToServer extends object> {
  readonly socket: Socket;

  constructor(
    url: string,
    private readonly meter: Meter,
    options: { auth?: () => object; headers?: Record<string, string> },
  ) {
    const { auth, headers } = options;
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 1_000,
      ...(auth && { auth: (give: (values: object) => void) => give(auth()) }),
      ...(headers && { extraHeaders: headers }),
    });
    this.socket.on('connect_error', (error: Error & { data?: Problem }) => this.refused(error));
    this.socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') meter.count('disconnects');
    });
  }

  /**
   * Asks until there is an answer.
   * @param patience milliseconds
   * @throws Refused, GaveUp
   */
  async ask<E extends keyof ToServer & string>(
    event: E,
    payload: PayloadOf<ToServer[E]>,
    patience = 60_000,
  ): Promise<AckOf<ToServer[E]>> {
    const end = performance.now() + patience;
    for (let tries = 0; performance.now() < end; tries += 1) {
      if (tries > 0) this.meter.count('retries');
      if (!this.socket.connected && !(await this.connected(end))) break;
      const began = performance.now();
      const ack = await this.send(event, payload as object);
      if (ack?.ok) {
        this.meter.took(event === 'message.send' ? 'message' : 'other', performance.now() - began);
        return ack as AckOf<ToServer[E]>;
      }
      const code = ack?.error.code ?? (this.socket.connected ? 'timeout' : 'disconnected');
      this.meter.error(code);
      if (ack && !PASSING.includes(code)) throw new Refused(event, code);
      const patient = Math.min(RETRY_MILLISECONDS * 2 ** tries, RAREST_RETRY_MILLISECONDS);
      const wait = (ack?.error.retryAfter ?? 0) * 1_000 || around(patient);
      await rest(Math.min(wait, Math.max(0, end - performance.now())));
    }
    throw new GaveUp(event);
  }

  /** Sends, and is gone before anybody can answer: a tunnel, or a battery. */
  cutOffSending(event: string, payload: object, hard: boolean): void {
    this.socket.emit(event, payload);
    const { engine } = this.socket.io;
    if (hard) (engine.transport as unknown as { ws?: { terminate?(): void } }).ws?.terminate?.();
    else setImmediate(() => engine.close());
  }

  close(): void {
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }

  private async send(event: string, payload: object): Promise<Ack | undefined> {
    try {
      return (await this.socket.timeout(ACK_MILLISECONDS).emitWithAck(event, payload)) as Ack;
    } catch {
      return undefined;
    }
  }

  private async connected(end: number): Promise<boolean> {
    while (!this.socket.connected && performance.now() < end) {
      let listener: () => void = () => undefined;
      const connects = new Promise<void>((resolve) => {
        listener = resolve;
        this.socket.once('connect', listener);
      });
      await Promise.race([connects, rest(LOOK_MILLISECONDS)]);
      this.socket.off('connect', listener);
    }
    return this.socket.connected;
  }

  /** The library comes back after a lost connection; after a word of the server's it is for us to knock again. */
  private refused({ data }: Error & { data?: Problem }): void {
    this.meter.error(data?.code ?? 'connect_error');
    if (this.socket.active) return;
    setTimeout(() => this.socket.connect(), Math.max(1, data?.retryAfter ?? 1) * 1_000).unref();
  }
}

/** Writes into the ledger that the desk said no to a message. @throws the error itself */
export function noteRefusal(error: unknown, sent: { refused?: string }): never {
  if (error instanceof Refused) sent.refused = error.code;
  throw error;
}
