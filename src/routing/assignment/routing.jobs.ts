import { defineJob } from '../../platform/jobs/index.js';

export const AssignWaiting = defineJob<{ teamId: string }>('routing.assign_waiting');

export const PruneRouted = defineJob<Record<string, never>>('routing.prune', { everySeconds: 86_400 });
