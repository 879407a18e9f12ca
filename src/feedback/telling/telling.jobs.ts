import { defineJob } from '../../platform/jobs/index.js';

export const TellDue = defineJob<Record<string, never>>('feedback.tell_due', { everySeconds: 15 });
