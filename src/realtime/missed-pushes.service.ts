import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import { Logger } from '../platform/logger/index.js';
import { defineSignal, ProcessLine, Signals } from '../platform/signals/index.js';
import { VisitorSockets } from './visitor-sockets.js';

/** All sockets of this process are told within one turn, a part of them at each step: they answer with questions. */
const STEP_MILLISECONDS = 200;
const STEPS = 25;

const PushesMissed = defineSignal('pushes.missed');

/**
 * While processes do not hear each other, their screens cannot be told what others wrote: so they are told every five
 * seconds to look for themselves, and once more when the line stands again.
 */
@Injectable()
export class MissedPushes implements OnModuleDestroy {
  private widget: Namespace | undefined;
  private agent: Namespace | undefined;
  private timer: NodeJS.Timeout | undefined;
  private step = 0;
  private stepsLeft = 0;
  private losses = 0;

  constructor(
    private readonly line: ProcessLine,
    private readonly signals: Signals,
    private readonly visitors: VisitorSockets,
    private readonly logger: Logger,
  ) {}

  serve(namespaces: { widget?: Namespace; agent?: Namespace }): void {
    this.widget = namespaces.widget ?? this.widget;
    this.agent = namespaces.agent ?? this.agent;
    if (!this.line.speaker || this.timer) return;
    this.losses = this.line.losses;
    this.signals.on(PushesMissed, () => this.tellAll());
    this.timer = setInterval(() => this.look(), STEP_MILLISECONDS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    if (!this.line.isWhole) this.tellAll();
    else if (this.losses !== this.line.losses) {
      this.losses = this.line.losses;
      // What others did not hear of us, their screens have missed.
      this.signals.send(PushesMissed, {});
    }
    if (this.stepsLeft === 0) return;
    this.stepsLeft -= 1;
    this.step = (this.step + 1) % STEPS;
    const [widgets, agents] = [this.part(this.widget), this.part(this.agent)];
    for (const socket of [...widgets, ...agents]) socket.emit('pushes.missed', {});
    if (widgets.length > 0)
      this.visitors.recheck(widgets).catch((err) => this.logger.warn({ err }, 'widget sessions could not be checked'));
  }

  private tellAll(): void {
    this.stepsLeft = STEPS;
  }

  private part(namespace: Namespace | undefined): Socket[] {
    return [...(namespace?.sockets.values() ?? [])].filter((_, index) => index % STEPS === this.step);
  }
}
