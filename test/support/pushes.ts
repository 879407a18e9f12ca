import { type PushAdapter } from '../../src/platform/push/index.js';

/** In place of the sockets: everybody is there, and only what is given here hears. */
export function listening(ears: Partial<PushAdapter>): PushAdapter {
  return {
    toCustomers: () => undefined,
    toStaff: () => undefined,
    toCustomersHere: () => undefined,
    hasCustomersHere: () => true,
    ...ears,
  };
}
