type Listener = ((...args: unknown[]) => void) & { of?: Listener };

/** Stands in for `@socket.io/component-emitter`, as far as socket.io-client uses it. */
export class Emitter {
  private listenersOf: Record<string, Listener[]> = {};

  on(event: string, listener: Listener): this {
    this.listenersOf[event] = [...this.listeners(event), listener];
    return this;
  }

  once(event: string, listener: Listener): this {
    const once: Listener = (...args) => {
      this.off(event, once);
      listener.apply(this, args);
    };
    once.of = listener;
    return this.on(event, once);
  }

  /** Removes one listener, all of an event, or all. */
  off(event?: string, listener?: Listener): this {
    if (event === undefined) this.listenersOf = {};
    else
      this.listenersOf[event] = this.listeners(event).filter(
        (each) => listener && each !== listener && each.of !== listener,
      );
    return this;
  }

  emit(event: string, ...args: unknown[]): this {
    for (const listener of this.listeners(event)) listener.apply(this, args);
    return this;
  }

  listeners(event: string): Listener[] {
    return this.listenersOf[event] ?? [];
  }

  hasListeners(event: string): boolean {
    return this.listeners(event).length > 0;
  }

  /** `emit` of this class, also where a subclass gives the name another meaning. */
  emitReserved(event: string, ...args: unknown[]): this {
    return Emitter.prototype.emit.call(this, event, ...args) as this;
  }

  removeListener(event?: string, listener?: Listener): this {
    return this.off(event, listener);
  }

  removeAllListeners(event?: string): this {
    return this.off(event);
  }
}
