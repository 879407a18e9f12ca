import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Ack, CustomerConversationView, SessionState } from '../../src/contract/index.js';

interface SeenEntry {
  id: string;
  seq: number;
}

/**
 * Somebody who keeps sending what was not acknowledged, with the same id, over any number of connections; and whose screen is
 * kept as a browser keeps it: by pushes, and by catching up after each connect, at a gap and when told to.
 */
abstract class Stubborn {
  /** In the order of sending. */
  readonly sent: string[] = [];
  /** Of the entries that were acknowledged, in the same order. */
  readonly acked: string[] = [];
  protected readonly socket: Socket;
  private readonly catchingUp = new Map<string, 'once' | 'again'>();
  private readonly screens = new Map<string, Map<number, string>>();

  protected constructor(url: string, options: Parameters<typeof io>[1]) {
    this.socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      ...options,
    });
    this.socket.on('entry.added', ({ conversationId, entry }: { conversationId: string; entry: SeenEntry }) => {
      this.see(conversationId, [entry]);
      if (this.contiguous(conversationId) < entry.seq) void this.catchUp(conversationId);
    });
    const catchUpAll = () => {
      for (const conversationId of this.screens.keys()) void this.catchUp(conversationId);
    };
    this.socket.on('connect', catchUpAll);
    this.socket.on('pushes.missed', catchUpAll);
  }

  /** Ids of the entries on screen, in order. */
  screen(conversationId: string): string[] {
    return [...(this.screens.get(conversationId) ?? [])].sort(([a], [b]) => a - b).map(([, id]) => id);
  }

  async open(conversationId: string): Promise<void> {
    this.see(conversationId, []);
    await this.catchUp(conversationId);
  }

  async say(conversationId: string, body: string): Promise<void> {
    const clientMessageId = randomUUID();
    this.sent.push(clientMessageId);
    const payload = { conversationId, clientMessageId, body };
    const { entry } = await this.persist<{ entry: SeenEntry }>('message.send', payload);
    this.acked.push(entry.id);
    this.see(conversationId, [entry]);
  }

  close(): void {
    this.socket.disconnect();
  }

  protected async persist<T>(event: string, payload: object): Promise<T> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const ack = (await this.socket
        .timeout(2_000)
        .emitWithAck(event, payload)
        .catch(() => undefined)) as Ack<object> | undefined;
      if (ack?.ok) return ack as T;
      if (ack && !['unavailable', 'internal_error', 'too_many_requests'].includes(ack.error.code))
        throw new Error(`${event}: ${ack.error.code}`);
    }
    throw new Error(`${event} was never acknowledged`);
  }

  private see(conversationId: string, entries: SeenEntry[]): void {
    const screen = this.screens.get(conversationId) ?? new Map<number, string>();
    this.screens.set(conversationId, screen);
    for (const { seq, id } of entries) screen.set(seq, id);
  }

  /** Once at a time, and once more for what came in between. */
  private async catchUp(conversationId: string): Promise<void> {
    const underWay = this.catchingUp.get(conversationId);
    this.catchingUp.set(conversationId, 'again');
    if (underWay) return;
    while (this.catchingUp.get(conversationId) === 'again') {
      this.catchingUp.set(conversationId, 'once');
      await this.catchUpOnce(conversationId);
    }
    this.catchingUp.delete(conversationId);
  }

  private async catchUpOnce(conversationId: string): Promise<void> {
    for (let more = true; more; ) {
      const payload = { conversationId, afterSeq: this.contiguous(conversationId) };
      const page = await this.persist<{ entries: SeenEntry[]; hasMore: boolean }>('conversation.catch_up', payload);
      this.see(conversationId, page.entries);
      more = page.hasMore;
    }
  }

  private contiguous(conversationId: string): number {
    const screen = this.screens.get(conversationId);
    let seq = 0;
    while (screen?.has(seq + 1)) seq += 1;
    return seq;
  }
}

export class StubbornCustomer extends Stubborn {
  conversationId = '';

  /** @param handshake also holds the session, once there is one */
  constructor(
    url: string,
    private readonly handshake: { site: string; session?: string },
  ) {
    super(`${url}/widget`, { auth: (give) => give({ ...handshake, locale: 'zh-CN' }) });
  }

  async start(): Promise<void> {
    this.handshake.session = (await this.persist<SessionState>('session.resume', {})).session;
    const { conversation } = await this.persist<{ conversation: CustomerConversationView }>('conversation.start', {
      clientConversationId: randomUUID(),
    });
    this.conversationId = conversation.id;
    await this.open(conversation.id);
  }

  async askForPerson(): Promise<void> {
    await this.persist('person.request', { conversationId: this.conversationId });
  }
}

export class StubbornAgent extends Stubborn {
  constructor(url: string, cookie: string) {
    super(`${url}/agent`, { extraHeaders: { cookie } });
  }
}
