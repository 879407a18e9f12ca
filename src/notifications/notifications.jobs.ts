import { defineJob } from '../platform/jobs/index.js';

export const DeliverDueNotices = defineJob<Record<string, never>>('notifications.deliver_due', { everySeconds: 10 });
export const WriteDueLetters = defineJob<Record<string, never>>('notifications.write_due_letters', {
  everySeconds: 15,
});
export const PruneNotices = defineJob<Record<string, never>>('notifications.prune', { everySeconds: 3_600 });
