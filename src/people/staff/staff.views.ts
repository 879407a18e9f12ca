import { z } from 'zod';
import { LOCALES, type LocalizedText, STAFF_ROLES, type StaffView, type TeamView } from '../../contract/index.js';
import { list, view } from '../../platform/openapi/index.js';

export const LocalizedTextSchema = view(
  'LocalizedText',
  z.object({ 'zh-CN': z.string(), en: z.string() }) satisfies z.ZodType<LocalizedText>,
);

const StaffViewSchema = view(
  'StaffView',
  z.object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(STAFF_ROLES),
    locale: z.enum(LOCALES),
    teamIds: z.array(z.uuid()),
  }) satisfies z.ZodType<StaffView>,
);

const TeamViewSchema = view(
  'TeamView',
  z.object({
    id: z.uuid(),
    key: z.string(),
    name: LocalizedTextSchema,
    archived: z.boolean(),
  }) satisfies z.ZodType<TeamView>,
);

export const TeamList = list(TeamViewSchema);

export const CurrentSession = view('CurrentSession', z.object({ staff: StaffViewSchema }));
