import { z } from 'zod';
import { SURGE_ORIGINS, SURGE_STATES, type SurgeView } from '../../contract/index.js';
import { id } from '../../platform/http/index.js';
import { list, view } from '../../platform/openapi/index.js';
import { settings } from './surge.inputs.js';

const time = z.iso.datetime();

export const Surge = view(
  'SurgeView',
  z.object({
    id,
    teamId: id.nullable(),
    origin: z.enum(SURGE_ORIGINS),
    state: z.enum(SURGE_STATES),
    reason: z.string(),
    startsAt: time,
    endsAt: time.nullable(),
    endedAt: time.nullable(),
    settings,
    version: z.int(),
    createdBy: z.string().nullable(),
  }) satisfies z.ZodType<SurgeView>,
);
export const SurgeList = list(Surge);
