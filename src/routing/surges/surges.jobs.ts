import { defineJob } from '../../platform/jobs/index.js';

/** Lost, a customer who is live waits like everybody else. */
export const AskWhetherLive = defineJob<{ ticketId: string }>('routing.ask_whether_live');
