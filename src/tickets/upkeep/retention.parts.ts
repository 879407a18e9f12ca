import { CaseErasers } from './case-erasers.js';
import { CaseErasure } from './case-erasure.service.js';
import { RetentionHoldsController } from './holds.controller.js';
import { RetentionHolds } from './holds.service.js';
import { Leftovers } from './leftovers.service.js';
import { RetentionController } from './retention.controller.js';
import { RetentionJobs } from './retention.jobs.js';
import { RetentionDeeds } from './retention-deeds.service.js';
import { RetentionRuns } from './retention-runs.service.js';
import { RetentionRules } from './retention-settings.service.js';
import { RetentionWork } from './retention-work.service.js';

export const RETENTION_PROVIDERS = [
  CaseErasure,
  Leftovers,
  RetentionDeeds,
  RetentionHolds,
  RetentionJobs,
  RetentionRules,
  RetentionRuns,
  RetentionWork,
];
export const RETENTION_DOOR = [CaseErasers];
export const RETENTION_CONTROLLERS = [RetentionController, RetentionHoldsController];
