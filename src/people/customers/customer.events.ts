import { defineEvent } from '../../platform/outbox/index.js';

/** An anonymous visitor is a customer whom the host site vouches for: what was theirs is that customer's. */
export const VisitorIdentified = defineEvent<{ visitorId: string; customerId: string }>('visitor.identified');
