export { Beat } from './beat.js';
export { defineJob, type JobDefinition, Runs } from './job.js';
export { JobWorkers } from './job-workers.js';
export { JobsModule } from './jobs.module.js';
export { type AddOptions, Jobs } from './jobs.service.js';
