import { defineJob } from '../jobs/index.js';

export const SendDueMails = defineJob<Record<string, never>>('mail.send_due', { everySeconds: 15 });
export const PruneMails = defineJob<Record<string, never>>('mail.prune', { everySeconds: 3_600 });
