import type { QueueWish } from '../../contract/index.js';
import { defineEvent } from '../../platform/outbox/index.js';
import type { TicketFacts } from '../../tickets/index.js';

/** A customer in the queue would rather do something else; or the call that they asked for has been made. */
export const QueueWishChanged = defineEvent<TicketFacts & { wish: QueueWish | 'called' }>('queue.wish_changed');
