import { defineJob } from '../../platform/jobs/index.js';

/** Readers see something new, or something no longer. */
export const IndexArticles = defineJob<Record<string, never>>('help-center.index_articles');

/** Whether the engine holds what the database has; asked for by whoever doubts it, and now and then by itself. */
export const CheckEngine = defineJob<Record<string, never>>('help-center.check_engine', { everySeconds: 600 });
