import { LIMITS } from '../../../../contract/index.js';
import type { Step } from '../../protocol.js';
import type { Connection, RequestError } from './connection.js';
import type { Store } from './store.js';

/** The customer's last steps on the host site, held until there is a session to tell them to. */
export function createSteps(store: Store, connection: Connection) {
  let waiting: Step[] = [];

  async function send(): Promise<void> {
    while (waiting[0] && store.get().resumed) {
      const { page, action, error } = waiting[0];
      await connection
        .request('step.track', { page, action, ...(error && { error }) })
        .catch((failure: RequestError) => {
          // One that the server does not take must not hold up the others.
          if (failure.isTemporary) throw failure;
        });
      waiting = waiting.slice(1);
    }
  }

  return {
    send,
    async add({ page, action, error }: Step): Promise<void> {
      waiting = [...waiting, { page, action, error }].slice(-LIMITS.trackedSteps);
      if (waiting.length === 1) await send();
    },
  };
}
