import { z } from 'zod';
import {
  type OwnPresenceView,
  PRESENCE_REASONS,
  PRESENCES,
  type PresenceView,
  WORK_KINDS,
} from '../../contract/index.js';
import { view } from '../../platform/openapi/index.js';

const time = z.iso.datetime();

const presence = {
  presence: z.enum(PRESENCES),
  pausedKinds: z.array(z.enum(WORK_KINDS)),
  since: time.optional(),
  because: z.enum(PRESENCE_REASONS),
  setBy: z.string().optional(),
};
const holding = z.object({ inHand: z.int(), waitingForAnswer: z.int() });

export const PresenceOfStaff = view('Presence', z.object(presence) satisfies z.ZodType<PresenceView>);

export const OwnPresence = view('OwnPresence', z.object({ ...presence, holding }) satisfies z.ZodType<OwnPresenceView>);
