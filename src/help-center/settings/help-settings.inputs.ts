import { z } from 'zod';
import { HELP_SETTINGS_LIMITS, isColor, LOCALES } from '../../contract/index.js';
import { bothLanguages, dto, id, text, version } from '../../platform/http/index.js';

const mayBeEmpty = (maximum: number) => z.strictObject({ 'zh-CN': text(maximum, 0), en: text(maximum, 0) });

const color = z
  .string()
  .refine(isColor, { error: 'write a colour like #0f766e' })
  .overwrite((typed) => typed.toLowerCase());

export const settings = z.strictObject({
  names: bothLanguages(HELP_SETTINGS_LIMITS.name),
  headings: bothLanguages(HELP_SETTINGS_LIMITS.heading),
  taglines: mayBeEmpty(HELP_SETTINGS_LIMITS.tagline),
  hours: mayBeEmpty(HELP_SETTINGS_LIMITS.hours),
  contactNotes: mayBeEmpty(HELP_SETTINGS_LIMITS.contactNote),
  accent: z.strictObject({ light: color, dark: color }).nullable(),
  logo: z
    .string()
    .regex(/^\/help\/images\/[0-9a-f-]{36}$/, { error: 'name a picture that was stored here' })
    .nullable(),
  siteId: id.nullable(),
});

export class HelpSettingsBody extends dto(z.strictObject({ version, settings })) {}

export class HelpSettingsPreviewBody extends dto(z.strictObject({ settings, locale: z.enum(LOCALES) })) {}
