/** A kind of hint to the other processes. Carries the body's type alone. */
export interface SignalDefinition<Body extends object> {
  readonly name: string;
  readonly body?: Body;
}

const names = new Set<string>();

/**
 * @param name `noun.verbed`, e.g. `outbox.filled`
 * @throws when the name is taken
 */
export function defineSignal<Body extends object = Record<string, never>>(name: string): SignalDefinition<Body> {
  if (names.has(name)) throw new Error(`two signals are named ${name}`);
  names.add(name);
  return Object.freeze({ name });
}
