import type { HostMessage } from '../protocol.js';

const STEPS_KEPT = 20;

/**
 * Adds a message to those that wait for the frame: the newest identity replaces an older one, of tracked steps the last
 * 20 stay, and a log-out ends all before it.
 */
export function hold(held: HostMessage[], message: HostMessage): HostMessage[] {
  const { type } = message;
  if (type === 'logout') return [message];
  const room = type === 'identify' ? 0 : type === 'trackEvent' ? STEPS_KEPT - 1 : Number.POSITIVE_INFINITY;
  let surplus = held.filter((each) => each.type === type).length - room;
  return [...held.filter((each) => each.type !== type || surplus-- <= 0), message];
}
