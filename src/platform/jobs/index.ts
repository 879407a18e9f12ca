export { backOffSeconds } from './back-off.js';
export { Beat } from './beat.js';
export { defineJob, Runs } from './job.js';
export { JobWorkers } from './job-workers.js';
export { JobsModule } from './jobs.module.js';
export { Jobs } from './jobs.service.js';
export { takeAllDue } from './take-all-due.js';
