import { answerParent } from '../harness/helper-process.js';
import { type Handshake, RawSocket } from './raw-socket.js';

/** Who talks to whom: each customer writes in one conversation; its agent's socket hears it. */
export interface ChatCast {
  customers: { handshake: Handshake; conversationId: string }[];
  agents: Handshake[];
}

export interface ChatRound {
  target: string;
  seconds: number;
  /** Messages under way at once; each is replaced when it is acknowledged and heard. */
  inFlight?: number;
  /** … or messages per second, sent whether or not the earlier ones are through. */
  rate?: number;
}

export interface ChatReport {
  sent: number;
  acknowledged: number;
  heard: number;
  /** Refused, by the first words of the answer. */
  refused: Record<string, number>;
  seconds: number;
  /** Milliseconds from being sent (at a given rate: from being due) to the ack, and to the agent's socket. */
  ack: number[];
  endToEnd: number[];
}

const DRAIN_MILLISECONDS = 15_000;
/** Above so many the server no longer follows; more would only fill the memory. */
const OUTSTANDING = 20_000;
const BODY = '昨天有一笔订单货款没有到账，麻烦帮忙看一下是什么原因，订单尾号 8842，谢谢';
const KEY = '"clientMessageId":"';

interface Message {
  began: number;
  acknowledged: boolean;
  heard: boolean;
}

class Cast {
  private readonly writers: { socket: RawSocket; conversationId: string }[] = [];
  private messages = new Map<string, Message>();
  private readonly byAck = new Map<number, string>();
  private number = 0;
  private next = 0;
  private report!: ChatReport;
  private settled: () => void = () => undefined;

  private constructor(private readonly prefix: string) {}

  static async assemble(target: string, cast: ChatCast): Promise<Cast> {
    const made = new Cast(`${target}-${process.pid}`);
    for (const handshake of cast.agents) {
      const socket = await RawSocket.open(handshake);
      socket.onEvent = (text) => made.hear(text);
    }
    for (const { handshake, conversationId } of cast.customers) {
      const socket = await RawSocket.open(handshake);
      socket.onAck = (id, text) => made.acknowledge(id, text);
      made.writers.push({ socket, conversationId });
    }
    return made;
  }

  async play({ seconds, inFlight, rate }: ChatRound): Promise<ChatReport> {
    this.report = { sent: 0, acknowledged: 0, heard: 0, refused: {}, seconds, ack: [], endToEnd: [] };
    this.messages.clear();
    const began = performance.now();
    const until = began + seconds * 1_000;
    if (rate === undefined) {
      this.settled = () => {
        if (performance.now() < until) this.send(performance.now());
      };
      for (let slot = 0; slot < (inFlight ?? 1); slot += 1) this.send(performance.now());
      await waitFor(() => performance.now() >= until, seconds * 2_000);
    } else {
      this.settled = () => undefined;
      let due = 0;
      await waitFor(() => {
        const now = performance.now();
        for (; began + (due * 1_000) / rate <= Math.min(now, until) && this.messages.size < OUTSTANDING; due += 1)
          this.send(began + (due * 1_000) / rate);
        return now >= until;
      }, seconds * 2_000);
    }
    // What is still under way belongs to this round: its time is counted, and nothing of it runs into the next.
    await waitFor(() => this.messages.size === 0, DRAIN_MILLISECONDS);
    this.report.seconds = (performance.now() - began) / 1_000;
    return this.report;
  }

  private send(began: number): void {
    const { socket, conversationId } = this.writers[this.next] as (typeof this.writers)[number];
    this.next = (this.next + 1) % this.writers.length;
    this.number += 1;
    const clientMessageId = `${this.prefix}-${this.number}`;
    this.messages.set(clientMessageId, { began, acknowledged: false, heard: false });
    this.byAck.set(this.number, clientMessageId);
    this.report.sent += 1;
    socket.emit('message.send', { conversationId, clientMessageId, body: BODY }, this.number);
  }

  private acknowledge(ackId: number, text: string): void {
    const id = this.byAck.get(ackId) ?? '';
    this.byAck.delete(ackId);
    const message = this.messages.get(id);
    if (!message) return;
    if (!text.includes('"ok":true')) {
      const said = /"code":"(\w+)"/.exec(text)?.[1] ?? text.slice(0, 100);
      this.report.refused[said] = (this.report.refused[said] ?? 0) + 1;
      this.settle(id);
      return;
    }
    message.acknowledged = true;
    this.report.acknowledged += 1;
    this.report.ack.push(performance.now() - message.began);
    if (message.heard) this.settle(id);
  }

  private hear(text: string): void {
    const from = text.indexOf(KEY) + KEY.length;
    const id = text.slice(from, text.indexOf('"', from));
    const message = this.messages.get(id);
    if (!message || message.heard) return;
    message.heard = true;
    this.report.heard += 1;
    this.report.endToEnd.push(performance.now() - message.began);
    if (message.acknowledged) this.settle(id);
  }

  private settle(id: string): void {
    this.messages.delete(id);
    this.settled();
  }
}

async function waitFor(condition: () => boolean, milliseconds: number): Promise<void> {
  const patience = performance.now() + milliseconds;
  while (!condition() && performance.now() < patience) await new Promise((resolve) => setTimeout(resolve, 1));
}

const casts = new Map<string, Cast>();
answerParent({
  assemble: async ({ target, cast }: { target: string; cast: ChatCast }) => {
    casts.set(target, await Cast.assemble(target, cast));
  },
  play: async (round: ChatRound) => await casts.get(round.target)?.play(round),
});
