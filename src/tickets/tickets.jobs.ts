import { defineJob } from '../platform/jobs/index.js';

/** Cases of people who were disabled go back to the queues of their teams. */
export const ReturnLeftBehind = defineJob<Record<string, never>>('tickets.return_left_behind');

/** Threads of cases that were passed over when their words were written down. */
export const NoteMissedWords = defineJob<Record<string, never>>('tickets.note_missed_words', { everySeconds: 86_400 });
