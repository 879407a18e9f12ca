import { defineJob } from '../../platform/jobs/index.js';

/** Host sites that customers wait to hear of. */
export const AskHosts = defineJob<Record<string, never>>('bot.ask_hosts', { everySeconds: 10 });
