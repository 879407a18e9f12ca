import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../clock/index.js';
import { ProcessLine } from './process-line.js';
import type { SignalDefinition } from './signal.js';

const CHANNEL = 'porchlight:signals';
/** What is said again within this time is said once: a busy desk fills its outbox thousands of times a second. */
const TOGETHER_MILLISECONDS = 4;

/**
 * A short word to every process of the desk, this one first. It may be lost, so whoever relies on one also looks by
 * itself now and then. Never part of a transaction, and costs PostgreSQL nothing.
 */
@Injectable()
export class Signals implements OnModuleInit {
  private readonly self = newId();
  private readonly listeners = new Map<string, ((body: object) => void)[]>();
  private readonly pending = new Set<string>();
  private resting: NodeJS.Timeout | undefined;

  constructor(private readonly line: ProcessLine) {}

  onModuleInit(): void {
    if (!this.line.speaker) return;
    const listener = this.line.listener();
    listener.on('message', (_channel, text) => this.receive(text));
    // Fails only when the line is closed before it ever came about.
    listener.subscribe(CHANNEL).catch(() => undefined);
  }

  on<Body extends object>(signal: SignalDefinition<Body>, listener: (body: Body) => void): void {
    const known = this.listeners.get(signal.name) ?? [];
    this.listeners.set(signal.name, [...known, listener as (body: object) => void]);
  }

  send<Body extends object>(signal: SignalDefinition<Body>, body: Body): void {
    this.hear(signal.name, body);
    if (!this.line.speaker) return;
    this.pending.add(JSON.stringify([signal.name, body]));
    if (!this.resting) this.speak();
  }

  private speak(): void {
    const text = `{"from":"${this.self}","signals":[${[...this.pending].join(',')}]}`;
    this.pending.clear();
    this.line.speaker?.publish(CHANNEL, text).catch(() => undefined);
    this.resting = setTimeout(() => {
      this.resting = undefined;
      if (this.pending.size > 0) this.speak();
    }, TOGETHER_MILLISECONDS);
  }

  private receive(text: string): void {
    const { from, signals } = JSON.parse(text) as { from: string; signals: [name: string, body: object][] };
    if (from === this.self) return;
    for (const [name, body] of signals) this.hear(name, body);
  }

  private hear(name: string, body: object): void {
    for (const listener of this.listeners.get(name) ?? []) listener(body);
  }
}
