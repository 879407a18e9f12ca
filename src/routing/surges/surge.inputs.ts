import { z } from 'zod';
import { SURGE_LIMITS, type SurgeSettings } from '../../contract/index.js';
import { bothLanguages, dto, id, text, version } from '../../platform/http/index.js';

const { capacityPercent, reasonLength, announcementLength } = SURGE_LIMITS;

export const settings = z.strictObject({
  capacityPercent: z.int().min(capacityPercent.least).max(capacityPercent.most),
  overflow: z.boolean(),
  callBackFirst: z.boolean(),
  liveFirst: z.boolean(),
  botFirst: z.boolean(),
  announcement: bothLanguages(announcementLength).nullable(),
}) satisfies z.ZodType<SurgeSettings>;

const time = z.iso.datetime({ offset: true });
const shape = {
  reason: text(reasonLength),
  /** Null: until somebody ends it. */
  endsAt: time.nullable(),
  settings,
};

export class SurgeParam extends dto(z.object({ id })) {}
/** `startsAt` null: now. `teamId` null: all teams. */
export class NewSurgeBody extends dto(z.strictObject({ ...shape, teamId: id.nullable(), startsAt: time.nullable() })) {}
/** `startsAt` of one that is on already stays as it is. */
export class SurgeBody extends dto(z.strictObject({ ...shape, startsAt: time, version })) {}
export class SurgeVersionBody extends dto(z.strictObject({ version })) {}
