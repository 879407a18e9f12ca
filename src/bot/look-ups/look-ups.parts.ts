import { LookUpAdmin } from './admin/look-up-admin.service.js';
import { LookUpsController } from './admin/look-ups.controller.js';
import { HostCalls } from './host/host-calls.service.js';
import { HostLookUps } from './host/host-look-ups.service.js';
import { HostTurns } from './host/host-turns.service.js';
import { LookUpJobs } from './job.handlers.js';
import { LookUps } from './look-ups.service.js';
import { CaseStatus } from './own/case-status.service.js';
import { OpeningHoursLookUp } from './own/opening-hours.service.js';
import { QueuePlaceLookUp } from './own/queue-place.service.js';

export const LOOK_UP_CONTROLLERS = [LookUpsController];

export const LOOK_UP_PROVIDERS = [
  CaseStatus,
  HostCalls,
  HostLookUps,
  HostTurns,
  LookUpAdmin,
  LookUpJobs,
  LookUps,
  OpeningHoursLookUp,
  QueuePlaceLookUp,
];
