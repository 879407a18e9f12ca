import { defineJob } from '../platform/jobs/index.js';

/** Cases of people who were disabled go back to the queues of their teams. */
export const ReturnLeftBehind = defineJob<Record<string, never>>('tickets.return_left_behind');
