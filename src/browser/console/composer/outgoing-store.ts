import type { Outgoing } from './outgoing.js';

const key = (staffId: string) => `porchlight.console.outgoing.${staffId}`;

/** Keeps what is on its way across a reload. Of this tab alone: two tabs must not both send it. */
export function storeOutgoing(staffId: string, queue: Outgoing[]): void {
  try {
    if (queue.length === 0) sessionStorage.removeItem(key(staffId));
    else sessionStorage.setItem(key(staffId), JSON.stringify(queue));
  } catch {
    // No room or no leave: it lives as long as the page.
  }
}

/** What was on its way when the page went. What was under way then goes again, under its old id. */
export function restoreOutgoing(staffId: string): Outgoing[] {
  try {
    const stored = JSON.parse(sessionStorage.getItem(key(staffId)) ?? '[]') as Outgoing[];
    return stored.map((message) => (message.state === 'sending' ? { ...message, state: 'waiting' } : message));
  } catch {
    return [];
  }
}
