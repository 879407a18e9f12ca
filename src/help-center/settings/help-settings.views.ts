import { z } from 'zod';
import type { HelpCenterSettings, HelpCenterSettingsView } from '../../contract/index.js';
import { LocalizedTextSchema } from '../../people/index.js';
import { view } from '../../platform/openapi/index.js';

const settings = z.object({
  names: LocalizedTextSchema,
  headings: LocalizedTextSchema,
  taglines: LocalizedTextSchema,
  hours: LocalizedTextSchema,
  contactNotes: LocalizedTextSchema,
  accent: z.object({ light: z.string(), dark: z.string() }).nullable(),
  logo: z.string().nullable(),
  siteId: z.uuid().nullable(),
}) satisfies z.ZodType<HelpCenterSettings>;

export const HelpCenterSettingsSchema = view(
  'HelpCenterSettings',
  z.object({
    settings,
    version: z.int(),
    chatProblem: z.enum(['site_disabled', 'origin_not_allowed']).optional(),
  }) satisfies z.ZodType<HelpCenterSettingsView>,
);

export const HelpCenterPreview = view('HelpCenterPreview', z.object({ html: z.string() }));
