import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Namespace } from 'socket.io';
import type { OnlookerView } from '../contract/index.js';
import { Grants, staffPrincipals } from '../conversations/index.js';
import type { StaffPrincipal } from '../people/index.js';
import { Logger } from '../platform/logger/index.js';
import { defineSignal, Signals } from '../platform/signals/index.js';

/** Each process says this often who is on its screens, as a word may be lost … */
const ROUND_MILLISECONDS = 10_000;
/** … and who was not heard of for so long is gone: their process has died. */
const FORGOTTEN_MILLISECONDS = 25_000;

/** What one console has on its screen; null: no case. */
type Moved = OnlookerView & { socketId: string; conversationId: string | null };
type Onlooker = Moved & { heardAt: number };

const OnlookerMoved = defineSignal<Moved>('onlooker.moved');

/**
 * Who of the staff looks at which case, and who is typing a reply there, wherever they are connected. It is kept in the memory
 * of every process and nowhere else. Only who looks at a case is told who else does.
 */
@Injectable()
export class Onlookers implements OnModuleDestroy {
  private namespace: Namespace | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** By socket, of all processes. */
  private readonly known = new Map<string, Onlooker>();
  /** What the consoles of this process want to be at, and who they are. */
  private readonly here = new Map<string, { staff: StaffPrincipal; conversationId: string }>();

  constructor(
    private readonly grants: Grants,
    private readonly signals: Signals,
    private readonly logger: Logger,
  ) {}

  serve(namespace: Namespace): void {
    this.namespace = namespace;
    this.signals.on(OnlookerMoved, (moved) => this.note(moved));
    this.timer = setInterval(() => {
      this.round().catch((err) => this.logger.warn({ err }, 'who looks at which case was not said again'));
    }, ROUND_MILLISECONDS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /**
   * This console now shows this case, and no other.
   * @returns who looks at it
   * @throws DeskError `not_found` without a grant
   */
  async attend(staff: StaffPrincipal, socketId: string, conversationId: string | null): Promise<OnlookerView[]> {
    if (conversationId === null) {
      this.leave(socketId);
      return [];
    }
    const wanted = { staff, conversationId };
    this.here.set(socketId, wanted);
    try {
      await this.grants.require(conversationId, staffPrincipals(staff));
    } catch (error) {
      if (this.here.get(socketId) === wanted) this.leave(socketId);
      throw error;
    }
    // It may have gone, or on to the next case, meanwhile.
    if (this.here.get(socketId) === wanted)
      this.signals.send(OnlookerMoved, { socketId, ...wordsOf(staff), conversationId, isTyping: false });
    return this.at(conversationId);
  }

  /** A reply is being written at this console, or no more. */
  typing(socketId: string, isTyping: boolean): void {
    const one = this.known.get(socketId);
    if (one) this.signals.send(OnlookerMoved, movedOf({ ...one, isTyping }));
  }

  /** It shows no case any more, or is gone. */
  leave(socketId: string): void {
    this.here.delete(socketId);
    const one = this.known.get(socketId);
    if (one) this.signals.send(OnlookerMoved, movedOf({ ...one, conversationId: null, isTyping: false }));
  }

  /** Once more, for whoever did not hear; and forgets who was not heard of. */
  async round(): Promise<void> {
    const now = performance.now();
    for (const one of [...this.known.values()])
      if (now - one.heardAt > FORGOTTEN_MILLISECONDS && !this.here.has(one.socketId)) this.forget(one);
    const wanted = [...this.here].filter(([socketId]) => this.known.has(socketId));
    if (wanted.length === 0) return;
    const granted = await this.grants.staff([...new Set(wanted.map(([, { conversationId }]) => conversationId))]);
    for (const [socketId, { staff, conversationId }] of wanted) {
      const one = this.known.get(socketId);
      const principals = granted.get(conversationId) ?? [];
      if (!staffPrincipals(staff).some((own) => principals.includes(own))) this.leave(socketId);
      else if (one) this.signals.send(OnlookerMoved, movedOf(one));
    }
  }

  private note(moved: Moved): void {
    const before = this.known.get(moved.socketId);
    const { conversationId } = moved;
    if (before && before.conversationId !== conversationId) this.forget(before);
    if (conversationId === null) return;
    this.known.set(moved.socketId, { ...moved, heardAt: performance.now() });
    const isNews = before?.conversationId !== conversationId || before.isTyping !== moved.isTyping || moved.isTyping;
    if (isNews) this.tell(conversationId);
  }

  private forget({ socketId, conversationId }: Onlooker): void {
    this.known.delete(socketId);
    if (conversationId) this.tell(conversationId);
  }

  /** Each once, in however many windows. */
  private at(conversationId: string): OnlookerView[] {
    const people = new Map<string, OnlookerView>();
    for (const { staffId, name, isTyping, ...one } of this.known.values()) {
      if (one.conversationId !== conversationId) continue;
      people.set(staffId, { staffId, name, isTyping: isTyping || people.get(staffId)?.isTyping === true });
    }
    return [...people.values()];
  }

  /** Those consoles of this process that show it. */
  private tell(conversationId: string): void {
    const onlookers = this.at(conversationId);
    for (const [socketId, { conversationId: shown }] of this.here)
      if (shown === conversationId && this.known.get(socketId)?.conversationId === conversationId)
        this.namespace?.sockets.get(socketId)?.emit('onlookers.changed', { conversationId, onlookers });
  }
}

const wordsOf = ({ staffId, name }: StaffPrincipal) => ({ staffId, name });
const movedOf = ({ heardAt: _, ...moved }: Onlooker): Moved => moved;
