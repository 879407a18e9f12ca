import { defineEvent } from '../platform/outbox/index.js';

/** One person is to hear what became of what they asked for; written once for each telling and person. */
export const FeedbackTellingDue = defineEvent<{ tellingId: string; customerId: string }>('feedback.telling_due');
